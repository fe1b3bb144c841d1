import { tmpdir } from 'node:os';
import { MIGRATIONS } from '../src/app/migrations.ts';
import { namesOf } from '../src/app/names.ts';
import { addConversationPages, goConversationRound } from '../src/areas/commonground/index.ts';
import { recogniser } from '../src/areas/people/recognise.ts';
import { system } from '../src/plain/actor.ts';
import { hashOf, insertSession } from '../src/platform/http/index.ts';
import { openLinks } from '../src/platform/links/index.ts';
import { loadWords } from '../src/platform/words/index.ts';
import { openTestDatabase } from './database.ts';
import { tryPeople } from './people.ts';
import { asking, frameOf, openWeb, ORIGIN } from './web.ts';

export type ConversationHouse = Awaited<ReturnType<typeof openConversationHouse>>;

export const SEEDS = [
  'Das Jugendzentrum soll auch sonntags offen sein.',
  'Wir brauchen mehr Räume ohne Mietkosten.',
  'Alle Vereine sollen Schlüssel bekommen.',
  'Die Stadt hört uns zu wenig zu.',
  'Feste feiern wir am besten gemeinsam.',
  'Geld soll nach Mitgliedern verteilt werden.',
  'Sitzungen sollen kürzer sein.',
] as const;

/** What somebody types who prepares a conversation. */
export const PLAN = {
  'question.de': 'Was brauchen wir im Viertel?',
  'purpose.de': 'Das Ergebnis geht an die Stadt.',
  'rules.de': 'Wir reden von uns, nicht über andere.',
  'redLines.de': 'Niemand muss sich zu einem Land bekennen.',
  'question.ar': 'ماذا نحتاج في الحي؟',
  'purpose.ar': 'تذهب النتيجة إلى المدينة.',
  languages: 'ar',
  entry: 'link',
  isPublic: 'yes',
  opensOn: '2026-11-21',
  endsOn: '2026-12-05',
  'topic1.de': 'Der Krieg',
  'topic1.ar': 'الحرب',
  topicDay1: '2027-01-10',
  seeds: SEEDS.join('\n'),
};

/** An organisation that looks after a conversation, another one, the coordination, and everybody who has the link. */
export async function openConversationHouse(more: Readonly<Record<string, string>> = {}, origin = ORIGIN) {
  const entered = new Set<string>();
  const database = await openTestDatabase(MIGRATIONS);
  const people = tryPeople(database, '2026-11-21T10:00:00Z');
  const organisation = await people.organisation();
  const other = await people.organisation();
  const accounts = {
    nur: await account('nur', 'organisation', organisation),
    otto: await account('otto', 'organisation', other),
    kim: await account('kim', 'coordination', null),
    olga: await account('olga', 'operator', null),
  };
  const words = loadWords('src');
  const web = openWeb({ database, clock: people.clock }, { recognise: recogniser(database) });
  addConversationPages(web, {
    frame: frameOf(),
    origin,
    namesOf,
    wordsIn: (code) => words.in(code),
    links: await openLinks(database),
    uploads: tmpdir(),
  });
  const { get, post } = asking(web);
  const nur = await enter('nur');
  const prepared = await post('/gespraeche/neu', { ...PLAN, ...more, steward: organisation }, nur);
  const path = prepared.location ?? '';
  const id = path.split('/').at(-1) ?? '';
  const rows = async (text: string, values: readonly unknown[] = []) => (await database.sql(text, values)).rows;
  return {
    ...people,
    database,
    organisation,
    web,
    get,
    post,
    enter,
    nur,
    rows,
    path,
    id,
    prepared,
    round: () => goConversationRound(people.as(system('conversations'))),
    /** The path of the link on the sheet. */
    door: async () => /https?:\/\/localhost(\/g\/[\w-]{48})/.exec((await get(`${path}/blatt`, nur)).text)?.[1] ?? '',
    join,
    statementAt,
    /** Somebody joins and answers every statement that has an answer here; the cookie. */
    async vote(door: string, answers: Readonly<Record<string, string>>, form: Readonly<Record<string, string>> = {}) {
      const cookie = await join(door, form);
      const ids = new Map(
        (await rows('select id, texts from statement where conversation = $1', [id])).map((row) => [
          textOf(row),
          String(row['id']),
        ]),
      );
      for (const [text, answer] of Object.entries(answers)) {
        const sent = await post(`${door}/aussage`, { statement: ids.get(text) ?? '', answer }, cookie);
        if (sent.status !== 303) throw new Error(`${text}: ${sent.status}`);
      }
      return cookie;
    },
  };

  /** Joins by the link; the cookie that the browser keeps. */
  async function join(door: string, form: Readonly<Record<string, string>> = {}): Promise<string> {
    const response = await web.request(door, {
      method: 'POST',
      headers: { origin: ORIGIN },
      body: new URLSearchParams(form),
    });
    return /\bg[0-9a-f]{8}=[^;]+/.exec(response.headers.get('set-cookie') ?? '')?.[0] ?? '';
  }

  /** The id of the statement that a page asks about. */
  function statementAt(text: string): string {
    return /name="statement" value="([^"]+)"/.exec(text)?.[1] ?? '';
  }

  async function account(name: string, kind: string, of: string | null): Promise<string> {
    const id = await people.account(name, { mail: `${name}@example.org` });
    await people.term(await people.role(kind, of), 'holder', id);
    return id;
  }

  /** Somebody signs in; the cookie. */
  async function enter(name: 'nur' | 'otto' | 'kim' | 'olga'): Promise<string> {
    const token = `token-${name}`;
    if (entered.has(name)) return `session=${token}`;
    entered.add(name);
    const session = { tokenHash: hashOf(token), account: accounts[name], device: null, hasTwoFactors: true };
    await database.as(system('test')).write((tx) => insertSession(tx, session, people.clock.now()));
    return `session=${token}`;
  }
}

function textOf(row: Readonly<Record<string, unknown>>): string {
  return String((row['texts'] as Readonly<Record<string, string>>)['de'] ?? '');
}
