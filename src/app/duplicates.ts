import {
  findAlike,
  findJudgements,
  findPairs,
  openLookout,
  thereAlready,
  type DuplicatePages,
  type Searching,
} from '../areas/duplicates/index.ts';
import type { Facts } from '../areas/claims/index.ts';
import { findListsOf } from '../areas/lists/index.ts';
import { NETWORKS_PATH } from '../areas/networks/index.ts';
import { matchLarge, openRegister } from '../engines/same/index.ts';
import type { Reader } from '../platform/database/index.ts';
import type { Request } from '../platform/http/index.ts';
import { dayOf } from '../plain/time.ts';
import type { Jobs } from '../platform/jobs/index.ts';
import type { Home } from './home.ts';
import { MERGING } from './merging.ts';
import { REGISTER } from './register.ts';
import type { Rounds } from './rounds.ts';

const PAIRS = 'pairs';
const LOOK_MS = 6 * 3_600_000;

/** Hands in that the register is gone through for what may be the same: after a list was taken over, or when asked for. */
export function pairSearch(jobs: Jobs): () => Promise<void> {
  return async () => {
    await jobs.send(PAIRS, {}, { key: PAIRS });
  };
}

/** The work itself, and that it is done once a day without anybody asking. */
export function addPairSearch(
  home: Pick<Home, 'as' | 'clock'>,
  { jobs, rounds, search }: { readonly jobs: Jobs; readonly rounds: Rounds; readonly search: () => Promise<void> },
): void {
  jobs.define(PAIRS, async (_data, signal) => {
    await findPairs(searching(home), signal);
  });
  rounds.add('pairs-daily', LOOK_MS, async () => {
    const last = await jobs.lastDone(PAIRS);
    if (last === null || dayOf(last) !== dayOf(home.clock.now())) await search();
  });
}

/** What the round needs of areas and engines that its area does not know. */
function searching(home: Pick<Home, 'as'>): Searching {
  return {
    ...home.as(PAIRS),
    ...MERGING,
    listOf,
    // In a thread of its own: this one has to answer for pages meanwhile.
    match: (items, signal) => matchLarge(items, { threads: 1, ...(signal === undefined ? {} : { signal }) }),
  };
}

/** The list that names an entry; of several the first. */
export const listOf: Searching['listOf'] = async (db, subjects) =>
  new Map(
    [...(await findListsOf(db, subjects))].flatMap(([subject, lists]): [string, string][] => {
      const [first] = [...lists.keys()].toSorted();
      return first === undefined ? [] : [[subject, first]];
    }),
  );

/** Which entries look alike in lists: those that are worth a question and say more for being the same than against it. */
export const alikeOf = (db: Reader, subjects: readonly string[]) => findAlike(db, subjects);

/** The pairs that somebody has judged: judgements about an entry go with it. */
export const judgedPairs = async (db: Reader) => (await findJudgements(db)).map(({ pair }) => pair);

const FOLDERS = { organisation: '/organisationen', offer: '/angebote', network: NETWORKS_PATH } as const;

/** Where an entry has its page. */
export const pathOf: DuplicatePages['pathOf'] = (kind, subject) => `${FOLDERS[kind]}/${subject}`;

/** "Gibt es das schon?" for offers that somebody is about to add. */
export function thereFor(home: Pick<Home, 'as' | 'clock'>) {
  const { db } = home.as('there');
  const lookout = openLookout({ db, clock: home.clock, register: REGISTER, listOf, open: openRegister });
  return (c: Request, offer: Facts) => thereAlready(c, { lookout, pathOf }, 'offer', offer);
}
