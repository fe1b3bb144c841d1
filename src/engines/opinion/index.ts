/**
 * Reads a conversation of many votes: what is shared, where opinions differ, and whether groups can be seen at all.
 * Pure: no files, no clock; the same votes give the same answer in any order and on any machine. See README.md.
 */
export { analyse, type Analysis, type Given } from './analyse.ts';
export { openBallotBox, type BallotBox, type Statement } from './ballot-box.ts';
export { answerFrom, type Answer, type Ballots, type Tally } from './ballots.ts';
export { openConversation, type Conversation, type Standing } from './conversation.ts';
export type { Divisive } from './divisive.ts';
export type { Groups } from './groups.ts';
export { byId } from './ids.ts';
export { inventVotes, type InventedVote, type Invention } from './invent-votes.ts';
export { offersFor, type Offer } from './offer.ts';
export { analyseLikePolis, type AnalysisByPolis } from './reference/analyse.ts';
export type { Representative } from './representative.ts';
export type { Shared, Sharing } from './shared.ts';
export { STRUCTURE_LEVEL, type Structure } from './structure.ts';
export { tellAnalysis, tellReference, type Told } from './tell.ts';
