import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyParagraph, BILDUNGSWERK, NUJIN, paragraph } from '../../../test/agreement.ts';
import { not, ok } from '../../plain/result.ts';
import { emptyParagraph, partName, readTyped, saysNothing, typedOf, type ParagraphPlace } from './forms-paragraph.ts';
import { PARAGRAPHS, type Paragraph } from './paragraph.ts';
import { readMinutes, typedMinutes } from './typed-hours.ts';

const AROUND = { partners: [BILDUNGSWERK, NUJIN], languages: ['de', 'tr'] };

function placeOf(one: Paragraph, was: Paragraph | null): ParagraphPlace {
  return { id: one.id, kind: one.kind, origin: one.origin, was, ...AROUND };
}

/** What a browser makes of it: line ends as two signs. */
function sent(typed: ReadonlyMap<string, string>) {
  return (name: string) => (typed.get(name) ?? '').replace(/\r\n|\r|\n/g, '\r\n');
}

test('whatever stands in a paragraph comes back from its form to the byte', () => {
  fc.assert(
    fc.property(anyParagraph('p-1'), fc.constantFrom('de', 'en', 'tr', 'ar', 'uk'), (one, language) => {
      const read = readTyped(placeOf(one, one), sent(typedOf(one, language)));
      expect(read).toEqual({ ok: true, value: one });
    }),
    { numRuns: 500 },
  );
});

test('typed anew it comes back tidied, and a second time nothing is left to tidy', () => {
  fc.assert(
    fc.property(anyParagraph('p-1'), (one) => {
      const once = readTyped(placeOf(one, null), sent(typedOf(one, 'de')));
      if (!once.ok) throw new Error('refused');
      const twice = readTyped(placeOf(one, null), sent(typedOf(once.value, 'de')));
      expect(twice).toEqual(once);
      expect(saysNothing(once.value)).toBe(saysNothing(one) || typedIsBlank(one));
    }),
  );
});

test('a form in which nothing is typed says nothing, for every kind', () => {
  for (const kind of Object.keys(PARAGRAPHS) as Paragraph['kind'][]) {
    const empty = emptyParagraph({ id: 'p-1', kind, origin: NUJIN });
    expect(saysNothing(empty)).toBe(true);
    expect(readTyped(placeOf(empty, null), () => '')).toEqual({ ok: true, value: empty });
  }
});

test('what cannot be read is told at its field, all at once', () => {
  const line = paragraph('line', 'p-1', NUJIN, {});
  const typed = new Map([
    [partName('p-1', 'amount'), 'viel'],
    [partName('p-1', 'receiver'), 'jemand'],
    [partName('p-1', 'sort'), 'gift'],
    [partName('p-1', 'purpose', 'de'), 'x'.repeat(4001)],
  ]);
  const read = readTyped(placeOf(line, null), sent(typed));
  expect(read.ok ? [] : read.issue.map(({ name, why }) => `${name} ${why}`).toSorted()).toEqual([
    'p-1.amount cents',
    'p-1.purpose.de long',
    'p-1.receiver choice',
    'p-1.sort choice',
  ]);
});

test('a partner who has left stays where it stood until somebody chooses anew', () => {
  const task = paragraph('task', 'p-1', NUJIN, { doer: 'gone' });
  expect(readTyped(placeOf(task, task), sent(typedOf(task, 'de')))).toEqual({ ok: true, value: task });
});

test('minutes are read back as they were written', () => {
  fc.assert(
    fc.property(fc.nat({ max: 59_999_999 }), (minutes) => {
      expect(readMinutes(typedMinutes(minutes))).toEqual(ok(minutes));
    }),
  );
});

test.each([
  ['120', 7200],
  ['1,25', 75],
  ['0.5', 30],
  ['2:15', 135],
  ['3 Std.', 180],
  ['1,5 h', 90],
])('%j hours are %j minutes', (typed, minutes) => {
  for (const language of [undefined, 'de', 'en']) expect(readMinutes(typed, language)).toEqual(ok(minutes));
});

test.each([
  ['2:75', 'de', 'minutes'],
  ['bald', 'de', 'minutes'],
  ['12,000', 'de', 'threeDigits'],
  ['12.000', 'en', 'threeDigits'],
])('%j hours in %s are refused: %s', (typed, language, why) => {
  expect(readMinutes(typed, language)).toEqual(not(why));
  const task = paragraph('task', 'p-1', NUJIN, {});
  const typedIn = new Map([['p-1.effort', typed]]);
  const read = readTyped({ ...placeOf(task, null), reader: language }, sent(typedIn));
  expect(read).toEqual(not([{ name: 'p-1.effort', why }]));
});

test('thousands of hours are read as the language groups them', () => {
  expect([readMinutes('12,000', 'en'), readMinutes('12.000', 'de')]).toEqual([ok(720_000), ok(720_000)]);
});

function typedIsBlank(one: Paragraph): boolean {
  const read = readTyped(placeOf(one, null), sent(typedOf(one, 'de')));
  return read.ok && saysNothing(read.value);
}
