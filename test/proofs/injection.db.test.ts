import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ORIGIN, type Answer, type Who } from './house.ts';
import { formsIn } from './pages.ts';
import { openCounty, SHOWN, type County } from './people.ts';
import { fill, holesIn, kindOfHole, routesOf, type Route } from './routes.ts';

let county: County;
/** A form as somebody is shown it. */
let forms: readonly Shown[];

interface Shown {
  readonly who: Who;
  readonly method: 'get' | 'post';
  readonly action: string;
  readonly fields: ReadonlyMap<string, string>;
}

/** Ends a session or a role: whoever tries the others still needs it. */
const NOT_TRIED = /^\/austritt|^\/konto\/sitzungen|\/aufgabe\/[^/]+\/ende$/;

beforeAll(async () => {
  county = await openCounty();
  forms = await gatherForms();
}, 120_000);
afterAll(async () => {
  await county.close();
});

async function gatherForms(): Promise<readonly Shown[]> {
  const found = new Map<string, Shown>();
  for (const who of [county.who.own, county.who.partner, county.who.coordination, county.who.operator, null])
    for (const route of routesOf(county)) {
      const path = pathOf(route);
      // What a page posts to is tried even where no page shows it now: with nothing but the names that are known.
      if (route.method === 'POST' && who !== null)
        found.set(`${path} bare ${who}`, { who, method: 'post', action: path, fields: new Map() });
      if (route.method === 'POST') continue;
      const { text } = await county.get(path, who);
      for (const { action, method, fields } of formsIn(text, path)) {
        const key = `${method} ${action.replaceAll(/[0-9a-f-]{36}/g, ':id')} ${[...fields.keys()].join(',')}`;
        if (action.startsWith('/') && !found.has(key)) found.set(key, { who, method, action, fields });
      }
    }
  return [...found.values()].filter(({ action }) => !NOT_TRIED.test(action));
}

function pathOf({ pattern }: Route): string {
  const known: Readonly<Record<string, string>> = { ...county.things, organisation: SHOWN, part: 'kontakt' };
  return fill(
    pattern,
    Object.fromEntries(holesIn(pattern).map((hole) => [hole, known[kindOfHole(pattern, hole) ?? ''] ?? 'x'])),
  );
}

const NASTY = [
  `' or '1'='1`,
  `'; drop table claim; --`,
  `"; select pg_sleep(5); --`,
  String.raw`\'; delete from account; --`,
  '$1',
  '%s%n{0}${7*7}{{7*7}}',
  '\u0000',
  'a\u0000b',
  '\r\nx-injected: yes\r\n\r\n<b47>',
  '\n',
  '\u2028\u2029\u0085',
  '\u202E\u2066\u200F\u061C',
  '\uD800',
  '\uDFFFx',
  '\uFFFE\uFFFF\uFEFF',
  '"><script>alert(47)</script>',
  `'><img src=x onerror=alert(47)>`,
  '</textarea></select></title><script>alert(47)</script>',
  'javascript:alert(47)',
  '{{constructor.constructor("alert(47)")()}}',
  '<!--',
  ']]>',
  '../../../etc/passwd',
  '-1',
  '0',
  '1e400',
  '99999999999999999999999',
  'NaN',
  '2026-02-31',
  '0000-00-00',
  '+999999-01-01',
  '[]',
  '{"a":1}',
  '__proto__',
  'constructor',
  'é'.normalize('NFD').repeat(50),
  '\u{1F9D5}\u200D\u{1F692}',
  'ﷺ'.repeat(200),
  'x'.repeat(100_000),
  ' ',
  '',
];
const nasty = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.constantFrom(...NASTY.filter(({ length }) => length < 100)), { minLength: 2, maxLength: 3 })
      .map((parts) => parts.join('')),
  },
);

/** What is wrong with an answer, whatever was sent. */
function wrongWith(answer: Answer): string | null {
  if (answer.status >= 500) return `${answer.status}`;
  if (answer.headers.get('x-injected') !== null) return 'a header was split';
  if (!(answer.headers.get('content-type') ?? '').includes('html')) return null;
  if (/<script>alert|<img src=x|<b47|<[a-z][^<>]*\son\w+\s*=/i.test(answer.text.replaceAll(/"[^"<>]*"/g, '""')))
    return 'reflected as it was sent';
  if (/href="\s*javascript:/i.test(answer.text)) return 'a link runs code';
  return null;
}

test('no form takes words for orders: nothing breaks, nothing is split, nothing comes back unescaped', async () => {
  expect(forms.length).toBeGreaterThan(60);
  const before = await bystander();
  const wrong = new Set<string>();
  const names = [...new Set(forms.flatMap(({ fields }) => [...fields.keys()]))];
  for (const [index, { who, method, action, fields }] of forms.entries()) {
    const own = fields.size === 0 ? names : [...fields.keys()];
    const inputs = fc.sample(
      fc.record(Object.fromEntries(own.map((name) => [name, fc.option(nasty, { freq: 3, nil: undefined })]))),
      {
        numRuns: RUNS,
        seed: 47 + index,
      },
    );
    for (const input of inputs) {
      const typed = Object.fromEntries(
        own.map((name) => [name, shorten(input[name] ?? fields.get(name) ?? '', own.length)]),
      );
      const answer =
        method === 'post'
          ? await county.post(action, who, typed)
          : await county.get(`${action}?${new URLSearchParams(typed).toString()}`, who);
      const what = wrongWith(answer);
      if (what !== null) wrong.add(`${method} ${action.replaceAll(/[0-9a-f-]{36}/g, ':id')}: ${what}`);
    }
  }
  expect([...wrong]).toEqual([]);
  expect(await bystander()).toBe(before);
  // Nobody has lost the way in on the way here, so that all of it was really tried.
  expect((await county.get(`/organisationen/${SHOWN}/bearbeiten`, county.who.own)).status).toBe(200);
  expect((await county.get('/listen/neu', county.who.coordination)).status).toBe(200);
  expect((await county.get('/postausgang', county.who.operator)).status).toBe(200);
});

const RUNS = 3;

/** A form of many fields stays below what a form may hold, so that it is read at all. */
function shorten(text: string, count: number): string {
  return count > 4 && text.length > 1_000 ? text.slice(0, 1_000) : text;
}

test('no address takes words for orders', async () => {
  const wrong = new Set<string>();
  const names = [
    ...new Set([...forms.flatMap(({ method, fields }) => (method === 'get' ? [...fields.keys()] : [])), ...KNOWN]),
  ];
  for (const route of routesOf(county).filter(({ method }) => method === 'GET')) {
    const path = pathOf(route);
    const inputs = fc.sample(fc.record(Object.fromEntries(names.map((name) => [name, nasty]))), {
      numRuns: RUNS,
      seed: 11,
    });
    for (const input of inputs) {
      for (const who of [null, county.who.operator]) {
        const answer = await county.get(`${path}?${new URLSearchParams(input).toString()}`, who);
        const what = wrongWith(answer);
        if (what !== null) wrong.add(`${route.pattern}: ${what}`);
      }
    }
    for (const raw of ['%', '%ff', '%ed%a0%80', 'q=%00', 'seite=%31%00', '&&&==&', 'q[]=1&q[a]=2', 'a'.repeat(20_000)])
      for (const who of [null, county.who.operator]) {
        const answer = await county.get(`${path}?${raw}`, who);
        const what = wrongWith(answer);
        if (what !== null) wrong.add(`${route.pattern}?${raw.slice(0, 20)}: ${what}`);
      }
    // One by one too: a value that is refused early hides what the next would do.
    for (const name of ['seite', 'page', 'stand'])
      for (const value of ['99999999999999999999999', '-1', '\u0000']) {
        const answer = await county.get(
          `${path}?${new URLSearchParams({ [name]: value }).toString()}`,
          county.who.operator,
        );
        const what = wrongWith(answer);
        if (what !== null) wrong.add(`${route.pattern}?${name}=${value.slice(0, 30)}: ${what}`);
      }
  }
  expect([...wrong]).toEqual([]);
});

/** The names that addresses carry besides those of forms. */
const KNOWN = ['lang', 'seite', 'zeige', 'weiter', 'nach', 'liste', 'form', 'stand', 'page', 'q'];

const BODIES: readonly (readonly [type: string | null, body: string])[] = [
  [null, ''],
  ['application/json', '{"a":'],
  ['application/json', '{"alias":{"$ne":null}}'],
  ['text/plain', 'a=b'],
  ['multipart/form-data', 'x'],
  ['multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb'],
  [
    'multipart/form-data; boundary=x',
    '--x\r\ncontent-disposition: form-data; name="file"; filename="../../x\0.csv"\r\n\r\nb\r\n--x--\r\n',
  ],
  ['application/x-www-form-urlencoded', '%'],
  ['application/x-www-form-urlencoded', 'alias=%ed%a0%80&code=%ff%fe&code=2&code=3&said=%00'],
  ['application/x-www-form-urlencoded', '__proto__[x]=1&constructor=2&alias[]=1'],
  ['application/x-www-form-urlencoded', '&'.repeat(5_000)],
];

test('a body that is no form is refused kindly at every address', async () => {
  const wrong: string[] = [];
  for (const route of routesOf(county).filter(({ method, pattern }) => method === 'POST' && !NOT_TRIED.test(pattern)))
    for (const [type, body] of BODIES) {
      const headers: Record<string, string> = type === null ? {} : { 'content-type': type };
      const answer = await county.ask(pathOf(route), county.who.operator, { method: 'POST', headers, body });
      const what = wrongWith(answer);
      if (what !== null) wrong.push(`${route.pattern} ${type} ${body.slice(0, 30)}: ${what}`);
    }
  expect(wrong).toEqual([]);
});

test('a header that smuggles comes out of no answer and stands in no log', async () => {
  const mark = 'gebrannte-mandel-47';
  for (const name of [
    'x-request-id',
    'x-forwarded-for',
    'x-forwarded-host',
    'user-agent',
    'referer',
    'accept-language',
    'cookie',
  ])
    for (const path of ['/', '/anmelden', `/organisationen/${SHOWN}`]) {
      const response = await county.site.web.request(`${ORIGIN}${path}`, {
        headers: { [name]: `${mark}; language=${mark}` },
      });
      expect(response.status).toBeLessThan(500);
      expect(await response.text()).not.toContain(mark);
      expect(JSON.stringify([...response.headers])).not.toContain(mark);
    }
  expect(county.logged.join('\n')).not.toContain(mark);
  // A path and what was searched stand in no log either, also where nothing answers.
  await county.get(`/${mark}?q=${mark}`, null);
  expect(county.logged.join('\n')).not.toContain(mark);
});

/** Everything that is known about somebody who has nothing to do with any of it. */
async function bystander(): Promise<string> {
  const { rows: found } = await county.sql(`select id from account where alias = 'Andere Amsel'`);
  const ids = [county.ours, String(found[0]?.['id'])];
  const { rows } = await county.sql(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  const parts: string[] = [];
  for (const { name } of rows)
    for (const id of ids) {
      const { rows: sums } = await county.sql(
        `select count(*)::integer as n, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum
         from "${String(name)}" t where t::text like $1`,
        [`%${id}%`],
      );
      // A network is written anew when another of its members protects itself; the bystander has to stay in it.
      parts.push(`${String(name)} ${JSON.stringify(name === 'network' ? sums[0]?.['n'] : sums[0])}`);
    }
  return parts.join('\n');
}
