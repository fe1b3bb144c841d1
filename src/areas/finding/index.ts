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
export { readQuery } from './forms.ts';
export { EVERYTHING, type FinderQuery } from './query.ts';
export { findingProjection } from './projection.ts';
export { findingStep } from './migrations/2026-11-21-finding.ts';
