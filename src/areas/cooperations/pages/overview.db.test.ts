import { afterAll, beforeAll, expect, test } from 'vitest';
import { addBarePages } from '../../../../test/cooperation-pages.ts';
import { openSpeaking, speaker, type Speaking } from '../../../../test/speaking.ts';
import type { Actor } from '../../../plain/actor.ts';
import { idFor } from '../../../plain/ids.ts';
import { insertClosure } from '../store-leaving.ts';

const WERK = idFor('werk');
const [TREFF, NUJIN, ANEW] = [idFor('treff'), idFor('nujin'), idFor('werk anew')];
const PEOPLE: Readonly<Record<string, Actor>> = {
  bea: speaker('bea', [WERK]),
  both: speaker('both', [WERK, TREFF]),
  none: speaker('none', []),
  // Came for the entry that the Bildungswerk counts as now.
  cleo: {
    kind: 'account',
    session: 'cleo',
    account: idFor('cleo'),
    organisations: [ANEW],
    alsoAs: [WERK],
    isAdmitted: false,
  },
  carla: { kind: 'coordination', session: 'carla', account: idFor('carla'), organisations: [], isAdmitted: false },
};
const LABEL = { key: 'cooperations.sought.title' };
let house: Speaking;
let deadlinesAsked: readonly string[] = [];

beforeAll(async () => {
  house = await openSpeaking(PEOPLE, '2026-11-21T20:00:00Z');
  await house.tell([{ id: WERK, kind: 'organisation' }], [house.listed(WERK, 'name', 'Bildungswerk')]);
  addBarePages(house, {
    nextDeadline: (_db, organisations) => {
      deadlinesAsked = organisations;
      return Promise.resolve({ href: '/fristen', title: LABEL, note: LABEL });
    },
  });
}, 120_000);
afterAll(() => house.database.close());

const titles = async (page: string) =>
  [...(await house.get(`/zusammenarbeit${page}`, 'bea')).text.matchAll(/<bdi>(Vorhaben \d+)<\/bdi>/g)].map(
    ([, title]) => title,
  );

test('whoever is in many cooperations turns pages; what has ended stands last', async () => {
  for (let at = 1; at <= 22; at += 1) {
    house.clock.turn(`2026-11-${String(at).padStart(2, '0')}T20:00:00Z`);
    await house.post('/zusammenarbeit/neu', 'bea', { title: `Vorhaben ${at}`, concept: 'open' });
  }
  const [newest] = (await house.database.sql("select id from cooperation where title = 'Vorhaben 22'")).rows;
  await house.asSystem.write((tx) =>
    insertClosure(tx, {
      cooperation: String(newest?.['id']),
      day: '2026-11-22',
      kind: 'together',
      keptUntil: '2027-11-22',
    }),
  );
  const first = await titles('');
  expect(first).toHaveLength(20);
  expect(first.slice(0, 2)).toEqual(['Vorhaben 21', 'Vorhaben 20']);
  expect(await titles('?seite=2')).toEqual(['Vorhaben 1', 'Vorhaben 22']);
  // An old link leads to the last page, and nonsense to the first.
  expect(await titles('?seite=9')).toEqual(['Vorhaben 1', 'Vorhaben 22']);
  expect(await titles('?seite=x')).toEqual(first);
  expect((await house.get('/zusammenarbeit', 'bea')).text).toContain('href="?seite=2"');
});

test('who speaks for the entry that a partner counts as now finds what it is in under the old id', async () => {
  const overview = await house.get('/zusammenarbeit', 'cleo');
  expect(overview.text).toContain('<bdi>Vorhaben 21</bdi>');
  expect(deadlinesAsked).toEqual([ANEW, WERK]);
});

test('what is missing at the beginning is said at its place, and what was typed stays', async () => {
  const wrong = await house.post('/zusammenarbeit/neu', 'bea', { title: 'Nähkurs', concept: '' });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('value="Nähkurs"');
  expect(wrong.text).toContain('href="#field-concept"');
  const unnamed = await house.post('/zusammenarbeit/neu', 'bea', { title: ' ', concept: 'open' });
  expect(unnamed.text).toContain('href="#field-title"');
  const whose = await house.post('/zusammenarbeit/neu', 'both', { title: 'Nähkurs', concept: 'open' });
  expect([whose.status, whose.text.includes('href="#field-organisation"')]).toEqual([422, true]);
  const alien = { title: 'Nähkurs', concept: 'open', organisation: NUJIN };
  expect((await house.post('/zusammenarbeit/neu', 'bea', alien)).status).toBe(403);
});

test('strangers and whoever speaks for nobody read what working together means, and can think alone', async () => {
  for (const who of [null, 'none', 'carla']) {
    const { status, text } = await house.get('/zusammenarbeit', who);
    expect(status).toBe(200);
    expect(text).toMatch(/Bittet die Koordination um den Link dafür[^]*Gute Fragen für den Anfang/);
    expect(text).not.toContain('Vorhaben 21');
  }
  const sheet = await house.get('/nachdenken');
  expect(sheet.text.match(/<textarea/g)).toHaveLength(8);
  expect(sheet.text).not.toMatch(/<form[^>]*method="post"[^>]*>[\s\S]*<textarea/);
  expect(sheet.text).toContain('bleibt in diesem Browser');
});
