/**
 * The register's memory: who said what about whom, when, under which licence, for whose eyes.
 *
 * A `Claim` is one fact as said; `project` adds claims up to `Facts` by scope (`{ phone: '+493711234567', name: { de:
 * 'Treff' } }`; languages are BCP 47, `und` while unknown; days are `2026-11-21`). `FieldKind` says the JSON of each
 * kind of field. Verbs write in the caller's transaction, after the caller has asked its policy; `NotFoundError` for a
 * subject that is not there, `ConflictError` while another revision is under way.
 *
 * @example
 * const FIELDS = declareFields('offer', { name: { kind: 'line', perLanguage: true, halfLifeDays: 730 } });
 * await say(tx, register, { subjects: [{ id, kind: 'offer' }], claims: [claim], at: clock.now() });
 * const account = await accountOf(db, { fields: FIELDS, subject: id, shown, day: null });
 */
export { declareFields, type Field, type FieldSet, type SubjectKind } from './field.ts';
export { type Claim, type NewClaim } from './claim.ts';
export { standing, standOn } from './stand.ts';
export { projectFamily } from './project-family.ts';
export { project, type Facts, type Projected, type ShownRow } from './project.ts';
export { isShown, mergeShown } from './account.ts';
export { findShown } from './store-shown.ts';
export { findHiddenRevisions, findLeaving } from './store-revision.ts';
export {
  countClaimsWithoutSource,
  walkRegister,
  walkSources,
  type KnownSource,
  type KnownSubject,
} from './store-export.ts';
export { checkProjections } from './check-projections.ts';
export type { Projection, Register } from './projection.ts';
export type { Keeper } from './may.ts';
export type { ProjectionColumns } from './tables.ts';
export { say } from './say.ts';
export { beginRevision, publishRevision, reviseKnown, reviseNew } from './revise.ts';
export {
  discardRevision,
  discardUnfinishedTakebacks,
  finishWithdrawal,
  tidyRevision,
  withdrawRevision,
} from './finish-revision.ts';
export { confirm, findPublicWinners, unconfirm } from './confirm.ts';
export { lapse, revive, showAgain, withdraw } from './lapse.ts';
export { unsay } from './unsay.ts';
export { forward, unforward } from './forward.ts';
export { holdAsItself } from './hold-as-itself.ts';
export { holdVeils, takeVeils } from './store-protected.ts';
export { endCorrectionsAlone } from './end-corrections.ts';
export { protectSubject, unprotectSubject } from './set-veil.ts';
export { findProtected } from './store-protected.ts';
export { protectedSubjectsStep } from './migrations/2026-11-21-protected-subjects.ts';
export { coveredTwinsStep } from './migrations/2026-11-21-covered-twins.ts';
export { heardOnStep } from './migrations/2026-11-21-heard-on.ts';
export { veiledClaimsStep } from './migrations/2026-11-21-veiled-claims.ts';
export { namedMembersStep } from './migrations/2026-11-21-named-members.ts';
export { freshnessOf } from './freshness.ts';
export { findLastWords, findWithdrawn, type Confirmation, type LastWord } from './store-freshness.ts';
export { knownOf, walkSubjects } from './store-known.ts';
export { familiesOf, findFamily, findSubject, headsOf } from './store-family.ts';
export { findSaid } from './said.ts';
export { forwardingStep } from './migrations/2026-11-21-forwarding.ts';
export { rebuild } from './rebuild.ts';
export { findClaims, findSources, findSourcesOf, insertSource, type NewSubject, type StoredClaim } from './store.ts';
export { HOLDS_NOW, isForActorUnveiled, NOT_TO_BE_NAMED } from './visible.ts';
export { speakersStep } from './migrations/2026-11-21-speakers.ts';
export { keptSubjectsStep } from './migrations/2026-11-21-kept-subjects.ts';
export { claimsByOrganisationStep } from './migrations/2026-11-21-claims-by-organisation.ts';
export {
  claimsStep,
  projectionColumns,
  wallInKeptProjection,
  wallInProjection,
} from './migrations/2026-11-21-claims.ts';
export {
  functionOf,
  isEmpty,
  isValue,
  kindFromName,
  looksLikePerson,
  readValue,
  showValue,
  type Named,
} from './values/index.ts';
export { accountOf, type Account } from './account.ts';
export { accountJson } from './account-json.ts';
export { countOwnSpeakers } from './store-speakers.ts';
export { Spoken, SubjectName } from './pages/value.tsx';
export { SubjectTitle } from './pages/subject-title.tsx';
export { speakerOf, WhoSaysWhat } from './pages/who-says-what.tsx';
export { Freshness, GoneFrom, type Gone } from './pages/freshness.tsx';
export { StandForm, StandNotice, standOf } from './pages/stand.tsx';
export { spokenOf } from './spoken.ts';
export { factsOf } from './pages/facts-of.tsx';
export { Prose } from './pages/prose.tsx';
export { fieldsNamed, openDesk, type Voice } from './forms-desk.ts';
export { changesOf, type Changes } from './forms-change.ts';
export { readWishes, type Problem, type ReadPlace, type Wish } from './forms-read.ts';
export { typedOf } from './forms-typed.ts';
export { sayChanges, sayWishes, type Written } from './forms-speak.ts';
export { beginKept, findKeepersOf, findKeptBy, keepSubjects, takeTheWord } from './store-voice.ts';
export type { Laid } from './pages/field-input-answer.tsx';
export type { Writing, WritingWay } from './pages/writing.ts';
export { OWN_WAY, ROLE_WAY } from './pages/writing.ts';
export { addWritingPages } from './pages/writing-pages.tsx';
export { FieldFormPage } from './pages/field-input-page.tsx';
