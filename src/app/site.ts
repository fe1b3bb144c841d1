import type { Hono } from 'hono';
import { addListPages } from '../areas/lists/index.ts';
import { addNetworkPages } from '../areas/networks/index.ts';
import { addOfferPages } from '../areas/offers/index.ts';
import { addOrganisationPages } from '../areas/organisations/index.ts';
import { addFindingPages, openFinder } from '../areas/finding/index.ts';
import { addEntrance, createWeb, firstEntrance, type Env } from '../platform/http/index.ts';
import { openJobs, type Jobs } from '../platform/jobs/index.ts';
import { addAssets, readAssets } from './assets.ts';
import { frames } from './frame.ts';
import type { Home } from './home.ts';
import { openImportJobs } from './import-jobs.ts';
import { NEIGHBOURS } from './neighbours.ts';
import { addBeginPage } from './pages/begin.tsx';
import { renderEntrance } from './pages/entrance.tsx';
import { addExamplePages } from './pages/examples.tsx';
import { addKitPage } from './pages/kit.tsx';
import { addSourcePage } from './pages/source.tsx';
import { addStartPage } from './pages/start.tsx';
import { renderTrouble } from './pages/trouble.tsx';

/** The web site of an installation with the jobs behind it, ready to answer. */
export interface Site {
  readonly web: Hono<Env>;
  readonly jobs: Jobs;
  /** The first entrance, while nobody is in. */
  entrance(origin: string): Promise<string | null>;
  /** The address of this site, once it is known on which port it listens. */
  originAt(port: number): string;
}

export async function openSite(home: Home): Promise<Site> {
  const { database, clock, events, log, words, config, gazetteer, folder } = home;
  const frame = frames(home, readAssets());
  const web = createWeb({
    database,
    words,
    clock,
    events,
    log,
    origin: config.origin,
    renderTrouble: renderTrouble(frame),
    bodyLimits: [{ path: /^\/listen(\/.*)?$/, bytes: MAX_UPLOAD_BYTES }],
    bare: ['/assets/'],
  });
  addAssets(web);
  const jobs = openJobs(database, log);
  const steps = openImportJobs(home, jobs);
  await jobs.start();
  await steps.goOn();
  const finder = openFinder(gazetteer);
  addStartPage(web, { frame, finder });
  addBeginPage(web, { home, frame });
  addEntrance(web, { database, clock, origin: config.origin, renderEntrance: renderEntrance(frame) });
  addExamplePages(web, { frame, clock });
  addSourcePage(web, { frame, sourceUrl: config.sourceUrl });
  addFindingPages(web, { frame, finder });
  addOrganisationPages(web, { frame, ...NEIGHBOURS });
  addOfferPages(web, { frame, ...NEIGHBOURS });
  addNetworkPages(web, { frame, ...NEIGHBOURS });
  addListPages(web, { frame, gazetteer, uploads: folder.uploads, imports: home.imports, send: steps.send });
  if (config.development) addKitPage(web, { frame });
  return {
    web,
    jobs,
    entrance: (origin) => firstEntrance(database, origin, clock),
    originAt: (port) => (config.port === 0 ? `http://localhost:${port}` : config.origin),
  };
}

/** The largest list and the words about it. A list of a hundred thousand rows has some 30 MB. */
const MAX_UPLOAD_BYTES = 201_000_000;
