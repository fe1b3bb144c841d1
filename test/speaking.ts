import { thereFor } from '../src/app/duplicates.ts';
import { MIGRATIONS } from '../src/app/migrations.ts';
import { NEIGHBOURS } from '../src/app/neighbours.ts';
import { REGISTER } from '../src/app/register.ts';
import { insertSource, say, type NewClaim, type NewSubject } from '../src/areas/claims/index.ts';
import { addOfferPages, addOfferPreviewPage, addOfferSpeakPages } from '../src/areas/offers/index.ts';
import {
  addOrganisationPages,
  addPreviewPage,
  addSpeakPages,
  PICTURE_UPLOAD,
} from '../src/areas/organisations/index.ts';
import { openGazetteer } from '../src/areas/places/index.ts';
import { STRANGER, system, type Actor } from '../src/plain/actor.ts';
import { idFor } from '../src/plain/ids.ts';
import type { Json } from '../src/plain/json.ts';
import { fixedClock } from '../src/platform/clock.ts';
import { createEvents } from '../src/platform/events.ts';
import { createWeb, hashOf, insertSession } from '../src/platform/http/index.ts';
import { SILENT } from '../src/platform/log/index.ts';
import { loadWords } from '../src/platform/words/index.ts';
import { aSource, newClaim } from './claims.ts';
import { openTestDatabase } from './database.ts';
import { frameOf, ORIGIN } from './web.ts';

const frame = frameOf();
/** When the list of the house spoke. */
const LISTED_AT = new Date('2026-03-01T08:00:00Z');

export type Speaking = Awaited<ReturnType<typeof openSpeaking>>;

/** A house with organisations that speak for themselves: pages as the app adds them, people who are signed in already. */
export async function openSpeaking(people: Readonly<Record<string, Actor>>, now: string) {
  const database = await openTestDatabase(MIGRATIONS);
  const clock = fixedClock(now);
  const web = createWeb({
    database,
    words: loadWords('src', { strict: false }),
    clock,
    events: createEvents(SILENT),
    log: SILENT,
    origin: ORIGIN,
    bare: [],
    bodyLimits: [PICTURE_UPLOAD],
    renderTrouble: ({ kind }) => kind,
    recognise: (id, session) => {
      const found = Object.values(people).find((one) => 'account' in one && one.account === id);
      return Promise.resolve(found === undefined ? null : { ...found, session });
    },
  });
  const speaking = { frame, register: REGISTER, gazetteer: openGazetteer(), titlesOf: NEIGHBOURS.titlesOf };
  addOrganisationPages(web, { frame, ...NEIGHBOURS });
  addSpeakPages(web, speaking);
  addPreviewPage(web, { frame, asStranger: database.as(STRANGER), ...NEIGHBOURS });
  addOfferPages(web, { frame, ...NEIGHBOURS });
  const program = { db: database.as(system('test')), actor: system('test'), words: loadWords('src').in('de') };
  const as = () => ({ ...program, clock, events: createEvents(SILENT) });
  addOfferSpeakPages(web, { ...speaking, thereFor: thereFor({ as, clock }) });
  addOfferPreviewPage(web, { frame, asStranger: database.as(STRANGER), ...NEIGHBOURS });
  const asSystem = database.as(system('test'));
  const list = await asSystem.write(async (tx) => {
    for (const name of Object.keys(people)) {
      await tx.insertInto('account').values(accountRow(name)).execute();
      await insertSession(tx, { tokenHash: hashOf(`token-${name}`), account: idFor(name), device: null }, clock.now());
    }
    return insertSource(tx, aSource(LISTED_AT, { publisher: 'Stadt', licence: 'cc0' }), 0);
  });
  const send = async (path: string, who: string | null, init: RequestInit = {}) => {
    const cookie: Record<string, string> = who === null ? {} : { cookie: `session=token-${who}` };
    const response = await web.request(path, {
      ...init,
      headers: { origin: ORIGIN, 'accept-language': 'de', ...cookie },
    });
    const location = response.headers.get('location') ?? '';
    return { status: response.status, text: await response.text(), location };
  };
  const get = (path: string, who: string | null = null) => send(path, who);
  const post = (path: string, who: string | null, form: Readonly<Record<string, string>>) =>
    send(path, who, { method: 'POST', body: new URLSearchParams(form) });
  return {
    database,
    clock,
    web,
    frame,
    asSystem,
    /** The source of the list. */
    list,
    get,
    post,
    /** Opens a form and sends it back with these inputs. */
    save: async (path: string, who: string, form: Readonly<Record<string, string>>) =>
      post(path, who, { base: baseIn((await get(path, who)).text), ...form }),
    /** The list says something. */
    tell: (subjects: readonly NewSubject[], claims: readonly NewClaim[]) =>
      asSystem.write((tx) => say(tx, REGISTER, { subjects, claims, at: LISTED_AT })),
    listed: (subject: string, field: string, value: Json, more: Partial<NewClaim> = {}): NewClaim => {
      const language = field === 'name' ? 'de' : null;
      return newClaim({ subject, field, language, value, source: list, saidAt: LISTED_AT, ...more });
    },
  };
}

/** Somebody with an account who speaks for some organisations. */
export function speaker(name: string, organisations: readonly string[]): Actor {
  return { kind: 'account', session: name, account: idFor(name), organisations, isAdmitted: false };
}

/** The words that a form was made from, as it carries them. */
export function baseIn(text: string): string {
  return /name="base" value="([^"]*)"/.exec(text)?.[1] ?? '';
}

function accountRow(name: string) {
  return {
    id: idFor(name),
    alias: name,
    alias_key: name,
    language: 'de',
    mail: null,
    began_on: '2026-11-01',
    seen_on: null,
    passphrase: null,
    totp_secret: null,
    totp_step: null,
    recovery_hash: null,
  };
}
