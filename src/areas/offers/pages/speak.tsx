import type { Hono } from 'hono';
import { context, type Env } from '../../../platform/http/index.ts';
import { addWritingPages, OWN_WAY, ROLE_WAY, type WritingWay } from '../../claims/index.ts';
import { writingBasics, type SpeakPages } from '../../organisations/index.ts';
import { correctOffer } from '../correct.ts';
import { OFFER_FIELDS } from '../fields.ts';
import { keeperFor } from '../keeper-for.ts';
import { may } from '../may.ts';
import { PARTS } from '../parts.ts';
import { speakOf } from '../speak.ts';
import { standByOffer } from '../stand-by.ts';
import { findShownOffer } from '../store.ts';
import { addEndPages } from './end.tsx';
import { addKeptPage } from './kept.tsx';
import { addNewPages, type NewOfferPages } from './new.tsx';

const PATH = '/angebote';

// words: offers.part.*
/** New offers of an organisation, its word about those it keeps, and the keepers' word in a role about all. */
export function addOfferSpeakPages(web: Hono<Env>, pages: NewOfferPages): void {
  addKeptPage(web, pages.frame);
  addNewPages(web, pages);
  addEndPages(web, pages);
  addWritingPages(web, {
    path: PATH,
    fields: OFFER_FIELDS,
    ways: [ownWay(pages), roleWay(pages)],
    nameless: (words) => words.say('offers.noName'),
    back: (words) => words.say('offers.speak.back'),
    shownOf: findShownOffer,
    titleOf: (words, { key }) => words.say(`offers.part.${key}`),
    ...writingBasics(pages, 'offer'),
  });
}

function ownWay({ register }: SpeakPages): WritingWay {
  return {
    ...OWN_WAY,
    parts: PARTS,
    byWhom: (c, db, offer) => keeperFor(db, c.var.actor, offer),
    text: (words) => words.say('offers.speak.text'),
    save: (c, { subject, by, ...written }) =>
      speakOf({ ...context(c), register }, { offer: subject, organisation: by, ...written }),
    own: {
      standBy: (c, offer, organisation) => standByOffer({ ...context(c), register }, { offer, organisation }),
      previewLabel: (words) => words.say('offers.preview.go'),
      moreLinks: (words, offer) => [{ href: `${PATH}/${offer}/beenden`, label: words.say('offers.end.title') }],
    },
  };
}

function roleWay({ register }: SpeakPages): WritingWay {
  return {
    ...ROLE_WAY,
    parts: PARTS,
    byWhom: (c) => Promise.resolve(may.correct(c.var.actor) === true ? c.var.actor.kind : null),
    text: (words) => words.say('offers.correct.text'),
    save: (c, { subject, ...written }) => correctOffer({ ...context(c), register }, { offer: subject, ...written }),
    own: null,
  };
}
