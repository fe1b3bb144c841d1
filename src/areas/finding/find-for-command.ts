import type { ReadContext } from '../../platform/context.ts';
import { find } from './find.ts';
import type { Finder } from './open-finder.ts';
import { namesOf, whySaying } from './pages/say-entry.ts';
import { EVERYTHING } from './query.ts';

/** What a command shows of a result. */
export interface FoundForCommand {
  readonly id: string;
  readonly kind: string;
  /** Its names, the one that stands first on a page first. */
  readonly names: readonly string[];
  /** Why it is here, as sentences. */
  readonly why: readonly string[];
  readonly confirmedOn: string | null;
}

/** The first page of what `geflecht find WORDS` answers: the same as the finder's page. */
export async function findForCommand(
  ctx: ReadContext,
  finder: Finder,
  text: string,
): Promise<{
  readonly total: number;
  readonly notes: readonly string[];
  readonly results: readonly FoundForCommand[];
}> {
  const found = await find(ctx, finder, { ...EVERYTHING, text });
  return {
    total: found.total,
    notes: found.notes.map((note) => ctx.words.tell(note)),
    results: found.results.map((entry) => ({
      id: entry.subject,
      kind: entry.kind,
      names: namesOf(entry, ctx.words).map((name) => name.text),
      why: entry.why.map((why) => whySaying(why, ctx.words)),
      confirmedOn: entry.confirmedOn,
    })),
  };
}
