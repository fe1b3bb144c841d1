import { remind } from '../areas/commitments/index.ts';
import { goRound, letLapse } from '../areas/freshness/index.ts';
import { raiseNotice } from '../areas/notices/index.ts';
import { goRoleRound } from '../areas/people/index.ts';
import { remindOfRequests } from '../areas/requests/index.ts';
import { sweepUploads } from '../platform/files/index.ts';
import { openJobs, type Jobs } from '../platform/jobs/index.ts';
import { openLinks } from '../platform/links/index.ts';
import { addBackups } from './back-up.ts';
import { commitmentWork } from './commitments.ts';
import { addConversationRounds } from './conversations.ts';
import type { frames } from './frame.ts';
import { addPairSearch, pairSearch } from './duplicates.ts';
import { freshnessWork } from './freshness.ts';
import type { Home } from './home.ts';
import { openImportJobs } from './import-jobs.ts';
import { openPostOffice } from './post-office.ts';
import { addPartings } from './partings.ts';
import { addAnchors, addProtecting } from './protection.ts';
import { requestWork } from './requests.ts';
import { retain } from './retention.ts';
import { openRounds } from './rounds.ts';

/** What goes on behind the pages, and what pages hand in there. */
export interface Work {
  readonly jobs: Jobs;
  readonly steps: ReturnType<typeof openImportJobs>;
  /** Hands in that the register is gone through for what may be the same. */
  readonly search: () => Promise<void>;
  readonly freshness: ReturnType<typeof freshnessWork>;
  readonly post: ReturnType<typeof openPostOffice>;
}

/** Starts everything that is done without anybody asking, and what listens to what has happened. */
export async function beginWork(home: Home, frame: ReturnType<typeof frames>): Promise<Work> {
  const { database, clock, events, log, folder } = home;
  const jobs = openJobs(database, log);
  const search = pairSearch(jobs);
  const steps = openImportJobs(home, jobs, search);
  const freshness = freshnessWork(home, await openLinks(database));
  const rounds = openRounds(jobs, log);
  rounds.add('freshness', HOUR_MS, async () => {
    if ((await frame.begun()) !== null) await goRound(home.as('freshness'), freshness);
  });
  rounds.add('silence', DAY_MS, async (signal) => {
    if ((await frame.begun()) !== null) await letLapse(home.as('freshness'), freshness, signal);
  });
  addPairSearch(home, { jobs, rounds, search });
  rounds.add('commitments', 6 * HOUR_MS, async (signal) => {
    await remind(home.as('commitments'), commitmentWork(home, freshness.links), signal);
  });
  rounds.add('requests', HOUR_MS, async () => {
    if ((await frame.begun()) !== null) await remindOfRequests(home.as('requests'), requestWork(home, freshness.links));
  });
  addConversationRounds(home, rounds);
  rounds.add('roles', HOUR_MS, () => goRoleRound(home.as('roles')));
  rounds.add('retain', HOUR_MS, async (signal) => {
    await retain({ db: home.as('retain').db, imports: home.imports }, signal);
    await sweepUploads(folder.uploads, clock.now());
  });
  const post = openPostOffice(home, jobs);
  rounds.add('outbox', HOUR_MS, () => post.sweep());
  events.on('ask.unanswered', ({ subject }) =>
    raiseNotice(home.as('notices'), 'askUnanswered', `/auffrischen/${subject}`),
  );
  events.on('vacancy.arisen', ({ path }) => raiseNotice(home.as('notices'), 'roleVacant', path));
  addPartings(home, rounds);
  addBackups(home, rounds);
  addAnchors(home, rounds);
  addProtecting(home, rounds);
  await jobs.start();
  await rounds.begin();
  post.begin();
  await steps.goOn();
  return { jobs, steps, search, freshness, post };
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
