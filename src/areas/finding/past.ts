import type { ReadContext } from '../../platform/context.ts';
import type { Day } from '../../plain/time.ts';
import { findSaid, isShown, projectFamily, standOn, walkSubjects, type Claim } from '../claims/index.ts';
import { OFFER_FIELDS } from '../offers/index.ts';
import { ORGANISATION_FIELDS } from '../organisations/index.ts';
import { createEntryIndex } from './entry-index.ts';
import { asEntry, type Finder, type Past } from './open-finder.ts';
import { entryColumns } from './projection.ts';
import { findShown, type ShownRow } from './store.ts';

const STEP = 500;

/**
 * What could have been found on an earlier day: the public claims as they were known then, projected
 * and indexed in memory by the same rules, the same whoever asks. A fact that is not shown in public
 * today stays out on earlier days too. Reads the whole register, so it takes its time.
 */
export function pastOn(ctx: ReadContext, finder: Finder, day: Day): Promise<Past> {
  return finder.onDay(ctx, day, () => readPast(ctx, finder, day));
}

async function readPast(ctx: ReadContext, finder: Finder, day: Day): Promise<Past> {
  const index = createEntryIndex();
  const rows = new Map<string, ShownRow>();
  for (let after: string | null = null; ;) {
    const from: string | null = after;
    const { subjects, said, shown } = await ctx.db.read(async (db) => {
      const step = await walkSubjects(db, from, STEP);
      const ids = step.map(({ id }) => id);
      return { subjects: step, said: await findSaid(db, ids), shown: await findShown(db, ids) };
    });
    const shownNow = new Map(shown.map(({ subject, facts }) => [subject, facts]));
    for (const { id, kind } of subjects) {
      const open = shownNow.get(id);
      if (kind === 'network' || open === undefined) continue;
      const fields = kind === 'offer' ? OFFER_FIELDS : ORGANISATION_FIELDS;
      const mayKnow = (claim: Claim) =>
        claim.scope === 'public' && isShown(open, fields.fields.get(claim.field), claim.language);
      const known = projectFamily(fields, id, standOn(day, (said.get(id) ?? []).filter(mayKnow))).find(
        ({ scope }) => scope === 'public',
      );
      const row =
        known === undefined ? null : entryColumns(kind, known.facts, known.confirmedOn, known.saidOn, known.alsoNamed);
      if (row === null) continue;
      rows.set(id, { subject: id, kind, facts: row.facts, confirmed_on: row.confirmed_on, said_on: row.said_on });
      index.put(asEntry({ ...row, subject: id, since: 0, until: null }, finder.gazetteer));
    }
    const last = subjects.at(-1);
    if (last === undefined) return { index, rows };
    after = last.id;
  }
}
