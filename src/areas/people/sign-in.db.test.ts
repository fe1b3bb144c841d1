import { TOTP } from 'otpauth';
import { expect, test } from 'vitest';
import { cookieOf, ORIGIN, PASSPHRASE, START, usePeopleWeb } from '../../../test/people-web.ts';
import type { Actor } from '../../plain/actor.ts';

const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const web = usePeopleWeb();

async function guarded(): Promise<{ id: string; alias: string }> {
  const made = await web.site.account();
  await web.site.write((tx) =>
    tx.updateTable('account').set({ totp_secret: SECRET, totp_step: 1 }).where('id', '=', made.id).execute(),
  );
  return made;
}

async function who(cookie: string): Promise<string> {
  return ((await web.site.who(cookie)) as Actor).kind;
}

/** The page as everybody gets it: without what differs by chance or by what was typed. */
async function pageOf(response: Response, alias: string): Promise<string> {
  return (await response.text()).replaceAll(alias, 'ALIAS');
}

test('alias and passphrase open a session, however the alias is written', async () => {
  const { alias, id } = await web.site.account();
  const entered = await web.site.post('/anmelden', {
    alias: ` ${alias.toUpperCase().replaceAll('-', ' ')} `,
    passphrase: PASSPHRASE,
  });
  expect([entered.status, entered.headers.get('location')]).toEqual([303, '/konto']);
  expect(await who(cookieOf(entered))).toBe('account');
  const row = await web.site.write((tx) =>
    tx.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  );
  expect(row).toMatchObject({ began_on: '2026-11-01', seen_on: '2026-11-21', mail: null });
});

test('the cookie is for this host alone, unreadable for scripts, and no page around it is kept', async () => {
  const { alias } = await web.site.account();
  const entered = await web.site.post('/anmelden', { alias, passphrase: PASSPHRASE });
  const cookie = entered.headers.getSetCookie().find((given) => given.startsWith('__Host-session')) ?? '';
  expect(cookie).toMatch(/^__Host-session=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/);
  const pages = [
    entered,
    await web.site.web.request(`${ORIGIN}/anmelden`),
    await web.site.post('/anmelden', { alias, passphrase: 'falsch' }),
    await web.site.web.request(`${ORIGIN}/konto`, { headers: { cookie: cookieOf(entered) } }),
    await web.site.web.request(`${ORIGIN}/who`, { headers: { cookie: cookieOf(entered) } }),
  ];
  for (const page of pages) expect(page.headers.get('cache-control')).toBe('no-store');
});

test('an alias that nobody has, one with only a passkey and a wrong passphrase get the same page after the same time', async () => {
  const known = await web.site.account();
  const keyed = await web.site.account({ passphrase: null });
  const pages: string[] = [];
  const aliases = [known.alias, keyed.alias, 'Blaue Weide 99999'];
  const tries: { readonly alias: string; readonly took: number }[] = [];
  // Several rounds: whoever else is at work on this machine makes one try longer, not all of them.
  for (const alias of [...aliases, ...aliases, ...aliases]) {
    const start = performance.now();
    const answer = await web.site.post('/anmelden', { alias, passphrase: 'ganz und gar falsche wörter' });
    tries.push({ alias, took: performance.now() - start });
    expect(answer.status).toBe(422);
    pages.push(await pageOf(answer, alias));
  }
  const times = aliases.map((alias) =>
    Math.min(...tries.filter((each) => each.alias === alias).map(({ took }) => took)),
  );
  expect(new Set(pages).size).toBe(1);
  expect(Math.min(...times)).toBeGreaterThan(Math.max(...times) / 4);
  expect(pages[0]).not.toContain('falsche wörter');
  expect(pages[0]).toContain('ALIAS');
});

test('after five wrong passphrases one waits, doubling up to a quarter of an hour, also for an alias that nobody has', async () => {
  const { alias } = await web.site.account();
  const told: string[][] = [];
  for (const name of [alias, 'Gelbe Erle 88888']) {
    web.site.clock.turn(START);
    const says: string[] = [];
    let at = Date.parse(START);
    for (let round = 1; round <= 6; round += 1) {
      const text = await (await web.site.post('/anmelden', { alias: name, passphrase: `falsch ${round}` })).text();
      says.push(/Warte[^.]*/.exec(text)?.[0] ?? 'wrong');
    }
    for (let round = 0; round < 10; round += 1) {
      const text = await (await web.site.post('/anmelden', { alias: name, passphrase: PASSPHRASE })).text();
      const wait = /Warte (?:(\d+) Sekunden|(\d+) Minuten|(eine) Minute)/.exec(text);
      says.push(wait?.[0] ?? 'in');
      if (wait === null) break;
      at += (wait[1] === undefined ? Number(wait[2] ?? 1) * 60 : Number(wait[1])) * 1000;
      web.site.clock.turn(new Date(at).toISOString());
      await web.site.post('/anmelden', { alias: name, passphrase: 'wieder falsch' });
    }
    told.push(says);
  }
  expect(told[0]?.slice(0, 12)).toEqual([
    ...Array.from({ length: 6 }, () => 'wrong'),
    ...[
      'Warte 5 Sekunden',
      'Warte 10 Sekunden',
      'Warte 20 Sekunden',
      'Warte 40 Sekunden',
      'Warte 2 Minuten',
      'Warte 3 Minuten',
    ],
  ]);
  expect(told[0]?.at(-1)).toBe('Warte 15 Minuten');
  expect(told[1]).toEqual(told[0]);
});

test('many guesses at once get no more tries than one after the other, and whoever is in stays in', async () => {
  const { alias } = await web.site.account();
  const cookie = await web.site.enter(alias);
  const answers = await Promise.all(
    Array.from({ length: 20 }, async (_, round) =>
      web.site.post('/anmelden', { alias, passphrase: `geraten ${round}` }),
    ),
  );
  const texts = await Promise.all(answers.map((answer) => answer.text()));
  expect(texts.filter((text) => text.includes('passen nicht zusammen'))).toHaveLength(6);
  expect(await (await web.site.post('/anmelden', { alias, passphrase: PASSPHRASE })).text()).toContain(
    'zu viele Versuche',
  );
  expect(await who(cookie)).toBe('account');
  web.site.clock.turn('2026-11-21T09:15:01Z');
  expect((await web.site.post('/anmelden', { alias, passphrase: PASSPHRASE })).status).toBe(303);
});

test('with a second step the passphrase alone opens nothing, and a code opens once', async () => {
  const { alias, id } = await guarded();
  const first = await web.site.post('/anmelden', { alias, passphrase: PASSPHRASE, next: '/listen' });
  expect([first.status, cookieOf(first)]).toEqual([200, '']);
  const step = /name="step" value="([\w-]{43})"/.exec(await first.text())?.[1] ?? '';
  const code = new TOTP({ secret: SECRET }).generate({ timestamp: web.site.clock.now().getTime() });
  const wrong = await web.site.post('/anmelden/code', {
    step,
    code: code === '000000' ? '111111' : '000000',
    next: '/listen',
  });
  expect([wrong.status, cookieOf(wrong)]).toEqual([422, '']);
  const entered = await web.site.post('/anmelden/code', { step, code, next: '/listen' });
  expect([entered.status, entered.headers.get('location'), await who(cookieOf(entered))]).toEqual([
    303,
    '/listen',
    'account',
  ]);
  expect((await web.site.post('/anmelden/code', { step, code })).status).toBe(422);
  const again = /name="step" value="([\w-]{43})"/.exec(
    await (await web.site.post('/anmelden', { alias, passphrase: PASSPHRASE })).text(),
  )?.[1];
  expect((await web.site.post('/anmelden/code', { step: again ?? '', code })).status).toBe(422);
  web.site.clock.turn('2026-11-21T09:10:01Z');
  const late = new TOTP({ secret: SECRET }).generate({ timestamp: web.site.clock.now().getTime() });
  expect(await (await web.site.post('/anmelden/code', { step: again ?? '', code: late })).text()).toContain(
    'zu lange gedauert',
  );
  expect(
    await web.site.write((tx) => tx.selectFrom('session').select('id').where('account', '=', id).execute()),
  ).toHaveLength(1);
});

test('codes cannot be guessed through: after five wrong ones the right one has to wait too', async () => {
  const { alias } = await guarded();
  const text = await (await web.site.post('/anmelden', { alias, passphrase: PASSPHRASE })).text();
  const step = /name="step" value="([\w-]{43})"/.exec(text)?.[1] ?? '';
  const code = new TOTP({ secret: SECRET }).generate({ timestamp: web.site.clock.now().getTime() });
  for (let round = 0; round < 6; round += 1) await web.site.post('/anmelden/code', { step, code: 'keiner' });
  expect(await (await web.site.post('/anmelden/code', { step, code })).text()).toContain('zu viele Versuche');
});

test('signing in gives a new token and ends the session that the browser brought along', async () => {
  const victim = await web.site.account();
  const planted = await web.site.enter((await web.site.account()).alias);
  const own = await web.site.enter(victim.alias, { cookie: planted });
  expect(own).not.toBe(planted);
  expect(await who(planted)).toBe('stranger');
  expect(await who(own)).toBe('account');
  const guessed = await web.site.enter(victim.alias, { cookie: '__Host-session=chosen-by-somebody-else' });
  expect(guessed).toMatch(/^__Host-session=[\w-]{43}$/);
});

test('a form of another site signs nobody in and ends no session', async () => {
  const { alias } = await web.site.account();
  const cookie = await web.site.enter(alias);
  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': '', origin: 'https://evil.example' },
  ]) {
    const sent = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ''));
    const body = new URLSearchParams({ alias, passphrase: PASSPHRASE });
    for (const path of ['/anmelden', '/konto/sitzungen/andere/ende', '/konto/abschied']) {
      const answer = await web.site.web.request(`${ORIGIN}${path}`, {
        method: 'POST',
        body,
        headers: { ...sent, cookie },
      });
      expect([answer.status, await answer.text()]).toEqual([403, 'foreignOrigin']);
    }
  }
  expect(await who(cookie)).toBe('account');
});

test.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/%09/evil.example', '/.//evil.example'])(
  'after signing in %s leads nowhere else',
  async (next) => {
    const { alias } = await web.site.account();
    const shown = await (await web.site.web.request(`${ORIGIN}/anmelden?weiter=${encodeURIComponent(next)}`)).text();
    const kept = /name="next" value="([^"]*)"/.exec(shown)?.[1] ?? '';
    const entered = await web.site.post('/anmelden', { alias, passphrase: PASSPHRASE, next });
    for (const path of [kept, entered.headers.get('location') ?? ''])
      expect(new URL(path, ORIGIN).origin + path.slice(0, 2).replace(/[^/\\]/g, '')).toBe(`${ORIGIN}/`);
  },
);

test('a token is exchanged after a day; the former opens two minutes longer and then ends nothing but itself', async () => {
  const { alias } = await web.site.account();
  const former = await web.site.enter(alias);
  web.site.clock.turn('2026-11-22T09:00:01Z');
  const present = cookieOf(await web.site.web.request(`${ORIGIN}/who`, { headers: { cookie: former } }));
  expect(present).toMatch(/^__Host-session=[\w-]{43}$/);
  expect([await who(former), await who(present)]).toEqual(['account', 'account']);
  web.site.clock.turn('2026-11-22T09:02:02Z');
  expect(await who(former)).toBe('stranger');
  await web.site.post('/konto/sitzungen/andere/ende', {}, { cookie: former });
  await web.site.post('/austritt', {}, { cookie: former });
  expect(await who(present)).toBe('account');
});

test('whoever is no account is led to signing in, and back again', async () => {
  const page = await web.site.web.request(`${ORIGIN}/konto/passphrase`);
  expect(page.headers.get('location')).toBe('/anmelden?weiter=%2Fkonto%2Fpassphrase');
  const cookie = await web.site.enter((await web.site.account()).alias);
  const there = await web.site.web.request(`${ORIGIN}/anmelden?weiter=/konto/passphrase`, { headers: { cookie } });
  expect(there.headers.get('location')).toBe('/konto/passphrase');
});
