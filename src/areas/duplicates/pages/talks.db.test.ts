import { afterAll, beforeAll, expect, test } from 'vitest';
import { listOf, pathOf } from '../../../app/duplicates.ts';
import { MERGING } from '../../../app/merging.ts';
import { NEIGHBOURS } from '../../../app/neighbours.ts';
import { openSpeaking, speaker, type Speaking } from '../../../../test/speaking.ts';
import { system, type Actor } from '../../../plain/actor.ts';
import { idFor } from '../../../plain/ids.ts';
import { createEvents } from '../../../platform/events.ts';
import { SILENT } from '../../../platform/log/index.ts';
import { loadWords } from '../../../platform/words/index.ts';
import { addDuplicatePages, findPairs } from '../index.ts';

const [NUJIN, TREFF, OTHER, CAFE, CLUB] = ['nujin', 'treff', 'other', 'cafe', 'club'].map((key) => idFor(key)) as [
  string,
  string,
  string,
  string,
  string,
];
const CARLA: Actor = {
  kind: 'coordination',
  session: 'carla',
  account: idFor('carla'),
  organisations: [],
  isAdmitted: false,
};
const SUNDAY = [{ day: 7, from: '15:00', to: '17:00', zone: 'Europe/Berlin' }];
let house: Speaking;

beforeAll(async () => {
  const people = {
    anna: speaker('anna', [NUJIN]),
    ben: speaker('ben', [TREFF]),
    olga: speaker('olga', [OTHER]),
    carla: CARLA,
  };
  house = await openSpeaking(people, '2026-11-21T20:15:00Z');
  const { listed } = house;
  const offer = (id: string, name: string, carrier: string) => [
    listed(id, 'name', name),
    listed(id, 'carrier', carrier),
    listed(id, 'topics', ['Deutsch üben']),
    listed(id, 'languages', ['de']),
    listed(id, 'place', { name: 'Chemnitz', postcode: '09111' }),
    listed(id, 'times', SUNDAY),
  ];
  await house.tell(
    [
      ...[NUJIN, TREFF, OTHER].map((id) => ({ id, kind: 'organisation' as const })),
      ...[CAFE, CLUB].map((id) => ({ id, kind: 'offer' as const })),
    ],
    [
      listed(NUJIN, 'name', 'Frauenverein Nujin'),
      listed(TREFF, 'name', 'Treff'),
      listed(OTHER, 'name', 'Chor'),
      ...offer(CAFE, 'Sprachcafé', 'Frauenverein Nujin'),
      ...offer(CLUB, 'Redeklub', 'Treff'),
    ],
  );
  await house.asSystem.write(async (tx) => {
    await tx.insertInto('subject_keeper').values({ subject: CAFE, organisation: NUJIN }).execute();
    await tx.insertInto('subject_keeper').values({ subject: CLUB, organisation: TREFF }).execute();
  });
  const { titlesOf } = NEIGHBOURS;
  const pages = { frame: house.frame, ...MERGING, pathOf, titlesOf, search: () => Promise.resolve() };
  addDuplicatePages(house.web, pages);
  const actor = system('test');
  const ctx = { db: house.asSystem, actor, clock: house.clock, words: loadWords('src').in('de') };
  const match = () => Promise.resolve({ pairs: [], clusters: [] });
  await findPairs({ ...ctx, events: createEvents(SILENT), ...MERGING, listOf, match });
}, 120_000);
afterAll(() => house.database.close());

test('offers that overlap are shown to both carriers and to the coordination, and to nobody else', async () => {
  const mine = await house.get(`/angebote/${CAFE}`, 'anna');
  expect(mine.text).toContain('Redet miteinander');
  expect(mine.text).toContain(`/angebote/${CLUB}`);
  expect((await house.get(`/angebote/${CLUB}`, 'ben')).text).toContain(`/angebote/${CAFE}`);
  for (const who of [null, 'olga'])
    expect((await house.get(`/angebote/${CAFE}`, who)).text).not.toContain('Redet miteinander');
  const all = await house.get('/dasselbe/gespraeche', 'carla');
  expect(all.text).toContain('Sprachcafé');
  expect(all.text).toContain('Redeklub');
  expect(all.text).toContain('Deutsch üben');
});

test('who speaks for a carrier does not see the list of all', async () => {
  expect((await house.get('/dasselbe/gespraeche', 'anna')).status).toBe(404);
});

test('they are never a question whether both are the same', async () => {
  expect((await house.get('/dasselbe', 'carla')).text).toContain('Gerade ist keine Frage offen');
});

test('what is not shown any more overlaps with nothing', async () => {
  await house.asSystem.write((tx) =>
    tx.updateTable('subject').set({ withdrawn_at: house.clock.now() }).where('id', '=', CLUB).execute(),
  );
  expect((await house.get(`/angebote/${CAFE}`, 'anna')).text).not.toContain('Redet miteinander');
});
