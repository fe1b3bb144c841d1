import type { Hono } from 'hono';
import { addAgreementPages, ARCHIVE_UPLOAD } from '../areas/agreements/index.ts';
import { addCommitmentPages, nextDeadline } from '../areas/commitments/index.ts';
import { addConversationPages, TAKE_IN_UPLOAD } from '../areas/commonground/index.ts';
import { addCooperationPages, WORKING_TOGETHER_PATH } from '../areas/cooperations/index.ts';
import { addDuplicatePages, questionsStep } from '../areas/duplicates/index.ts';
import { addFreshnessPages } from '../areas/freshness/index.ts';
import { addListPages } from '../areas/lists/index.ts';
import { addNetworkPages } from '../areas/networks/index.ts';
import { addNoticePages } from '../areas/notices/index.ts';
import { addOfferPages, addOfferPreviewPage, addOfferSpeakPages } from '../areas/offers/index.ts';
import {
  addOrganisationPages,
  addPicturePages,
  addPreviewPage,
  addSpeakPages,
  addTakeUpPages,
  PICTURE_UPLOAD,
} from '../areas/organisations/index.ts';
import { addPeoplePages, leadToSecondStep, recogniser } from '../areas/people/index.ts';
import { addDisclosurePages, addInventoryPages, addWhoSeesPage, inventoryOf } from '../areas/protection/index.ts';
import { addReviewsPages } from '../areas/reviews/index.ts';
import { addFindingPages, openFinder } from '../areas/finding/index.ts';
import { addRequestsPages, waitingFor } from '../areas/requests/index.ts';
import { addEntrance, createWeb, type Env } from '../platform/http/index.ts';
import { takeUpPages } from './take-up.tsx';
import { STRANGER } from '../plain/actor.ts';
import type { Jobs } from '../platform/jobs/index.ts';
import { AGREEMENT_NEIGHBOURS } from './agreements.ts';
import { addAssets, readAssets } from './assets.ts';
import { candidatesFor, placeOf } from './candidates.ts';
import { commitmentWork } from './commitments.ts';
import { COOPERATION_PARTS } from './cooperation-parts.ts';
import { DISCLOSING } from './disclosure.ts';
import { fieldsOfAction } from './field-names.ts';
import { frames } from './frame.ts';
import { BESIDE, HOLDINGS } from './holdings.ts';
import type { Home } from './home.ts';
import { addProtectionPages } from './protection.ts';
import { OPEN_ITEMS } from './hand-over-items.ts';
import { alikeOf, judgedPairs, pathOf, thereFor } from './duplicates.ts';
import { mailWords } from './mail-words.ts';
import { MERGING } from './merging.ts';
import { namesOf } from './names.ts';
import { NEIGHBOURS } from './neighbours.ts';
import { openDoor } from './open-door.ts';
import { ownNotices } from './own-notices.tsx';
import { addBeginPage } from './pages/begin.tsx';
import { addClosedDoor } from './pages/closed.tsx';
import { renderEntrance } from './pages/entrance.tsx';
import { addCoordinationPage } from './pages/coordination.tsx';
import { addExamplePages } from './pages/examples.tsx';
import { addKitPage } from './pages/kit.tsx';
import { addSourcePage } from './pages/source.tsx';
import { partnerVoices } from './partings.ts';
import { addStartPage } from './pages/start.tsx';
import { renderTrouble } from './pages/trouble.tsx';
import { REGISTER } from './register.ts';
import { requestWork } from './requests.ts';
import { beginWork } from './work.ts';

/** The web site of an installation with the jobs behind it, ready to answer. */
export interface Site {
  readonly web: Hono<Env>;
  readonly jobs: Jobs;
  /** The first entrance, while nobody is in and nobody runs this house. */
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
    bodyLimits: [
      { path: /^\/listen(\/.*)?$/, bytes: MAX_UPLOAD_BYTES },
      PICTURE_UPLOAD,
      ARCHIVE_UPLOAD,
      TAKE_IN_UPLOAD,
    ],
    recognise: recogniser(database),
    bare: BARE,
  });
  addClosedDoor(web, { frame, folder: folder.path, bare: BARE });
  addAssets(web);
  leadToSecondStep(web);
  const { jobs, steps, search, freshness, post } = await beginWork(home, frame);
  const finder = openFinder(gazetteer);
  addStartPage(web, { frame, finder });
  addBeginPage(web, { home, frame, after: search });
  addCoordinationPage(web, { frame });
  addEntrance(web, { database, clock, origin: config.origin, renderEntrance: renderEntrance(frame) });
  addPeoplePages(web, {
    frame,
    origin: config.origin,
    namesOf,
    workPath: WORKING_TOGETHER_PATH,
    openItems: OPEN_ITEMS,
    noticesFor: ownNotices,
    wordsFor: mailWords((code) => words.in(code)),
  });
  addExamplePages(web, { frame, clock });
  addSourcePage(web, { frame, sourceUrl: config.sourceUrl });
  addFindingPages(web, { frame, finder });
  addOrganisationPages(web, { frame, ...NEIGHBOURS });
  addOfferPages(web, { frame, ...NEIGHBOURS });
  const speaking = { frame, register: REGISTER, gazetteer, titlesOf: NEIGHBOURS.titlesOf };
  addSpeakPages(web, speaking);
  addOfferSpeakPages(web, { ...speaking, thereFor: thereFor(home) });
  addPreviewPage(web, { frame, asStranger: database.as(STRANGER), ...NEIGHBOURS });
  addOfferPreviewPage(web, { frame, asStranger: database.as(STRANGER), ...NEIGHBOURS });
  addPicturePages(web, { frame, uploads: folder.uploads, asStranger: database.as(STRANGER) });
  addTakeUpPages(web, takeUpPages({ frame, origin: config.origin, work: freshness }));
  addFreshnessPages(web, { frame, ...freshness });
  addNoticePages(web, { frame, wordsIn: (code) => words.in(code), sender: post.sender, outbox: folder.outbox });
  addNetworkPages(web, { frame, ...NEIGHBOURS });
  addAgreementPages(web, {
    frame,
    origin: config.origin,
    wordsIn: (code) => words.in(code),
    uploads: folder.uploads,
    ...AGREEMENT_NEIGHBOURS,
  });
  addReviewsPages(web, { frame, namesOf, voices: partnerVoices(home) });
  addDuplicatePages(web, { frame, search, ...MERGING, pathOf, titlesOf: NEIGHBOURS.titlesOf });
  addListPages(web, {
    frame,
    gazetteer,
    alikeOf,
    judgedPairs,
    nextSteps: async (c) => [await questionsStep(c)],
    uploads: folder.uploads,
    imports: home.imports,
    send: steps.send,
  });
  addCooperationPages(web, {
    frame,
    namesOf,
    parts: COOPERATION_PARTS,
    nextDeadline,
    waitingFor: waitingFor(namesOf),
    fieldsOfAction,
    candidatesFor: candidatesFor(finder),
    placeOf: placeOf(gazetteer),
  });
  addRequestsPages(web, { frame, ...requestWork(home, freshness.links) });
  addCommitmentPages(web, { frame, origin: config.origin, namesOf, ...commitmentWork(home, freshness.links) });
  addConversationPages(web, {
    frame,
    wordsIn: (code) => words.in(code),
    origin: config.origin,
    namesOf,
    links: freshness.links,
    uploads: folder.uploads,
  });
  addInventoryPages(web, { frame, inventory: inventoryOf(REGISTER.fields, HOLDINGS), beside: BESIDE });
  addWhoSeesPage(web, { frame });
  addProtectionPages(web, frame);
  addDisclosurePages(web, {
    frame,
    asStranger: database.as(STRANGER),
    as: (actor) => database.as(actor),
    ...DISCLOSING,
  });
  if (config.development) addKitPage(web, { frame });
  return {
    web,
    jobs,
    entrance: (origin) => openDoor(home, origin),
    originAt: (port) => (config.port === 0 ? `http://localhost:${port}` : config.origin),
  };
}

/** Beginnings of paths of which nobody has to know anything: not who asks, not in which language. */
const BARE: readonly string[] = ['/assets/'];

/** The largest list and the words about it. A list of a hundred thousand rows has some 30 MB. */
const MAX_UPLOAD_BYTES = 201_000_000;
