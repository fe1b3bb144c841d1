import { NotFoundError } from '../../platform/errors.ts';
import type { Reader } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import { findInForce } from '../agreements/index.ts';
import { findClosed, findLeaving } from '../cooperations/index.ts';
import { commitmentsOf } from './commitment.ts';
import { withWords, type Standing } from './commitment-word.ts';
import { GOES_ON, stillHolds, type Ends } from './ended.ts';
import { findWords } from './store.ts';

/** What is promised in all agreements that the reader may see, or in those of some cooperations, by day. */
export async function findStandings(
  db: Reader,
  today: Day,
  cooperations?: readonly string[],
): Promise<readonly Standing[]> {
  const inForce = await findInForce(db, cooperations);
  if (inForce.length === 0) return [];
  const ends = await findEnds(
    db,
    inForce.map(({ cooperation }) => cooperation),
  );
  const commitments = commitmentsOf(inForce).filter((one) =>
    stillHolds(one, ends.get(one.cooperation) ?? GOES_ON, today),
  );
  const words = await findWords(
    db,
    inForce.map(({ agreement }) => agreement),
  );
  return withWords(commitments, words);
}

/** One paragraph of what is in force in a cooperation. */
export interface CommitmentKey {
  readonly cooperation: string;
  readonly id: string;
}

/** One of them by its cooperation, of which alone is read, and its paragraph. 404 for whoever is no partner. */
export async function findStanding(db: Reader, { cooperation, id }: CommitmentKey, today: Day): Promise<Standing> {
  const found = (await findStandings(db, today, [cooperation])).find((one) => one.id === id);
  if (found === undefined) throw new NotFoundError();
  return found;
}

/** In which cooperation a commitment stands, among all that the reader may see. */
export async function findKey(db: Reader, id: string, today: Day): Promise<CommitmentKey> {
  const found = (await findStandings(db, today)).find((one) => one.id === id);
  if (found === undefined) throw new NotFoundError();
  return { cooperation: found.cooperation, id };
}

async function findEnds(db: Reader, cooperations: readonly string[]): Promise<ReadonlyMap<string, Ends>> {
  const closed = new Map((await findClosed(db, cooperations)).map(({ cooperation, day }) => [cooperation, day]));
  const leaving = Map.groupBy(await findLeaving(db, cooperations), ({ cooperation }) => cooperation);
  return new Map(
    cooperations.map((cooperation) => {
      const lastDays = (leaving.get(cooperation) ?? []).map(
        ({ organisation, lastDay }) => [organisation, lastDay] as const,
      );
      return [cooperation, { closedOn: closed.get(cooperation) ?? null, lastDays: new Map(lastDays) }];
    }),
  );
}
