import type { Hono } from 'hono';
import { ask } from '../src/areas/freshness/ask.ts';
import { addFreshnessPages, goRound, letLapse, type Silence } from '../src/areas/freshness/index.ts';
import { say, insertSource } from '../src/areas/claims/index.ts';
import { addNoticePages } from '../src/areas/notices/index.ts';
import { appoint, createAccount, recogniser } from '../src/areas/people/index.ts';
import { addOfferPages } from '../src/areas/offers/index.ts';
import { addOrganisationPages, countryOf, placeReader } from '../src/areas/organisations/index.ts';
import { openGazetteer, rhoenauTable } from '../src/areas/places/index.ts';
import type { FreshnessPages } from '../src/areas/freshness/index.ts';
import { VOICES } from '../src/app/freshness.ts';
import { MIGRATIONS } from '../src/app/migrations.ts';
import { NEIGHBOURS } from '../src/app/neighbours.ts';
import { renderTrouble } from '../src/app/pages/trouble.tsx';
import { REGISTER } from '../src/app/register.ts';
import { system, type Actor } from '../src/plain/actor.ts';
import { idFor } from '../src/plain/ids.ts';
import { dayOf } from '../src/plain/time.ts';
import type { Json } from '../src/plain/json.ts';
import type { Context } from '../src/platform/context.ts';
import type { Database } from '../src/platform/database/index.ts';
import { createEvents } from '../src/platform/events.ts';
import { createWeb, hashOf, insertSession, type Env } from '../src/platform/http/index.ts';
import { openLinks } from '../src/platform/links/index.ts';
import { SILENT } from '../src/platform/log/index.ts';
import { loadWords } from '../src/platform/words/index.ts';
import { aSource, newClaim } from './claims.ts';
import { openTestDatabase } from './database.ts';
import { enterAsOperator, frameOf, ORIGIN } from './web.ts';
import { seenIn } from './seen.ts';

/** What a list says about a small association: for everyone, for partners, for itself alone. */
export const ASSOCIATION = {
  name: 'Frauenverein Nûjîn',
  mailbox: 'kontakt@nujin.example',
  phone: '+493714004990',
  place: { name: 'Kaltenried' },
  languages: ['ar', 'de', 'kmr'],
  street: 'Leinensteig 4',
  internalContact: 'geheim-kanarie',
};
const VOICE_TOKEN = 'token-voice';
const words = loadWords('src');
const gazetteer = openGazetteer({ extra: [rhoenauTable()] });

/** A register with two associations and an offer, and a clock that can be set. */
export async function openFreshnessWorld() {
  const database: Database = await openTestDatabase(MIGRATIONS);
  let time = new Date('2026-11-21T09:00:00Z');
  const clock = { now: () => time };
  const events = createEvents(SILENT);
  const frame = frameOf(() => ({ invented: false, signedIn: false }));
  const work: Omit<FreshnessPages, 'frame'> & Silence = {
    links: await openLinks(database),
    ...VOICES,
    origin: ORIGIN,
    wordsIn: (language) => words.in(language),
    readPlaceIn: (country) => placeReader(gazetteer, country),
    countryOf,
    listedOn: () => Promise.resolve(new Map()),
  };
  const web: Hono<Env> = createWeb({
    database,
    words,
    clock,
    events,
    log: SILENT,
    origin: ORIGIN,
    renderTrouble: renderTrouble(frame),
    recognise: recogniser(database),
  });
  const speaking: string[] = [];
  addFreshnessPages(web, { frame, ...work });
  addOrganisationPages(web, { frame, ...NEIGHBOURS });
  addOfferPages(web, { frame, ...NEIGHBOURS });
  addNoticePages(web, {
    frame,
    wordsIn: work.wordsIn,
    sender: () => Promise.resolve({ site: 'Rhönau', origin: ORIGIN }),
    outbox: '',
  });
  const cookie = await enterAsOperator(web, { database, clock });
  const as = (actor: Actor): Context => ({ db: database.as(actor), actor, clock, words: words.in('de'), events });

  async function answerOf(response: Response) {
    return { status: response.status, text: await response.text(), headers: response.headers };
  }
  type Who = 'stranger' | 'operator' | 'voice';
  const cookieOf = (who: Who): Record<string, string> => ({
    ...(who === 'operator' ? { cookie } : {}),
    ...(who === 'voice' ? { cookie: `session=${VOICE_TOKEN}` } : {}),
  });
  const get = async (path: string, who: Who = 'stranger', language = 'de') =>
    answerOf(await web.request(path, { headers: { 'accept-language': language, ...cookieOf(who) } }));
  const post = async (path: string, form: Record<string, string> = {}, who: Who = 'stranger') =>
    answerOf(
      await web.request(path, {
        method: 'POST',
        headers: {
          origin: ORIGIN,
          'accept-language': 'de',
          'content-type': 'application/x-www-form-urlencoded',
          ...cookieOf(who),
        },
        body: new URLSearchParams(form).toString(),
      }),
    );
  /** Somebody begins to speak for an organisation, with an account that reads mail; from then on `voice` asks. */
  async function giveVoice(organisation: string): Promise<string> {
    const account = await database.as(system('test')).write(async (tx) => {
      const details = { alias: `Stimme ${speaking.length}`, language: 'tr', passphrase: null };
      const mail = `${organisation.slice(-6)}@privat.example`;
      const id = await createAccount(tx, { ...details, mail }, time);
      await appoint(
        tx,
        { kind: 'organisation', organisation, place: 'holder', account: id, from: dayOf(time), until: null },
        time,
      );
      await tx.deleteFrom('session').where('token_hash', '=', hashOf(VOICE_TOKEN)).execute();
      await insertSession(tx, { tokenHash: hashOf(VOICE_TOKEN), account: id, device: null }, time);
      return id;
    });
    speaking.push(organisation);
    return account;
  }
  const coordination = as({
    kind: 'coordination',
    session: idFor('session'),
    account: idFor('account'),
    organisations: [],
    isAdmitted: false,
  });
  /** What a list says about an entry, on a day. */
  const tell = (
    key: string,
    facts: Readonly<Record<string, Json>>,
    more: {
      readonly kind?: 'organisation' | 'offer';
      readonly on?: string;
      readonly isKnown?: boolean;
      readonly own?: boolean;
    } = {},
  ) =>
    database.as(system('test')).write(async (tx) => {
      const { kind = 'organisation', on = '2026-10-01', isKnown = false, own = false } = more;
      const saidAt = new Date(`${on}T08:00:00Z`);
      const source = await insertSource(
        tx,
        aSource(saidAt, { kind: own ? 'own' : 'list', speaker: own ? idFor(key) : null, publisher: 'Landkreis' }),
        0,
      );
      const claims = Object.entries(facts).map(([field, value]) =>
        newClaim({
          subject: idFor(key),
          field,
          language: field === 'name' || field === 'description' ? 'de' : null,
          value,
          source,
          sourceKind: own ? 'own' : 'list',
          scope: field === 'street' ? 'partner' : field === 'internalContact' ? 'own' : 'public',
          saidAt,
        }),
      );
      await say(tx, REGISTER, { subjects: isKnown ? [] : [{ id: idFor(key), kind }], claims, at: saidAt });
      return idFor(key);
    });
  /** The mails that wait, the newest last, each with the path of its link. */
  const mails = async () => {
    const { rows } = await database.sql(`select receiver, language, content from mail order by written_at, id`);
    return rows.map((row) => ({
      receiver: String(row['receiver']),
      language: String(row['language']),
      content: JSON.stringify(row['content']),
      path:
        /\/(?:bestaetigen|organisationen\/[\w-]+\/nicht-wir)\/[\w-]+/.exec(JSON.stringify(row['content']))?.[0] ?? '',
    }));
  };
  return {
    database,
    giveVoice,
    work,
    events,
    as,
    program: as(system('test')),
    coordination,
    now: () => time,
    setTime: (text: string) => {
      time = new Date(text);
    },
    goRound: async (heard: Partial<Silence> = {}) => {
      const ctx = as(system('freshness'));
      return { ...(await goRound(ctx, work)), ...(await letLapse(ctx, { ...work, ...heard })) };
    },
    get,
    post,
    /** Looks at what a link shows, and answers about just that. */
    answer: async (path: string, form: Record<string, string> = {}) =>
      post(path, { seen: seenIn((await get(path)).text), ...form }),
    tell,
    mails,
    /** An association that a list knows and that has just been asked by mail; the path of its link. */
    asked: async (key: string, facts: Readonly<Record<string, Json>> = {}) => {
      const mailbox = `kontakt@${key}.example`;
      const id = await tell(key, { ...ASSOCIATION, name: `Verein ${key}`, mailbox, ...facts });
      const done = await ask(coordination, work, id);
      if (!done.ok) throw new Error(done.issue.key);
      const mail = (await mails()).find(({ receiver }) => receiver === mailbox);
      return { id, path: mail?.path ?? '' };
    },
    close: () => database.close(),
  };
}

export type FreshnessWorld = Awaited<ReturnType<typeof openFreshnessWorld>>;
