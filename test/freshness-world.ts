import type { Hono } from 'hono';
import { addFreshnessPages, goRound, letLapse, type Silence } from '../src/areas/freshness/index.ts';
import { say, insertSource, type NewClaim } from '../src/areas/claims/index.ts';
import { addOfferPages } from '../src/areas/offers/index.ts';
import { addOrganisationPages, countryOf, placeReader } from '../src/areas/organisations/index.ts';
import { openGazetteer, rhoenauTable } from '../src/areas/places/index.ts';
import type { FreshnessPages } from '../src/areas/freshness/index.ts';
import { MIGRATIONS } from '../src/app/migrations.ts';
import { NEIGHBOURS } from '../src/app/neighbours.ts';
import { renderTrouble } from '../src/app/pages/trouble.tsx';
import { REGISTER } from '../src/app/register.ts';
import { system, type Actor } from '../src/plain/actor.ts';
import { idFor } from '../src/plain/ids.ts';
import type { Json } from '../src/plain/json.ts';
import type { Context } from '../src/platform/context.ts';
import type { Database } from '../src/platform/database/index.ts';
import { createEvents } from '../src/platform/events.ts';
import { addEntrance, createWeb, makeEntrance, type Env, type Request } from '../src/platform/http/index.ts';
import { openLinks } from '../src/platform/links/index.ts';
import { SILENT } from '../src/platform/log/index.ts';
import { loadWords } from '../src/platform/words/index.ts';
import type { Frame } from '../src/ui/index.ts';
import { openTestDatabase } from './database.ts';

const ORIGIN = 'http://localhost';
const words = loadWords('src');
const gazetteer = openGazetteer({ extra: [rhoenauTable()] });

/** A register with two associations and an offer, and a clock that can be set. */
export async function openFreshnessWorld() {
  const database: Database = await openTestDatabase(MIGRATIONS);
  let time = new Date('2026-11-21T09:00:00Z');
  const clock = { now: () => time };
  const events = createEvents(SILENT);
  const frame = (c: Request): Promise<Frame> =>
    Promise.resolve({
      words: c.var.words,
      url: new URL(c.req.url),
      site: 'Rhönau',
      invented: false,
      signedIn: false,
      languages: [],
      nav: [],
      notice: null,
      asset: (name: string) => `/${name}`,
      unread: false,
    });
  const work: Omit<FreshnessPages, 'frame'> & Silence = {
    links: await openLinks(database),
    register: REGISTER,
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
  });
  addFreshnessPages(web, { frame, ...work });
  addOrganisationPages(web, { frame, ...NEIGHBOURS });
  addOfferPages(web, { frame, ...NEIGHBOURS });
  addEntrance(web, { database, clock, origin: ORIGIN, renderEntrance: () => '' });
  const link = await makeEntrance(database, ORIGIN, clock);
  const entered = await web.request(new URL(link).pathname, { method: 'POST', headers: { origin: ORIGIN } });
  const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const as = (actor: Actor): Context => ({ db: database.as(actor), actor, clock, words: words.in('de'), events });

  async function answerOf(response: Response) {
    return { status: response.status, text: await response.text(), headers: response.headers };
  }
  return {
    database,
    work,
    events,
    as,
    program: as(system('test')),
    coordination: as({
      kind: 'coordination',
      session: idFor('session'),
      account: idFor('account'),
      organisations: [],
      isAdmitted: false,
    }),
    now: () => time,
    setTime: (text: string) => {
      time = new Date(text);
    },
    goRound: async (heard: Partial<Silence> = {}) => {
      const ctx = as(system('freshness'));
      return { ...(await goRound(ctx, work)), ...(await letLapse(ctx, { ...work, ...heard })) };
    },
    get: async (path: string, as_: 'stranger' | 'operator' = 'stranger', language = 'de') =>
      answerOf(
        await web.request(path, {
          headers: { 'accept-language': language, ...(as_ === 'operator' ? { cookie } : {}) },
        }),
      ),
    post: async (path: string, form: Record<string, string> = {}, as_: 'stranger' | 'operator' = 'stranger') =>
      answerOf(
        await web.request(path, {
          method: 'POST',
          headers: {
            origin: ORIGIN,
            'accept-language': 'de',
            'content-type': 'application/x-www-form-urlencoded',
            ...(as_ === 'operator' ? { cookie } : {}),
          },
          body: new URLSearchParams(form).toString(),
        }),
      ),
    /** What a list says about an entry, on a day. */
    tell: (
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
          {
            kind: own ? 'own' : 'list',
            speaker: own ? idFor(key) : null,
            publisher: 'Landkreis',
            licence: 'CC0',
            takedownContact: '',
            retrievedAt: saidAt,
          },
          0,
        );
        const claims = Object.entries(facts).map(([field, value]): NewClaim => ({
          subject: idFor(key),
          field,
          language: field === 'name' || field === 'description' ? 'de' : null,
          value,
          source,
          sourceKind: own ? 'own' : 'list',
          scope: field === 'street' ? 'partner' : field === 'internalContact' ? 'own' : 'public',
          saidAt,
          validFrom: null,
          validTo: null,
          confirmedAt: null,
          confirmedByRole: null,
        }));
        await say(tx, REGISTER, { subjects: isKnown ? [] : [{ id: idFor(key), kind }], claims, at: saidAt });
        return idFor(key);
      }),
    /** The mails that wait, the newest last, each with the path of its link. */
    mails: async () => {
      const { rows } = await database.sql(`select receiver, language, content from mail order by written_at, id`);
      return rows.map((row) => ({
        receiver: String(row['receiver']),
        language: String(row['language']),
        content: JSON.stringify(row['content']),
        path: /\/bestaetigen\/[\w-]+/.exec(JSON.stringify(row['content']))?.[0] ?? '',
      }));
    },
    close: () => database.close(),
  };
}

export type FreshnessWorld = Awaited<ReturnType<typeof openFreshnessWorld>>;
