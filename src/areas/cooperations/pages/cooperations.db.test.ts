import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSpeaking, speaker, type Speaking } from '../../../../test/speaking.ts';
import { candidatesFor, placeOf } from '../../../app/candidates.ts';
import { fieldsOfAction } from '../../../app/field-names.ts';
import { namesOf } from '../../../app/names.ts';
import { REGISTER } from '../../../app/register.ts';
import { protectSubject } from '../../claims/index.ts';
import { openFinder } from '../../finding/index.ts';
import { openGazetteer, rhoenauTable } from '../../places/index.ts';
import { STRANGER, type Actor } from '../../../plain/actor.ts';
import { idFor } from '../../../plain/ids.ts';
import { findNotes } from '../../../platform/chain/index.ts';
import { PLAN_PART } from '../plan-part.ts';
import { hasOffer } from '../store-plan.ts';
import { letIn } from '../store.ts';
import { addCooperationPages } from './routes.ts';
import { nextDeadline } from '../../commitments/index.ts';

const [BILDUNGSWERK, NUJIN, TREFF, WACHT] = ['bildungswerk', 'nujin', 'treff', 'wacht'].map(idFor) as [
  string,
  string,
  string,
  string,
];
const keeper = (kind: 'coordination' | 'operator', name: string): Actor => ({
  kind,
  session: name,
  account: idFor(name),
  organisations: [],
  isAdmitted: false,
});
const PEOPLE: Readonly<Record<string, Actor>> = {
  bea: speaker('bea', [BILDUNGSWERK]),
  nur: speaker('nur', [NUJIN]),
  tom: speaker('tom', [TREFF]),
  both: speaker('both', [BILDUNGSWERK, TREFF]),
  none: speaker('none', []),
  carla: keeper('coordination', 'carla'),
  otto: keeper('operator', 'otto'),
};
const SEWING = idFor('sewing');
const SONNE = idFor('sonne');
let house: Speaking;
let cooperation: string;

beforeAll(async () => {
  house = await openSpeaking(PEOPLE, '2026-11-21T20:00:00Z');
  const { listed } = house;
  const gazetteer = openGazetteer({ extra: [rhoenauTable()] });
  const fulda = gazetteer.resolvePlace({ text: 'Fulda' });
  await house.tell(
    [{ id: SEWING, kind: 'offer' }],
    [
      listed(SEWING, 'name', 'Nähwerkstatt'),
      listed(SEWING, 'carrier', 'Treff'),
      listed(SEWING, 'times', [{ day: 4, from: '19:00', to: '21:00' }]),
    ],
  );
  await house.tell(
    [BILDUNGSWERK, NUJIN, TREFF, WACHT, SONNE].map((id) => ({ id, kind: 'organisation' })),
    [
      listed(BILDUNGSWERK, 'name', 'Bildungswerk Fuldatal'),
      listed(NUJIN, 'name', 'Frauenverein Nûjîn'),
      listed(NUJIN, 'topics', ['Gesundheit', 'Mütter']),
      listed(NUJIN, 'languages', ['kmr', 'tr']),
      listed(NUJIN, 'phoneTimes', [{ day: 2, from: '18:00', to: '20:00' }]),
      listed(NUJIN, 'seeks', 'Räume am Abend', { language: 'de' }),
      listed(NUJIN, 'place', { place: fulda.state === 'found' ? fulda.place.id : '', name: 'Fulda' }),
      listed(SONNE, 'name', 'بيت الشمس', { language: 'ar' }),
      listed(SONNE, 'name', 'Sonnenhaus e. V.', { language: 'de' }),
      listed(TREFF, 'name', 'Treff'),
      listed(TREFF, 'topics', ['Gesundheit']),
      listed(WACHT, 'name', 'Gesundheitswacht'),
    ],
  );
  await house.asSystem.write((tx) => protectSubject(tx, REGISTER, WACHT, house.clock.now()));
  addCooperationPages(house.web, {
    frame: house.frame,
    namesOf,
    parts: [PLAN_PART],
    nextDeadline,
    waitingFor: () => Promise.resolve([]),
    fieldsOfAction,
    candidatesFor: candidatesFor(openFinder(gazetteer)),
    placeOf: placeOf(gazetteer),
  });
  const begun = await house.post('/zusammenarbeit/neu', 'bea', { title: 'Gesundheit für Mütter', concept: 'open' });
  expect(begun.status).toBe(303);
  cooperation = /kooperationen\/([^/]+)\/plan\/topic$/.exec(begun.location)?.[1] ?? '';
}, 120_000);
afterAll(() => house.database.close());

const at = (rest = '') => `/kooperationen/${cooperation}${rest}`;
const count = async (table: string) => {
  const { rows } = await house.database.sql(`select count(*)::integer as count from ${table}`);
  return Number(rows[0]?.['count']);
};
const lookFor = async (who: string, query: Readonly<Record<string, string>>) =>
  (await house.get(`${at('/suchen')}?${new URLSearchParams(query).toString()}`, who)).text;

test('a finished concept is stopped by three honest ways, and only the first begins a cooperation', async () => {
  const before = await count('cooperation');
  const finished = { title: 'Gesundheitsberatung', concept: 'finished' };
  const stopped = await house.post('/zusammenarbeit/neu', 'bea', finished);
  expect(stopped.status).toBe(200);
  for (const way of ['reopen', 'commission', 'none']) expect(stopped.text).toContain(`value="${way}"`);
  expect(await count('cooperation')).toBe(before);
  const commission = await house.post('/zusammenarbeit/neu', 'bea', { ...finished, way: 'commission' });
  expect((await house.get(commission.location, 'bea')).text).toContain('Das Honorar in Euro');
  expect((await house.post('/zusammenarbeit/neu', 'bea', { ...finished, way: 'none' })).location).toBe(
    '/zusammenarbeit',
  );
  expect(await count('cooperation')).toBe(before);
  const opened = await house.post('/zusammenarbeit/neu', 'bea', { ...finished, way: 'reopen' });
  expect(await count('cooperation')).toBe(before + 1);
  const page = opened.location.replace(/\/plan.*/, '');
  expect((await house.get(page, 'bea')).text).toContain('Das Konzept war fertig und wurde am');
});

test('whoever is no partner finds the page of what does not exist, to the byte', async () => {
  const nothing = idFor('no cooperation');
  for (const rest of ['', '/name', '/plan', '/plan/offer', '/suchen']) {
    expect((await house.get(at(rest), 'bea')).status).toBe(200);
    for (const who of [null, 'nur', 'tom', 'none', 'carla', 'otto']) {
      const other = await house.get(at(rest), who);
      expect(other).toEqual(await house.get(`/kooperationen/${nothing}${rest}`, who));
      expect(other.status).toBe(404);
    }
  }
  for (const [rest, form] of [
    ['/plan/offer', { 'offer.room': 'x' }],
    ['/plan/zeigen', { shown: 'yes' }],
    ['/konzept', { concept: 'frozen' }],
    ['/name', { title: 'x' }],
  ] as const)
    for (const who of ['nur', 'carla', 'otto']) expect((await house.post(at(rest), who, form)).status).toBe(404);
  expect((await house.get('/zusammenarbeit/neu', 'none')).status).toBe(404);
});

test('a plan is written question by question, left out, gone on with, and read as one text', async () => {
  expect((await house.get(at(), 'bea')).text).toContain(`${at('/plan/topic')}"`);
  const first = await house.post(at('/plan/topic'), 'bea', { text: 'Beratung für Mütter', goOn: 'next' });
  expect(first.location).toBe(at('/plan/partner'));
  expect((await house.get(at('/plan/partner'), 'bea')).text).toContain(at('/plan/strengths'));
  const asked = await house.get(at('/plan'), 'bea');
  expect(asked.text).toContain('Beratung für Mütter');
  expect(asked.text).toContain('Bevor ihr jemanden fragt');
  const has = () => house.asSystem.read((db) => hasOffer(db, cooperation, BILDUNGSWERK));
  expect(await has()).toBe(false);
  const saved = await house.post(at('/plan/offer'), 'bea', { 'offer.money': '40 € die Stunde' });
  expect(saved.location).toBe(at('/plan'));
  expect(await has()).toBe(true);
  expect((await house.get(at('/plan'), 'bea')).text).not.toContain('Bevor ihr jemanden fragt');
  const last = await house.post(at('/plan/way'), 'bea', { text: 'Abends', goOn: 'next' });
  expect(last.location).toBe(at('/plan'));
  // Whoever has left questions out goes on by asking somebody; the questions stay beside it.
  const planned = (await house.get(last.location, 'bea')).text;
  expect(planned).toMatch(/class="button"[^>]*href="[^"]*\/suchen"|href="[^"]*\/suchen"[^>]*class="button"/);
  expect(planned).toContain('Jetzt jemanden fragen');
  expect(planned).toMatch(/button quiet[\s\S]{0,300}Weiter mit Frage 2/);
  expect(planned).not.toContain('Was du hier schreibst');
  expect((await house.get(at(), 'bea')).text).toContain(`${at('/plan/partner')}"`);
});

test('an answer that is too long comes back whole', async () => {
  const long = 'wort '.repeat(1_000).trim();
  const refused = await house.post(at('/plan/partner'), 'bea', { text: long, goOn: 'next' });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain(long);
  expect((await house.get(at('/plan/partner'), 'bea')).text).not.toContain('wort wort');
});

test('two who answer different questions at once lose nothing of each other', async () => {
  await Promise.all([
    house.post(at('/plan/strengths'), 'bea', { text: 'Neun Frauen', goOn: 'overview' }),
    house.post(at('/plan/expectations'), 'both', { text: 'Dass es bleibt', goOn: 'overview' }),
  ]);
  const { text } = await house.get(at('/plan'), 'bea');
  for (const answer of ['Neun Frauen', 'Dass es bleibt', '40 € die Stunde']) expect(text).toContain(answer);
});

test('organisations are suggested by what they know, with what fits and what is missing in words', async () => {
  const found = await lookFor('bea', { fach: 'Gesundheit, Mütter', sprache: 'kmr', zeit: 'weekend' });
  expect(found).toMatch(/Passt in 3 von 4 Wünschen: „Gesundheit“, „Mütter“ und [^.]*\. Fehlt[^.]*: am Wochenende/);
  expect(found.indexOf('Nûjîn')).toBeLessThan(found.indexOf('/organisationen/' + TREFF));
  expect(found).toContain(at(`/anfragen/neu?an=${NUJIN}`));
  expect(await lookFor('bea', { zeit: 'evening', fach: 'Mütter' })).toContain('Passt in 2 von 2');
  expect(await lookFor('bea', { gibt: 'Räume' })).toContain('Sucht selbst: „Räume“.');
  // What one gives is counted in no row, so that all rows count the same wishes.
  const both = await lookFor('bea', { fach: 'Gesundheit', gibt: 'Räume' });
  expect(both).toContain('Passt in 1 von 1 Wünschen: „Gesundheit“. Sucht selbst: „Räume“.');
  expect(both).toMatch(/Treff[\s\S]*Passt in 1 von 1 Wünschen: „Gesundheit“\.</);
  expect(await lookFor('bea', { fach: 'Raumfahrt' })).toContain('Dazu steht hier noch niemand');
  expect(await lookFor('bea', { ort: 'Nirgendsdorf', fach: 'Mütter' })).toContain('nicht eindeutig gefunden');
  expect(await lookFor('bea', { ort: 'Fulda' })).toContain('Passt in 1 von 1 Wünschen: Fulda');
  expect(await lookFor('bea', { fach: 'Nähen, Nähwerkstatt', zeit: 'evening' })).toMatch(
    /Treff[\s\S]*Passt in 2 von 3 Wünschen: „Nähwerkstatt“ und abends/,
  );
  expect(await lookFor('bea', {})).not.toContain('anfragen/neu');
});

test('whoever is known already is found by its name, with the name by which others know it', async () => {
  const found = await lookFor('bea', { name: 'nujin', fach: 'Gesundheit' });
  expect(found).toMatch(/Passt in 2 von 2 Wünschen: „nujin“ und „Gesundheit“/);
  expect(found.indexOf('Nûjîn')).toBeLessThan(found.indexOf('/organisationen/' + TREFF));
  const named = await lookFor('bea', { name: 'Sonnenhaus' });
  expect(named).toMatch(/بيت الشمس[\s\S]*Sonnenhaus e\. V\./);
  expect(named).not.toContain('/organisationen/' + TREFF);
});

test('the protected are never suggested, nor whoever is in it already', async () => {
  for (const who of ['bea', 'both']) {
    const found = await lookFor(who, { fach: 'Gesundheit' });
    expect(found).not.toContain('Gesundheitswacht');
    expect(found).not.toContain(`/organisationen/${BILDUNGSWERK}`);
  }
});

test('a search writes nothing: no row, no note, nothing about who looked', async () => {
  const everything = async () => {
    const { rows } = await house.database.sql(
      "select table_name as name from information_schema.tables where table_schema = 'public' order by 1",
    );
    const tables = rows.map(({ name }) => String(name));
    expect(tables).toContain('cooperation_plan');
    return Promise.all(tables.map(async (table) => [table, await count(table)]));
  };
  const before = await everything();
  const notes = await house.asSystem.read((db) => findNotes(db, NUJIN));
  await lookFor('bea', { fach: 'Gesundheit' });
  expect(await everything()).toEqual(before);
  expect(await house.asSystem.read((db) => findNotes(db, NUJIN))).toEqual(notes);
});

test('a plan is for its own side until that shows it, and taken back it is again', async () => {
  await house.asSystem.write((tx) =>
    letIn(tx, { cooperation, organisation: NUJIN, phase: 'plan', since: '2026-11-21' }),
  );
  expect((await house.get(at('/plan'), 'nur')).text).not.toContain('40 €');
  await house.post(at('/plan/zeigen'), 'bea', { shown: 'yes' });
  const shown = await house.get(at('/plan'), 'nur');
  expect(shown.text).toContain('Plan von');
  expect(shown.text).toContain('40 € die Stunde');
  expect((await house.get(at(), 'nur')).text).toContain('Der Plan eines Partners');
  for (const actor of [STRANGER, PEOPLE['tom'], PEOPLE['carla'], PEOPLE['otto']])
    expect(await house.database.as(actor ?? STRANGER).read((db) => hasOffer(db, cooperation, BILDUNGSWERK))).toBe(
      false,
    );
  const foreign = house.database
    .as(PEOPLE['nur'] ?? STRANGER)
    .write((tx) =>
      tx.updateTable('cooperation_plan').set({ answers: '{}' }).where('cooperation', '=', cooperation).execute(),
    );
  await foreign.catch(() => null);
  await house.post(at('/plan/zeigen'), 'bea', { shown: 'no' });
  expect((await house.get(at('/plan'), 'nur')).text).not.toContain('40 €');
  expect((await house.get(at('/plan'), 'bea')).text).toContain('40 € die Stunde');
});

test('the page shows partners in the order of the alphabet, since which phase, and whoever came late', async () => {
  const { text } = await house.get(at(), 'nur');
  expect(text).toContain('<bdi>Gesundheit für Mütter</bdi>');
  const partners = text.slice(text.indexOf('Wer dabei ist'));
  expect(partners.indexOf('Bildungswerk')).toBeLessThan(partners.indexOf('Nûjîn'));
  expect(partners).toContain('dabei seit der Idee');
  expect(partners).toContain('dabei seit der Planung');
  expect(text).not.toContain('als das Konzept schon feststand');
  const frozen = await house.post(at('/konzept'), 'bea', { concept: 'frozen' });
  expect([frozen.status, frozen.location]).toEqual([303, at()]);
  await house.asSystem.write((tx) =>
    letIn(tx, { cooperation, organisation: TREFF, phase: 'plan', since: '2026-11-25' }),
  );
  const late = await house.get(at(), 'nur');
  expect(late.text.match(/als das Konzept schon feststand/g)).toHaveLength(1);
  expect(late.text).toMatch(/Treff[^.]* kam dazu, als das Konzept schon feststand/);
  await house.post(at('/konzept'), 'nur', { concept: 'open' });
  expect((await house.get(at(), 'bea')).text).not.toContain('als das Konzept schon feststand');
});

test('the overview has what a side is in, with what waits for it; a partner can be looked for beyond that', async () => {
  const own = await house.get('/zusammenarbeit', 'tom');
  expect(own.text).toContain('Gesundheit für Mütter');
  expect(own.text).not.toContain('Gesundheitsberatung');
  await house.post('/zusammenarbeit/neu', 'tom', { title: 'Neues', concept: 'open' });
  const other = /kooperationen\/([0-9a-f-]+)"/.exec((await house.get('/zusammenarbeit', 'tom')).text)?.[1] ?? '';
  expect((await house.get(`/kooperationen/${other}/suchen?fach=M%C3%BCtter`, 'tom')).text).toContain('Nûjîn');
  expect((await house.get(`/kooperationen/${other}/suchen?fach=M%C3%BCtter&neu=1`, 'tom')).text).not.toContain('Nûjîn');
});

test('another name is seen by all partners, and what was done stands in the own chain without words', async () => {
  expect((await house.post(at('/name'), 'nur', { title: '' })).status).toBe(422);
  await house.post(at('/name'), 'nur', { title: 'Gesund zusammen' });
  expect((await house.get(at(), 'bea')).text).toContain('Gesund zusammen');
  const notes = await house.asSystem.read((db) => findNotes(db, NUJIN));
  expect(notes.map(({ act }) => act)).toEqual(expect.arrayContaining(['cooperation.renamed', 'concept.reopened']));
  expect(JSON.stringify(notes)).not.toContain('Gesund');
});
