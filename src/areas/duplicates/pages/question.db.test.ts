import { afterEach, beforeEach, expect, test } from 'vitest';
import { MERGING } from '../../../app/merging.ts';
import { openSameDesk, type SameDesk } from '../../../../test/same-desk.ts';
import { showDesk } from '../show-question.ts';

let desk: SameDesk;
beforeEach(async () => {
  desk = await openSameDesk();
}, 120_000);
afterEach(() => desk.close());

const HEAD = 'Nr;Name;Straße;PLZ;Ort;Telefon;E-Mail\n';
const ONE = `${HEAD}1;Frauenverein Nûjîn e. V.;Löwenplatz 3;09111;Chemnitz;0371 1234560;post@nujin.example
2;Fahrradwerkstatt Kappel;Zwickauer Straße 12;09112;Chemnitz;0371 998877;rad@kappel.example
3;Bildungswerk Sachsen gGmbH;Markt 1;09111;Chemnitz;0371 555000;info@bildung.example
`;
const OTHER = `${HEAD}7;Frauenverein Nujin;Löwenpl. 3;9111;Chemnitz;0371/1234560;
8;Fahrradwerkstatt Kappel e.V.;Zwickauer Str. 12;09112;Chemnitz;;rad@kappel.example
9;Chor Harmonie;Am Anger 5;09113;Chemnitz;0371 777;chor@harmonie.example
`;
const NUJIN = ['Frauenverein Nujin', 'Frauenverein Nûjîn e. V.'].toSorted();

async function twoLists(): Promise<readonly [string, string]> {
  const lists = [await desk.list(), await desk.list()] as const;
  await desk.takeOver(lists[0], ONE);
  await desk.takeOver(lists[1], OTHER);
  return lists;
}

test('two lists are brought in, the questions answered and taken back, and nothing is asked twice after the next import', async () => {
  const [one, other] = await twoLists();
  const shown = await desk.get('/dasselbe');
  expect(shown.text).toContain('2 Fragen sind offen');
  expect(shown.text).toContain('Gleiche Telefonnummer');
  const first = await desk.asked();
  const said = await desk.answer('same', { words: 'Am Telefon gefragt' });
  expect(said.status).toBe(303);
  const next = await desk.get(said.location ?? '');
  expect(next.text).toContain('Gemerkt');
  expect(next.text).toContain('Rückgängig');
  expect(next.text).toContain('Eine Frage ist offen');
  expect(await desk.asked()).not.toEqual(first);
  await desk.answer('different');
  expect(await desk.asked()).toBeNull();

  await desk.takeOver(one, ONE.replace('0371 555000', '0371 555001'));
  await desk.takeOver(other, OTHER.replace('Chor Harmonie', 'Chor Harmonie Chemnitz'));
  expect(await desk.asked()).toBeNull();

  const judged = await desk.get('/dasselbe/urteile');
  expect(judged.text).toContain('2 Entscheidungen');
  expect(judged.text).toContain('Am Telefon gefragt');
  expect(judged.text).toContain('dem Betrieb');
  const [, judgement = ''] = /name="judgement" value="([^"]+)"/.exec(judged.text) ?? [];
  const back = await desk.post('/dasselbe/ruecknahme', { judgement, from: 'urteile' });
  expect(back.location).toBe('/dasselbe/urteile');
  expect((await desk.get('/dasselbe')).text).toContain('Eine Frage ist offen');
}, 60_000);

test('what was merged by mistake is two again at once, each under its own address', async () => {
  await twoLists();
  const said = await desk.answer('same');
  const page = await desk.get(said.location ?? '');
  const [, judgement = ''] = /name="judgement" value="([^"]+)"/.exec(page.text) ?? [];
  await desk.post('/dasselbe/ruecknahme', { judgement, from: 'frage' });
  expect((await desk.get('/dasselbe')).text).toContain('2 Fragen sind offen');
  expect((await desk.get('/dasselbe/urteile')).text).toContain('Noch ist nichts entschieden');
});

test('who does not know is asked again after ninety days, and not before', async () => {
  await twoLists();
  while ((await desk.asked()) !== null) await desk.answer('unsure');
  const open = async () => (await showDesk(desk.ctx, MERGING.register, { last: null })).open;
  desk.clock.turn('2026-05-29T10:00:00Z');
  await desk.search();
  expect(await open()).toBe(0);
  desk.clock.turn('2026-05-30T10:00:00Z');
  expect(await open()).toBe(2);
});

test('strangers are told nothing: these pages are not there, and their forms are not either', async () => {
  await twoLists();
  for (const path of ['/dasselbe', '/dasselbe/urteile', '/dasselbe/gespraeche']) {
    const answer = await desk.get(path, null);
    const nothing = await desk.get('/dasselbe/nichts', null);
    expect([answer.status, answer.text]).toEqual([404, nothing.text]);
  }
  const [a, b] = ['0190f000-0000-7000-8000-000000000001', '0190f000-0000-7000-8000-000000000002'];
  for (const [path, form] of [
    ['/dasselbe', { a, b, outcome: 'same' }],
    ['/dasselbe/ruecknahme', { judgement: a }],
    ['/dasselbe/ohne-frage', { what: 'begin' }],
  ] as const)
    expect((await desk.post(path, form, null)).status).toBe(404);
});

test('what is not there cannot be judged, and a form that is none is refused', async () => {
  const [a, b] = ['0190f000-0000-7000-8000-000000000001', '0190f000-0000-7000-8000-000000000002'];
  expect((await desk.post('/dasselbe', { a, b, outcome: 'same' })).status).toBe(404);
  expect((await desk.post('/dasselbe', { a: 'x', b, outcome: 'same' })).status).toBe(400);
  expect((await desk.post('/dasselbe/ruecknahme', { judgement: a })).status).toBe(404);
});

test('which belongs to which is said by the answer, stands on both pages, and is gone when it is taken back', async () => {
  await twoLists();
  const html = (await desk.get('/dasselbe')).text;
  const ways = [...html.matchAll(/name="part" value="([^"]+)">.*?<span>(.*?) gehört zu (.*?)<\/span>/g)];
  expect(ways.length).toBe(2);
  const [, part = '', one = '', other = ''] = ways[1] ?? [];
  const whole = ways[0]?.[1] ?? '';
  const said = await desk.post('/dasselbe', { a: part, b: whole, part });
  expect((await desk.get(said.location ?? '')).text).toContain(`Gemerkt: ${one} gehört zu ${other}.`);
  const kin = async (of: string) =>
    /Gehört zusammen.*?<dt[^>]*>.*?<span>(.*?)<\/span>.*?href="(.*?)"/s.exec(await publicPage(of));
  expect((await kin(part))?.slice(1)).toEqual(['Gehört zu', `/organisationen/${whole}`]);
  expect((await kin(whole))?.slice(1)).toEqual(['Dazu gehört', `/organisationen/${part}`]);
  expect((await desk.get('/dasselbe/urteile')).text).toContain(`${one} gehört zu ${other}`);
  const [, judgement = ''] = /zuletzt=(.+)$/.exec(said.location ?? '') ?? [];
  await desk.post('/dasselbe/ruecknahme', { judgement });
  expect(await kin(part)).toBeNull();
});

test('two entries of one name are told apart wherever they are named', async () => {
  const lists = [await desk.list(), await desk.list()];
  await desk.takeOver(lists[0] ?? '', `${HEAD}1;Verein Chiya;;09111;Chemnitz;0371 1234560;post@chiya.example\n`);
  await desk.takeOver(lists[1] ?? '', `${HEAD}7;Verein Chiya;;09113;Chemnitz;0371 1234560;\n`);
  const ways = async () =>
    [...(await desk.get('/dasselbe')).text.matchAll(/name="part" value="([^"]+)">.*?<span>(.*?)<\/span>/g)].toSorted(
      ([, , one = ''], [, , other = '']) => (one < other ? -1 : 1),
    );
  const [first, second] = await ways();
  const told = 'Verein Chiya (Liste 1) gehört zu Verein Chiya (Liste 2)';
  expect(first?.[2]).toBe(told);
  expect(second?.[2]).toBe('Verein Chiya (Liste 2) gehört zu Verein Chiya (Liste 1)');
  const said = await desk.post('/dasselbe', { a: first?.[1] ?? '', b: second?.[1] ?? '', part: first?.[1] ?? '' });
  expect((await desk.get(said.location ?? '')).text).toContain(`Gemerkt: ${told}.`);
  const { text } = await desk.get('/dasselbe/urteile');
  expect(text).toContain(told);
  expect(text).toContain('<bdi>Verein Chiya (Liste 2)</bdi>');
});

test('an entry that counts for several lists is told apart by all of them', async () => {
  const row = (nr: number) => `${nr};Verein Chiya;;09111;Chemnitz;0371 1234560;post@chiya.example\n`;
  await desk.takeOver(await desk.list(), `${HEAD}${row(1)}${row(2)}`);
  await desk.takeOver(await desk.list(), `${HEAD}${row(7)}`);
  const { rows } = await desk.database.sql("select subject from list_row where key in ('k:1', 'k:7') order by key");
  const [a = '', b = ''] = rows.map(({ subject }) => String(subject));
  await desk.post('/dasselbe', { a, b, outcome: 'same' });
  expect((await desk.get('/dasselbe')).text).toMatch(
    /Verein Chiya \((Liste \d+) und (Liste \d+)\) gehört zu Verein Chiya \((\1|\2)\)/,
  );
  expect((await desk.get('/dasselbe/urteile')).text).toMatch(
    /Verein Chiya \((Liste \d+)\)<.*Verein Chiya \((?!\1\))Liste \d+\)</s,
  );
});

test('two entries of one name in one list are told apart by their places', async () => {
  await desk.takeOver(
    await desk.list(),
    `${HEAD}1;Verein Chiya;;09111;Chemnitz;0371 1234560;\n2;Verein Chiya;;09350;Lichtenstein;0371 1234560;\n`,
  );
  expect((await desk.get('/dasselbe')).text).toMatch(
    /<span>Verein Chiya \(\S+ Chemnitz\) gehört zu Verein Chiya \(\S+ Lichtenstein/,
  );
});

const publicPage = async (organisation: string) => (await desk.get(`/organisationen/${organisation}`, null)).text;

test('both cards name the lists that say so, by their titles', async () => {
  await twoLists();
  const { text } = await desk.get('/dasselbe');
  const sources = [...text.matchAll(/Quelle: ([^<]+)/g)].map(([, source = '']) => source.trim());
  expect(sources.toSorted()).toEqual(['Liste 1 (Amt Kaltenried)', 'Liste 2 (Amt Kaltenried)']);
});

test('the surest are merged without a question once that is switched on, and what was separated is asked', async () => {
  await twoLists();
  const offered = await desk.get('/dasselbe');
  expect(offered.text).toContain('Eindeutiges selbst zusammenlegen');
  await desk.search();
  expect((await desk.get('/dasselbe/urteile')).text).toContain('Noch ist nichts entschieden');
  expect((await desk.post('/dasselbe/ohne-frage', { what: 'begin' })).status).toBe(303);
  await desk.search();
  const judged = await desk.get('/dasselbe/urteile');
  expect(judged.text).toContain('dem Programm');
  const taken = [...judged.text.matchAll(/name="judgement" value="([^"]+)"/g)].map(([, id = '']) => id);
  for (const judgement of taken) await desk.post('/dasselbe/ruecknahme', { judgement });
  await desk.search();
  expect((await desk.get('/dasselbe/urteile')).text).toContain('Noch ist nichts entschieden');
  expect((await desk.get('/dasselbe')).text).toContain('2 Fragen sind offen');
  await desk.post('/dasselbe/ohne-frage', { what: 'end' });
  expect((await desk.get('/dasselbe')).text).not.toContain('Wieder alles fragen');
});

test('what cannot all be true stands on top of what was judged', async () => {
  const lists = [await desk.list(), await desk.list(), await desk.list()];
  const named = (name: string) => `${HEAD}1;${name};Löwenplatz 3;09111;Chemnitz;0371 1234560;post@nujin.example\n`;
  await desk.takeOver(lists[0] ?? '', named('Frauenverein Nûjîn e. V.'));
  await desk.takeOver(lists[1] ?? '', named('Frauenverein Nujin'));
  await desk.takeOver(lists[2] ?? '', named('Frauenverein Nûjîn'));
  const { rows } = await desk.database.sql('select a, b from pair_asked order by effect desc, a, b');
  const [first, second, third] = rows.map(({ a, b }) => ({ a: String(a), b: String(b) }));
  expect(rows.length).toBe(3);
  expect((await desk.get('/dasselbe')).text).toContain('2 Fragen sind offen');
  await desk.post('/dasselbe', { ...first, outcome: 'different' });
  await desk.post('/dasselbe', { ...second, outcome: 'same' });
  // What follows from both is not asked any more.
  expect(await desk.asked()).toBeNull();
  const last = await desk.post('/dasselbe', { ...third, outcome: 'same' });
  expect((await desk.get(last.location ?? '')).text).toContain('Zusammengelegt ist nichts');
  expect((await desk.get('/dasselbe')).text).toContain('ein Widerspruch');
  const judged = (await desk.get('/dasselbe/urteile')).text;
  expect(judged).toContain('Das passt nicht zusammen');
  expect(judged.indexOf('Das passt nicht zusammen')).toBeLessThan(judged.indexOf('3 Entscheidungen'));
});

test('the evidence is told in every language', async () => {
  await twoLists();
  for (const [language, title, evidence] of [
    ['en', 'Is this the same?', 'Same telephone number'],
    ['tr', 'Bu aynısı mı?', 'Aynı telefon numarası'],
    ['ar', 'هل هذا نفس الشيء؟', 'رقم الهاتف نفسه'],
    ['uk', 'Чи це те саме?', 'Однаковий номер телефону'],
  ] as const) {
    const { text } = await desk.get('/dasselbe', desk.cookie, language);
    expect(text).toContain(title);
    expect(text).toContain(evidence);
    expect(text).not.toMatch(/duplicates\.\w/);
  }
});

test('the question that settles most comes first', async () => {
  await twoLists();
  const { rows } = await desk.database.sql('select a from pair_asked');
  const first: (readonly string[] | null)[] = [];
  for (const { a } of rows) {
    await desk.database.sql('update pair_asked set effect = case a when $1 then 9 else 1 end', [a]);
    first.push(await desk.asked());
  }
  expect(first).toHaveLength(2);
  expect(first).toEqual(expect.arrayContaining([NUJIN, ['Fahrradwerkstatt Kappel', 'Fahrradwerkstatt Kappel e.V.']]));
});
