export { type ChainedNote } from './chain.ts';
export { headOf, verifyChain, type ChainState } from './verify-chain.ts';
export { findChains, findHeadsAbout, findNotes, holdChains, note } from './store.ts';
export { chainStep } from './migrations/2026-11-21-chain.ts';
export { ownChainStep } from './migrations/2026-11-21-own-chain.ts';
