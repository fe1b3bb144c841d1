import type { ReadContext } from '../../platform/context.ts';
import type { Json } from '../../plain/json.ts';
import { find } from './find.ts';
import type { Finder } from './open-finder.ts';
import { EVERYTHING } from './query.ts';

/**
 * What `geflecht find WORDS --json` answers: the same as the page, as JSON.
 *
 * @example `{"total":1,"notes":[],"results":[{"id":"…","kind":"offer","facts":{…},"confirmedOn":"2026-11-01","why":[…]}]}`
 */
export async function findForCommand(ctx: ReadContext, finder: Finder, words: string): Promise<Json> {
  const found = await find(ctx, finder, { ...EVERYTHING, text: words });
  return {
    total: found.total,
    notes: found.notes.map((note) => ctx.words.tell(note)),
    results: found.results.map(({ subject, kind, facts, confirmedOn, saidOn, why }) => ({
      id: subject,
      kind,
      facts,
      confirmedOn,
      saidOn,
      why: why.map(({ typed, by, meant, foundIn, code }) => ({ typed, by, meant, foundIn, code })),
    })),
  };
}
