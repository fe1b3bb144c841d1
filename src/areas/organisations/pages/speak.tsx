import type { Hono } from 'hono';
import { context, type Env, type Request } from '../../../platform/http/index.ts';
import {
  addWritingPages,
  OWN_WAY,
  ROLE_WAY,
  type Register,
  type Writing,
  type WritingWay,
} from '../../claims/index.ts';
import type { Gazetteer } from '../../places/index.ts';
import type { Frame } from '../../../ui/index.ts';
import { ORGANISATION_FIELDS } from '../fields.ts';
import { may } from '../may.ts';
import { PARTS } from '../parts.ts';
import { countryOf, placeReader } from '../read-place.ts';
import { scopeOf } from '../scope.ts';
import type { Neighbours } from '../show.ts';
import { correct, speak } from '../speak.ts';
import { standBy } from '../stand-by.ts';
import { findShownOrganisation } from '../store.ts';

export interface SpeakPages extends Pick<Neighbours, 'titlesOf'> {
  readonly frame: (c: Request) => Promise<Frame>;
  readonly register: Register;
  readonly gazetteer: Gazetteer;
}

// words: organisations.part.*
/** `/organisationen/:id/bearbeiten` for whoever speaks for it, `/organisationen/:id/hinweis` for whoever keeps the register. */
export function addSpeakPages(web: Hono<Env>, pages: SpeakPages): void {
  addWritingPages(web, {
    path: '/organisationen',
    fields: ORGANISATION_FIELDS,
    ways: [ownWay(pages), roleWay(pages)],
    nameless: (words) => words.say('organisations.noName'),
    back: (words) => words.say('organisations.speak.back'),
    shownOf: findShownOrganisation,
    titleOf: (words, { key }) => words.say(`organisations.part.${key}`),
    ...writingBasics(pages, 'organisation'),
  });
}

/** What writing about organisations and about their offers has in common. */
export function writingBasics(
  { frame, gazetteer, titlesOf }: SpeakPages,
  kind: 'organisation' | 'offer',
): Pick<Writing, 'frame' | 'titlesOf' | 'countryOf' | 'readPlaceIn' | 'scopeOf'> {
  return {
    frame,
    titlesOf,
    countryOf,
    readPlaceIn: (country) => placeReader(gazetteer, country),
    scopeOf: (field, facts) => scopeOf(field, kind, facts),
  };
}

function ownWay({ register }: SpeakPages): WritingWay {
  return {
    ...OWN_WAY,
    parts: PARTS,
    byWhom: (c, _, id) => Promise.resolve(may.speak(c.var.actor, id) === true ? id : null),
    text: (words) => words.say('organisations.speak.text'),
    save: (c, { subject, ...written }) => speak({ ...context(c), register }, { organisation: subject, ...written }),
    own: {
      standBy: (c, id) => standBy({ ...context(c), register }, id),
      previewLabel: (words) => words.say('organisations.preview.go'),
      moreLinks: () => [],
    },
  };
}

function roleWay({ register }: SpeakPages): WritingWay {
  return {
    ...ROLE_WAY,
    parts: PARTS.filter(({ key }) => key !== 'inside'),
    byWhom: (c) => Promise.resolve(may.correct(c.var.actor) === true ? c.var.actor.kind : null),
    text: (words) => words.say('organisations.correct.text'),
    save: (c, { subject, ...written }) => correct({ ...context(c), register }, { organisation: subject, ...written }),
    own: null,
  };
}
