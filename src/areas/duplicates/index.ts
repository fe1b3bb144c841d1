/**
 * Is this the same? What was judged of pairs of entries, and merging: one entry counts as another, and can be itself
 * again at any time.
 *
 * Verbs take `(ctx, input)`; `ctx` also has the register, every column that names a subject, and who is spoken for. They
 * throw `NotAllowedError` with the reason in words (and the way out), `ConflictError` while a list is being taken over.
 *
 * @example
 * const { merge } = await judge(ctx, { a, b, outcome: 'same', words: null });
 * if (merge !== null) await undoMerge(ctx, { merge });
 */
export { judge } from './judge.ts';
export { takeBackJudgement } from './take-back-judgement.ts';
export { merge } from './merge.ts';
export { undoMerge } from './undo-merge.ts';
export { findJudgements } from './store.ts';
export { contradictionsIn } from './contradiction.ts';
export { type MergeContext } from './context.ts';
export { type Reference } from './reference.ts';
export { findUndeclared } from './store-references.ts';
export { findPairs, type Searching } from './find-pairs.ts';
export { addDuplicatePages } from './pages/routes.tsx';
export { findRenamed } from './find-renamed.ts';
export { openLookout } from './find-there.ts';
export { thereAlready } from './pages/there.tsx';
export { findAlike } from './store-pairs.ts';
export { kinOf } from './pages/kin.tsx';
export { questionsStep } from './pages/next-step.ts';
export { talkNotice } from './pages/talks.tsx';
export { type DuplicatePages } from './pages/access.ts';
export { pairsAskedStep } from './migrations/2026-11-21-pairs-asked.ts';
export { duplicatesStep } from './migrations/2026-11-21-duplicates.ts';
