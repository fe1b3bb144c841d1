import type { Reader } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import './tables.ts';

/** What the others have said to the changes of a partner that it has not taken up yet. */
export interface Heard {
  /** Changes with a question that waits for its reply. */
  readonly toReply: number;
  /** Changes with an answer since its own last word, and not longer ago than a day. */
  readonly answered: number;
}

/** Nobody is watched while reading: what was heard counts until the partner does something itself. */
export async function countHeard(
  db: Reader,
  agreements: readonly string[],
  since: Day,
): Promise<(agreement: string, own: string) => Heard> {
  if (agreements.length === 0) return () => ({ toReply: 0, answered: 0 });
  const all = await db
    .selectFrom('change_answer as a')
    .innerJoin('proposed_change as c', 'c.id', 'a.change')
    .select(['a.id', 'a.change', 'a.partner', 'a.verdict', 'a.day', 'c.state', 'c.agreement', 'c.partner as bringer'])
    .where('c.agreement', 'in', agreements)
    .where((by) => by.or([by('c.state', '=', 'open'), by('a.day', '>=', since)]))
    .orderBy('a.id')
    .execute();
  const last = await findLastWords(db, agreements);
  return (agreement, own) => {
    const words = all.filter((one) => one.agreement === agreement && one.bringer === own);
    const asked = new Set<string>();
    for (const { change, partner, verdict, state } of words)
      if (partner === own) asked.delete(change);
      else if (verdict === 'ask' && state === 'open') asked.add(change);
    const heard = words.filter(
      ({ id, partner, verdict, day }) =>
        partner !== own && verdict !== 'ask' && day >= since && id > last(agreement, own),
    );
    return { toReply: asked.size, answered: new Set(heard.map(({ change }) => change)).size };
  };
}

/** The id of the last change or answer of a partner in an agreement: ids follow each other in time. */
async function findLastWords(
  db: Reader,
  agreements: readonly string[],
): Promise<(agreement: string, partner: string) => string> {
  const proposed = await db
    .selectFrom('proposed_change')
    .distinctOn(['agreement', 'partner'])
    .select(['agreement', 'partner', 'id'])
    .where('agreement', 'in', agreements)
    .orderBy('agreement')
    .orderBy('partner')
    .orderBy('id', 'desc')
    .execute();
  const said = await db
    .selectFrom('change_answer as a')
    .innerJoin('proposed_change as c', 'c.id', 'a.change')
    .distinctOn(['c.agreement', 'a.partner'])
    .select(['c.agreement', 'a.partner', 'a.id'])
    .where('c.agreement', 'in', agreements)
    .orderBy('c.agreement')
    .orderBy('a.partner')
    .orderBy('a.id', 'desc')
    .execute();
  const last = Map.groupBy([...proposed, ...said], ({ agreement, partner }) => `${agreement}/${partner}`);
  return (agreement, partner) =>
    (last.get(`${agreement}/${partner}`) ?? [])
      .map(({ id }) => id)
      .toSorted()
      .at(-1) ?? '';
}
