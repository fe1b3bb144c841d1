import { afterAll, beforeAll, expect, test } from 'vitest';
import { cookieIn, COOKIE, ORIGIN, type Answer, type Who } from './house.ts';
import { linksIn, targetsIn } from './pages.ts';
import { openCounty, SHOWN, type County } from './people.ts';
import { fill, holesIn, kindOfHole, routesOf, type Route } from './routes.ts';

let county: County;

beforeAll(async () => {
  county = await openCounty();
});
afterAll(async () => {
  await county.close();
});

/** A real address for a route: things that are there, so that the page behind it answers and not only the 404. */
function pathOf({ pattern }: Route): string {
  const values = holesIn(pattern).map((hole) => {
    const kind = kindOfHole(pattern, hole) ?? '';
    const known: Readonly<Record<string, string>> = { ...county.things, organisation: SHOWN, part: 'kontakt' };
    return [hole, known[kind] ?? 'x'.repeat(43)] as const;
  });
  return fill(pattern, Object.fromEntries(values));
}

const paths = (method: Route['method']) => routesOf(county).filter((route) => route.method === method);

const EXACT: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000',
};

function wrongHeaders({ headers }: Answer): readonly string[] {
  const policy = headers.get('content-security-policy') ?? '';
  return [
    ...Object.entries(EXACT).flatMap(([name, value]) => (headers.get(name) === value ? [] : [name])),
    ...[
      "default-src 'self'",
      "object-src 'none'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'self'",
    ].filter((part) => !policy.includes(part)),
    ...(/unsafe|https?:|\*/.test(policy) ? ['content-security-policy opens a door'] : []),
    ...(headers.get('permissions-policy')?.includes('geolocation=()') === true ? [] : ['permissions-policy']),
    ...(headers.get('x-powered-by') === null && headers.get('server') === null ? [] : ['says what it runs on']),
    ...(headers.get('access-control-allow-origin') === null ? [] : ['opens itself to other sites']),
    ...headers.getSetCookie().flatMap(wrongCookie),
  ];
}

function wrongCookie(line: string): readonly string[] {
  const [name = ''] = line.split('=');
  return (
    ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']
      .filter((part) => !line.toLowerCase().split(/;\s*/).includes(part.toLowerCase()))
      // Taking a cookie away needs its name and its path only.
      .filter((part) => part === 'Path=/' || !/max-age=0/i.test(line))
      .map((part) => `cookie ${name} without ${part}`)
  );
}

test('every address answers with the headers that keep others out, whoever asks', async () => {
  const seen: string[] = [];
  for (const route of paths('GET'))
    for (const name of ['stranger', 'own', 'partner', 'operator'] as const) {
      const who = county.who[name];
      const answer = await county.get(pathOf(route), who);
      for (const wrong of wrongHeaders(answer)) seen.push(`${name} ${route.pattern}: ${wrong}`);
      if (answer.status >= 500) seen.push(`${name} ${route.pattern}: ${answer.status}`);
      // Where somebody is signed in, no browser and no cache keeps the page.
      if (who !== null && answer.headers.get('cache-control') !== 'no-store')
        seen.push(`${name} ${route.pattern}: kept by ${answer.headers.get('cache-control')}`);
    }
  expect([...new Set(seen)]).toEqual([]);
});

test('a form of another site does nothing, at any address', async () => {
  const seen: string[] = [];
  // What the house wrote while it was prepared goes out within ten seconds, by itself.
  await expect.poll(waitingMails, { timeout: 30_000 }).toBe(0);
  const before = await fingerprint();
  for (const route of paths('POST')) {
    for (const headers of [
      { origin: 'https://fremd.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site', origin: ORIGIN },
      { 'sec-fetch-site': 'same-site', origin: ORIGIN },
      { origin: `${ORIGIN}.fremd.example` },
    ] as readonly Readonly<Record<string, string>>[]) {
      const response = await county.site.web.request(`${ORIGIN}${pathOf(route)}`, {
        method: 'POST',
        headers: { ...headers, cookie: `${COOKIE}=${county.who.operator}` },
        body: new URLSearchParams({ said: 'yes' }),
      });
      if (response.status !== 403) seen.push(`${route.pattern} from ${JSON.stringify(headers)}: ${response.status}`);
      await response.text();
    }
  }
  expect(seen).toEqual([]);
  expect(await fingerprint()).toBe(before);
});

async function waitingMails(): Promise<number> {
  const { rows } = await county.sql(`select count(*)::integer as count from mail where state = 'waiting'`);
  return Number(rows[0]?.['count']);
}

/** All rows of all tables of ours, except those that every request touches. */
async function fingerprint(): Promise<string> {
  const { rows } = await county.sql(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
     and table_name not in ('session', 'throttle') order by 1`,
  );
  const parts: string[] = [];
  for (const { name } of rows) {
    const found = await county.sql(
      `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from "${String(name)}" t`,
    );
    parts.push(`${String(name)} ${String(found.rows[0]?.['sum'])}`);
  }
  return parts.join('\n');
}

test('a method that nobody has asked for is refused, never a fault', async () => {
  const seen: string[] = [];
  for (const path of new Set(routesOf(county).map(pathOf)))
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'HEAD', 'QUERY']) {
      const { status } = await county.ask(path, county.who.operator, { method });
      if (status >= 500 || (method !== 'HEAD' && status < 400)) seen.push(`${method} ${path}: ${status}`);
    }
  expect(seen).toEqual([]);
});

const AWAY = [
  'https://fremd.example/',
  '//fremd.example/',
  String.raw`/\fremd.example/`,
  String.raw`\\fremd.example`,
  '/\tfremd.example',
  '/\n/fremd.example',
  'https:fremd.example',
  'javascript:alert(1)',
  '/%09/fremd.example',
  `${ORIGIN}@fremd.example/`,
  '/.//fremd.example',
  '/..//fremd.example',
  'data:text/html,x',
];

/** Every name that an address or a form of the product can carry. */
const NAMES = [
  'weiter',
  'next',
  'nach',
  'zeige',
  'form',
  'lang',
  'liste',
  'url',
  'redirect',
  'return',
  'to',
  'link',
  'about',
];

function follow(route: Route, who: Who, target: string): Promise<Answer> {
  const everything = new URLSearchParams(NAMES.map((name): [string, string] => [name, target]));
  return county.get(`${pathOf(route)}?${everything.toString()}`, who);
}

test('no address and no form sends anybody away from this site', async () => {
  const seen: string[] = [];
  const isAway = (answer: Answer, path: string) => {
    const location = answer.headers.get('location');
    return location !== null && new URL(location, `${ORIGIN}${path}`).origin !== ORIGIN;
  };
  for (const route of paths('GET'))
    for (const who of [null, county.who.own]) {
      const first = await follow(route, who, AWAY[0] ?? '');
      const takesIt = first.status >= 300 && first.status < 400 ? true : first.text.includes('fremd.example');
      for (const target of takesIt ? AWAY : AWAY.slice(0, 1)) {
        const answer = await follow(route, who, target);
        if (isAway(answer, pathOf(route))) seen.push(`GET ${route.pattern} ${target}`);
        if (
          targetsIn(answer.text).some((link) =>
            /^(https?:)?\/\/fremd|^[\\/]{2}fremd|^javascript:|^data:text/i.test(link),
          )
        )
          seen.push(`GET ${route.pattern} links ${target}`);
      }
    }
  expect(seen).toEqual([]);
});

const alias = 'Passende Pappel';
const passphrase = 'neunzehn leise Laternen im Hafen';

test('whoever signs in goes on inside this site only', async () => {
  await county.enter(alias, {}, passphrase);
  for (const next of AWAY) {
    const answer = await county.post('/anmelden', null, { alias, passphrase, next });
    expect(answer.status).toBe(303);
    expect(new URL(answer.headers.get('location') ?? '', `${ORIGIN}/anmelden`).origin).toBe(ORIGIN);
  }
});

test('a session that somebody else has set is never taken over', async () => {
  const planted = 'A'.repeat(43);
  const before = await county.post('/anmelden', planted, { alias, passphrase, next: '' });
  const given = cookieIn(before);
  expect(before.status).toBe(303);
  expect(given).not.toBe(planted);
  expect(given?.length).toBeGreaterThanOrEqual(43);
  expect((await county.get('/konto', planted)).status).toBe(303);
  expect((await county.get('/konto', given)).status).toBe(200);
  // Who signs in again leaves no old key behind, and signing out ends it here, not only in the browser.
  const second = cookieIn(await county.post('/anmelden', given, { alias, passphrase, next: '' }));
  expect(second).not.toBe(given);
  await county.post('/austritt', second);
  expect((await county.get('/konto', second)).status).toBe(303);
  for (const cookie of ['', 'x', '%00', `${given},${second}`, 'A'.repeat(10_000)])
    expect((await county.get('/konto', cookie)).status).toBe(303);
});

test('no page of this site points a browser to anybody else without a tap, and none loads anything from there', async () => {
  const seen = new Set<string>();
  const wrong: string[] = [];
  for (const who of [null, county.who.own, county.who.partner, county.who.operator]) {
    const known = new Set<string>(['/']);
    const perKind = new Map<string, number>();
    for (const path of known) {
      const kind = path.replaceAll(/[0-9a-f-]{36}/g, ':id').replace(/\?.*/, '');
      perKind.set(kind, (perKind.get(kind) ?? 0) + 1);
      if ((perKind.get(kind) ?? 0) > 12) continue;
      const answer = await county.get(path, who);
      if (!(answer.headers.get('content-type') ?? '').includes('html')) continue;
      for (const [, tag = '', , target = ''] of answer.text.matchAll(
        /<(link|script|img|source|iframe|object|embed|video|audio|form|input|button|use|image)\b[^>]*?\s(href|src|action|formaction|data|poster|srcset|xlink:href)="([^"]*)"/g,
      ))
        if (!/^(\/(?!\/)|#|\?|data:image\/)/.test(target) && !target.startsWith(`${ORIGIN}/`))
          wrong.push(`${path} <${tag}> ${target}`);
      if (/<script(?![^>]*\ssrc=)[^>]*>|<style\b|\sstyle="|\son\w+="/i.test(answer.text))
        wrong.push(`${path} has code inside`);
      seen.add(path);
      for (const link of linksIn(answer.text, ORIGIN, path))
        if (!link.includes('lang=') && !link.startsWith('/finden?') && !link.startsWith('/austritt')) known.add(link);
    }
  }
  expect(wrong).toEqual([]);
  expect(seen.size).toBeGreaterThan(60);
});
