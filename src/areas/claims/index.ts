export { declareFields, SUBJECT_KINDS, type Field, type FieldKind, type FieldSet, type SubjectKind } from './field.ts';
export { type Claim, type NewClaim, type SourceKind, SOURCE_KINDS } from './claim.ts';
export { decide, dissenting, freshness } from './winner.ts';
export { standing, standOn } from './stand.ts';
export { project, type Facts, type Projected, type ShownRow } from './project.ts';
export { isShown, mergeShown } from './account.ts';
export { findHiddenRevisions } from './store-revision.ts';
export { countClaimsWithoutSource, walkRegister, walkSources, type KnownSource, type KnownSubject } from './store-export.ts';
export { checkProjections, type Checked } from './check-projections.ts';
export type { Projection, Register } from './projection.ts';
export type { Keeper } from './may.ts';
export type { ProjectionColumns } from './tables.ts';
export { say, type Saying as Word } from './say.ts';
export { beginRevision, publishRevision, reviseKnown, reviseNew } from './revise.ts';
export {
  discardRevision, discardUnfinishedTakebacks, finishWithdrawal, tidyRevision, withdrawRevision,
} from './finish-revision.ts';
export { rebuild, type Rebuilt } from './rebuild.ts';
export {
  findClaims, findSources, findSourcesOf, findSubject, insertSource, walkSubjects,
  type NewSource, type NewSubject, type Source, type StoredClaim,
} from './store.ts';
export { HOLDS_NOW } from './visible.ts';
export { claimsStep, projectionColumns, wallInProjection } from './migrations/2026-11-21-claims.ts';
export {
  functionOf, isEmpty, isValue, kindFromName, knownLanguages, looksLikePerson, readValue, showValue,
  type Country, type Hints, type OrganisationKind, type Read, type Reading, type Shown,
} from './values/index.ts';
export { accountOf, type Account, type FieldAccount } from './account.ts';
export { accountJson } from './account-json.ts';
export { countOwnSpeakers } from './store-speakers.ts';
export { Spoken, Value } from './pages/value.tsx';
export { WhoSaysWhat, type Sourced } from './pages/who-says-what.tsx';
export { Freshness, GoneFrom, type Gone } from './pages/freshness.tsx';
export { StandForm, StandNotice, standOf } from './pages/stand.tsx';
export { spokenOf, type SpokenText } from './spoken.ts';
export { factsOf } from './pages/facts-of.tsx';
export { Prose } from './pages/prose.tsx';
