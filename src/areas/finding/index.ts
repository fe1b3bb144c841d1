/**
 * The public finder.
 *
 * @example
 * const finder = openFinder(openGazetteer());
 * const { query } = readQuery(new URLSearchParams('q=Sprachcafé, Sonntag, Arabisch'));
 * const found = await find(ctx, finder, query);
 */
export { openFinder, type Finder } from './open-finder.ts';
export { find, type Found, type FoundEntry } from './find.ts';
export { findForCommand } from './find-for-command.ts';
export { latelyConfirmed } from './lately-confirmed.ts';
export { meshOf, type Gap, type MeshState } from './mesh-state.ts';
export { readQuery } from './forms.ts';
export { addFindingPages } from './pages/routes.tsx';
export { ResultRow } from './pages/result.tsx';
export { FINDER_PATH } from './pages/address.ts';
export { findingProjection } from './projection.ts';
export { findingStep } from './migrations/2026-11-21-finding.ts';
export { findingReadersStep } from './migrations/2026-11-21-readers.ts';
