import { afterAll, beforeAll, expect, test } from 'vitest';
import { MIGRATIONS } from '../../app/migrations.ts';
import { FIRST_TEXT, paragraph } from '../../../test/agreement.ts';
import { placed } from '../../../test/agreed.ts';
import { openTestDatabase } from '../../../test/database.ts';
import { tryPartners } from '../../../test/partners.ts';
import { NotAllowedError, NotFoundError } from '../../platform/errors.ts';
import type { Database } from '../../platform/database/index.ts';
import { idFor } from '../../plain/ids.ts';
import { answer } from './answer.ts';
import { carryOver } from './carry-over.ts';
import { hashOfShown, NOTHING_SHOWN } from './draft.ts';
import { dropDraft } from './drop-draft.ts';
import { handDraftOver } from './hand-draft-over.ts';
import { keepDraft, type KeptRow } from './keep-draft.ts';
import { hashOfParagraph, type Paragraph } from './paragraph.ts';
import { reply } from './reply.ts';
import { findOpenChanges } from './store-change.ts';
import { findDraftChanges } from './store-draft.ts';
import { findThreads } from './store-thread.ts';
import { findStanding } from './store.ts';
import { findParagraph } from './text.ts';
import { withdraw } from './withdraw.ts';

let database: Database;
let world: Awaited<ReturnType<typeof tryPartners>>;
let agreement: string;

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  world = await tryPartners(database);
  agreement = await world.begin(placed(world, FIRST_TEXT).paragraphs);
});
afterAll(() => database.close());

const GOAL = idFor('goal-1');
const goal = (de: string, id = GOAL, origin = world.bildungswerk) => paragraph('goal', id, origin, { words: { de } });
const draftOf = (partner: string) =>
  world.speaker(partner).db.read((db) => findDraftChanges(db, { agreement, partner }));
const wordsIn = async (partner: string) => (await draftOf(partner)).map(({ after }) => wordsOf(after));
const standing = () => world.speaker(world.nujin).db.read((db) => findStanding(db, agreement));
const keep = (partner: string, rows: readonly KeptRow[]) =>
  keepDraft(world.speaker(partner), { agreement, partner, rows });
const handOver = (partner: string) => handDraftOver(world.speaker(partner), { agreement, partner });

/** A row as a form makes it that was opened now, or the first empty one. */
async function row(after: Paragraph, reason = ''): Promise<KeptRow> {
  const there = findParagraph((await standing()).version.text, after.id);
  const shown = there === null ? NOTHING_SHOWN : { after: there, reason: '' };
  const base = there === null ? null : hashOfParagraph(there);
  return { paragraph: after.id, base, after, reason, seen: hashOfShown(shown) };
}

async function takeAll(partner: string): Promise<void> {
  const open = await world.speaker(partner).db.read((db) => findOpenChanges(db, agreement));
  const answers = open
    .filter((one) => one.partner !== partner)
    .map(({ id }) => ({ change: id, verdict: 'accept' as const, words: '' }));
  await answer(world.speaker(partner), { agreement, partner, answers });
}

test('what one side writes is read by nobody else until it is handed over', async () => {
  const { nujin, bildungswerk } = world;
  expect(await keep(nujin, [await row(goal('Unsers.'), 'Darum.')])).toEqual({ ok: true, value: null });
  expect(await wordsIn(nujin)).toEqual(['Unsers.']);
  for (const actor of [world.speaker(bildungswerk).actor, world.speaker(world.other).actor]) {
    const rows = await database.as(actor).read((db) => db.selectFrom('draft_change').selectAll().execute());
    expect(rows).toEqual([]);
  }
  const forging = database.as(world.speaker(bildungswerk).actor).write((tx) =>
    tx
      .insertInto('draft_change')
      .values({
        agreement,
        cooperation: world.cooperation,
        partner: nujin,
        paragraph: idFor('forged'),
        base: null,
        after: JSON.stringify(goal('Falsch.')),
        reason: '',
        day: '2026-11-21',
      })
      .execute(),
  );
  await expect(forging).rejects.toThrow('row-level security');
  expect(await handOver(nujin)).toMatchObject({ ok: true, value: { count: 1, overtaken: [] } });
  expect(await wordsIn(nujin)).toEqual([]);
  const open = await world.speaker(bildungswerk).db.read((db) => findOpenChanges(db, agreement));
  expect(open.map(({ after, reason }) => [wordsOf(after), reason])).toEqual([['Unsers.', 'Darum.']]);
  expect(await handOver(nujin)).toEqual({ ok: false, issue: 'nothing' });
  expect(await world.acts(nujin)).toContain('agreement.proposed organisation');
});

test('whoever is no partner writes nothing, in nobody’s name', async () => {
  const { other, nujin } = world;
  await expect(keep(other, [await row(goal('Fremd.'))])).rejects.toThrow(NotFoundError);
  await expect(handOver(other)).rejects.toThrow(NotFoundError);
  const inTheName = keepDraft(world.speaker(other), { agreement, partner: nujin, rows: [] });
  await expect(inTheName).rejects.toThrow(NotAllowedError);
});

test('a row that nobody touched, and one that says what stands there anyway, is no draft', async () => {
  const { nujin } = world;
  const there = findParagraph((await standing()).version.text, GOAL);
  if (there === null) throw new Error('no goal');
  await keep(nujin, [await row(there)]);
  const empty = { paragraph: idFor('leer'), base: null, after: null, reason: '', seen: hashOfShown(NOTHING_SHOWN) };
  await keep(nujin, [empty]);
  expect(await draftOf(nujin)).toEqual([]);
});

test('two windows of one side: what one has saved the other does not write over without being told', async () => {
  const { nujin } = world;
  const [first, second] = [await row(goal('Fenster eins.')), await row(goal('Fenster zwei.'))];
  expect(await keep(nujin, [first])).toMatchObject({ ok: true });
  expect(await keep(nujin, [first])).toMatchObject({ ok: true });
  expect(await keep(nujin, [second])).toEqual({ ok: false, issue: { paragraphs: [GOAL] } });
  expect(await wordsIn(nujin)).toEqual(['Fenster eins.']);
  const [now] = await draftOf(nujin);
  if (now === undefined) throw new Error('no draft');
  expect(await keep(nujin, [{ ...second, seen: hashOfShown(now) }])).toMatchObject({ ok: true });
  expect(await wordsIn(nujin)).toEqual(['Fenster zwei.']);
});

test('two windows that were given the same empty line keep the words of both', async () => {
  const { nujin } = world;
  const line = idFor('leere Zeile');
  await keep(nujin, [await row(goal('Eins.', line, nujin))]);
  await keep(nujin, [await row(goal('Zwei.', line, nujin))]);
  await keep(nujin, [await row(goal('Eins.', line, nujin))]);
  const said = (await draftOf(nujin)).filter(({ paragraph: id }) => id !== GOAL);
  expect(said.map(({ after }) => wordsOf(after)).toSorted()).toEqual(['Eins.', 'Zwei.']);
  for (const { paragraph: id, after } of said) expect(after?.id).toBe(id);
});

test('what was written first stands first, also after it was written again', async () => {
  const { nujin, bildungswerk } = world;
  const said = ['Zuerst.', 'Danach.', 'Zuletzt.'];
  for (const words of said) await keep(bildungswerk, [await row(goal(words, idFor(words), bildungswerk))]);
  const [first] = await draftOf(bildungswerk);
  if (first === undefined) throw new Error('no draft');
  const better = goal('Zu Beginn.', first.paragraph, bildungswerk);
  await keep(bildungswerk, [{ ...first, after: better, seen: hashOfShown(first) }]);
  expect(await wordsIn(bildungswerk)).toEqual(['Zu Beginn.', ...said.slice(1)]);
  await handOver(bildungswerk);
  const open = await world.speaker(nujin).db.read((db) => findOpenChanges(db, agreement));
  const theirs = open.filter(({ partner }) => partner === bildungswerk);
  expect(theirs.map(({ after }) => wordsOf(after))).toEqual(['Zu Beginn.', ...said.slice(1)]);
  for (const { id: change } of theirs)
    await withdraw(world.speaker(bildungswerk), { agreement, partner: bildungswerk, change });
});

test('what was overtaken stays in the draft, is carried over, and is let go only by hand', async () => {
  const { nujin, bildungswerk } = world;
  await takeAll(bildungswerk);
  const [mine] = (await draftOf(nujin)).filter(({ paragraph: id }) => id === GOAL);
  expect(mine).toMatchObject({ reason: '' });
  const handed = await handOver(nujin);
  expect(handed).toMatchObject({ ok: true, value: { count: 2, overtaken: [GOAL] } });
  expect(await wordsIn(nujin)).toEqual(['Fenster zwei.']);
  expect(await carryOver(world.speaker(nujin), { agreement, partner: nujin, paragraph: GOAL })).toMatchObject({
    ok: true,
  });
  expect(await handOver(nujin)).toMatchObject({ ok: true, value: { count: 1, overtaken: [] } });
  await takeAll(bildungswerk);
  const { version } = await standing();
  expect(wordsOf(findParagraph(version.text, GOAL))).toBe('Fenster zwei.');
  await keep(nujin, [await row(goal('Doch nicht.'))]);
  await dropDraft(world.speaker(nujin), { agreement, partner: nujin, paragraph: GOAL });
  await dropDraft(world.speaker(nujin), { agreement, partner: nujin, paragraph: GOAL });
  expect(await draftOf(nujin)).toEqual([]);
});

test('whoever counters a new idea begins with its words, and it stays the idea of the one who had it', async () => {
  const { nujin, bildungswerk } = world;
  const idea = goal('Die Frauen wählen die Themen.', idFor('idee'), nujin);
  await keep(nujin, [await row(idea)]);
  await handOver(nujin);
  const [open] = await world.speaker(bildungswerk).db.read((db) => findOpenChanges(db, agreement));
  const answers = [{ change: open?.id ?? '', verdict: 'counter' as const, words: 'Fast.' }];
  await answer(world.speaker(bildungswerk), { agreement, partner: bildungswerk, answers });
  const [begun] = await draftOf(bildungswerk);
  expect(begun?.after).toEqual(idea);
  if (begun === undefined) throw new Error('not begun');
  const better = goal('Die Frauen wählen die Themen mit uns.', idea.id, nujin);
  await keep(bildungswerk, [{ ...begun, after: better, seen: hashOfShown(begun) }]);
  expect(await handOver(bildungswerk)).toMatchObject({ ok: true, value: { count: 1 } });
  await takeAll(nujin);
  expect(findParagraph((await standing()).version.text, idea.id)).toMatchObject({ origin: nujin, parts: better.parts });
});

test('an idea that nobody had before cannot be put into somebody else’s mouth', async () => {
  const { nujin, bildungswerk } = world;
  await keep(nujin, [await row(goal('Von denen.', idFor('untergeschoben'), bildungswerk))]);
  expect(await handOver(nujin)).toEqual({ ok: false, issue: 'nothing' });
  await dropDraft(world.speaker(nujin), { agreement, partner: nujin, paragraph: idFor('untergeschoben') });
});

test('a question is answered by its author, and by nobody else', async () => {
  const { nujin, bildungswerk } = world;
  await keep(nujin, [await row(goal('Mit Frage.', idFor('frage'), nujin))]);
  await handOver(nujin);
  const [open] = await world.speaker(bildungswerk).db.read((db) => findOpenChanges(db, agreement));
  const change = open?.id ?? '';
  const asked = [{ change, verdict: 'ask' as const, words: 'Wann?' }];
  await answer(world.speaker(bildungswerk), { agreement, partner: bildungswerk, answers: asked });
  const theirs = { agreement, partner: bildungswerk, change, words: 'Ich.' };
  expect(await reply(world.speaker(bildungswerk), theirs)).toEqual({ ok: false, issue: 'gone' });
  expect(await reply(world.speaker(nujin), { ...theirs, partner: nujin, words: 'Im Mai.' })).toEqual({
    ok: true,
    value: null,
  });
  const thread = (await world.speaker(bildungswerk).db.read((db) => findThreads(db, [change]))).get(change) ?? [];
  expect(thread.map(({ verdict, words }) => `${verdict} ${words}`)).toEqual(['ask Wann?', 'reply Im Mai.']);
});

function wordsOf(after: Paragraph | null): string {
  return after?.kind === 'goal' ? (after.parts.words['de'] ?? '') : '';
}
