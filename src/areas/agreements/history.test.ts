import { expect, test } from 'vitest';
import { BILDUNGSWERK, FIRST_TEXT, FOURTH_TEXT, historyOf, NUJIN } from '../../../test/agreement.ts';
import { loadWords } from '../../platform/words/index.ts';
import { changersOf, doneIn, everyoneIn } from './history.ts';
import { nameIn, sayPart } from './say-part.ts';
import { spokenIn } from './spoken.ts';
import type { VersionHead } from './store-history.ts';

const EMPTY = { ...FIRST_TEXT, paragraphs: [] };
const HEADS: readonly VersionHead[] = historyOf([EMPTY, FIRST_TEXT, FOURTH_TEXT, EMPTY]).map(({ version, hash }) => ({
  number: version.number,
  hash,
  day: version.day,
  changes: version.changes,
  partners: version.text.partners,
}));

test('a version says what it did kind by kind, and knows what has gone from when it came', () => {
  const done = doneIn(HEADS);
  expect(done.get(1)).toEqual([]);
  expect(done.get(2)).toContainEqual({ kind: 'line', became: 'added', count: 2 });
  expect(done.get(3)).toContainEqual({ kind: 'goal', became: 'added', count: 3 });
  expect(done.get(3)).toContainEqual({ kind: 'task', became: 'changed', count: 1 });
  expect(done.get(4)).toContainEqual({ kind: 'duty', became: 'removed', count: 5 });
  for (const { number, changes } of HEADS)
    expect((done.get(number) ?? []).reduce((sum, { count }) => sum + count, 0)).toBe(changes.length);
});

test('who brought a paragraph has not changed it', () => {
  expect(changersOf(HEADS.slice(0, 2), 'task-1')).toEqual([]);
  expect(changersOf(HEADS.slice(0, 3), 'task-1')).toEqual([{ number: 3, by: NUJIN }]);
});

test('who has left is still named', () => {
  const [first] = HEADS;
  if (first === undefined) throw new Error('no version');
  const left = [...HEADS, { ...first, number: 5, partners: first.partners.filter(({ id }) => id !== NUJIN) }];
  expect(nameIn(everyoneIn(left), NUJIN)).toBe('Frauenverein Nûjîn e. V.');
  expect(nameIn(everyoneIn(left), 'nobody')).toBe('');
});

test('a text is read in the own language first, and nothing is translated', () => {
  const texts = { de: 'Ziel', tr: 'Hedef', ar: ' ' };
  const first = (reader: string) => spokenIn(texts, ['tr', 'de'], reader)[0]?.language;
  expect([first('de'), first('tr'), first('uk'), first('ar'), first('de-simple')]).toEqual([
    'de',
    'tr',
    'tr',
    'tr',
    'de',
  ]);
  expect(spokenIn(texts, ['tr', 'de'], 'uk')).toHaveLength(2);
  expect(spokenIn({}, ['de'], 'de')).toEqual([]);
});

test('a part says what it holds', () => {
  const words = loadWords('src').in('de');
  const say = (
    kind: 'line' | 'task' | 'exit' | 'decision' | 'duty',
    part: string,
    value: number | string | boolean | null,
  ) => sayPart(words, FIRST_TEXT, { kind, part, value })?.replaceAll('\u00a0', ' ');
  expect(say('line', 'amount', 480_050)).toBe('4.800,50 €');
  expect(say('line', 'sort', 'room')).toBe('Raum');
  expect(say('line', 'receiver', BILDUNGSWERK)).toBe('Bildungswerk Fuldatal gGmbH');
  expect(say('task', 'effort', 7_200)).toBe('120 Stunden');
  expect(say('task', 'effort', 90)).toBe('1 Std. 30 Min.');
  expect(say('task', 'isPaid', false)).toBe('nein');
  expect(say('exit', 'notice', 4)).toBe('4 Wochen');
  expect(say('decision', 'decider', null)).toBe('alle gemeinsam');
  expect(say('duty', 'due', '2027-03-31')).toBe('31. März 2027');
  expect(say('duty', 'due', null)).toBeUndefined();
});
