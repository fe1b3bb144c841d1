import type { Hono } from 'hono';
import type { FrameOf } from '../src/app/frame.ts';
import type { Clock } from '../src/platform/clock.ts';
import type { Database } from '../src/platform/database/index.ts';
import { createEvents } from '../src/platform/events.ts';
import { addEntrance, createWeb, makeEntrance, type Env, type Request } from '../src/platform/http/index.ts';
import { SILENT } from '../src/platform/log/index.ts';
import { loadWords } from '../src/platform/words/index.ts';
import type { Frame } from '../src/ui/index.ts';

/** Where the pages of tests lie. */
export const ORIGIN = 'http://localhost';

/** The frame that a test's pages stand in: a site with a name, and nothing around its pages but what `more` says. */
export function frameOf(more: (c: Request) => Partial<Frame> = () => ({})): FrameOf {
  return (c) =>
    Promise.resolve({
      words: c.var.words,
      url: new URL(c.req.url),
      site: 'Rhönau',
      invented: true,
      signedIn: (c.get('actor')?.kind ?? 'stranger') !== 'stranger',
      account: null,
      languages: [],
      nav: [],
      notice: null,
      asset: (name) => `/${name}`,
      unread: false,
      ...more(c),
    });
}

/** A web without pages yet, on a database and a clock; troubles are told by their kind alone. */
export function openWeb(
  inside: { readonly database: Database; readonly clock: Clock },
  more: Partial<Parameters<typeof createWeb>[0]> = {},
): Hono<Env> {
  return createWeb({
    words: loadWords('src'),
    events: createEvents(SILENT),
    log: SILENT,
    origin: ORIGIN,
    renderTrouble: ({ kind }) => kind,
    ...inside,
    ...more,
  });
}

/** Goes through the first entrance, once all pages are there; answers the cookie of whoever has. */
export async function enterAsOperator(
  web: Hono<Env>,
  { database, clock, renderEntrance = () => '' }: Entering,
): Promise<string> {
  addEntrance(web, { database, clock, origin: ORIGIN, renderEntrance });
  const link = await makeEntrance(database, ORIGIN, clock);
  const entered = await web.request(new URL(link).pathname, { method: 'POST', headers: { origin: ORIGIN } });
  return (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

type Entering = Pick<Parameters<typeof addEntrance>[1], 'database' | 'clock'> &
  Partial<Pick<Parameters<typeof addEntrance>[1], 'renderEntrance'>>;

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly location: string | null;
}

/** Asks for pages as a person with a language and perhaps a cookie, and sends their forms. */
export function asking(web: Hono<Env>) {
  const send = async (path: string, cookie: string | null, language: string, init: RequestInit): Promise<Answer> => {
    const given: Record<string, string> = cookie === null ? {} : { cookie };
    const headers = { origin: ORIGIN, 'accept-language': language, ...given };
    const response = await web.request(path, { ...init, headers });
    const location = response.headers.get('location');
    return { status: response.status, text: await response.text(), location };
  };
  return {
    get: (path: string, cookie: string | null = null, language = 'de') => send(path, cookie, language, {}),
    post: (path: string, form: Readonly<Record<string, string>>, cookie: string | null = null, language = 'de') =>
      send(path, cookie, language, { method: 'POST', body: new URLSearchParams(form) }),
  };
}
