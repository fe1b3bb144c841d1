import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText, FIRST_TEXT, FOURTH_TEXT, NUJIN, paragraph } from '../../../test/agreement.ts';
import { difference } from './difference.ts';
import { hashOfParagraph } from './paragraph.ts';
import { changesBetween, findParagraph, isCurrent, withChanges, type AgreementText, type Change } from './text.ts';

test('the changes between two texts lead from one to the other', () => {
  fc.assert(
    fc.property(anyText(), anyText(), (before, after) => {
      // A paragraph keeps its kind and its origin; and where a single one is exchanged, the old one goes first.
      fc.pre(after.paragraphs.every((one) => samePlace(findParagraph(before, one.id) ?? one, one)));
      const reached = withChanges(before, changesBetween(before, after));
      expect(reached?.paragraphs.toSorted(byId)).toEqual(after.paragraphs.toSorted(byId));
    }),
  );
});

test('what the difference tells is nothing between equal texts and everything that was changed', () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      expect(difference(text, text)).toEqual([]);
      expect(difference({ ...text, paragraphs: [] }, text).map(({ became }) => became)).toEqual(
        text.paragraphs.map(() => 'added'),
      );
    }),
  );
  const told = difference(FIRST_TEXT, FOURTH_TEXT);
  expect(told.find(({ paragraph: { id } }) => id === 'task-1')?.parts.map(({ part }) => part)).toEqual([
    'result',
    'isPaid',
    'until',
  ]);
});

test('a change whose paragraph has moved on is overtaken, and is not applied', () => {
  const goal = findParagraph(FIRST_TEXT, 'goal-1');
  if (goal === null) throw new Error('no goal');
  const [mine, yours] = ['Meins.', 'Deins.'].map((de): Change => ({
    paragraph: goal.id,
    base: hashOfParagraph(goal),
    after: paragraph('goal', goal.id, goal.origin, { words: { de } }),
  }));
  if (mine === undefined || yours === undefined) throw new Error('two changes');
  const moved = withChanges(FIRST_TEXT, [mine]);
  if (moved === null) throw new Error('not applied');
  expect(isCurrent(moved, yours)).toBe(false);
  expect(withChanges(moved, [yours])).toBeNull();
  const carriedOver = { ...yours, base: hashOfParagraph(findParagraph(moved, goal.id) ?? goal) };
  expect(findParagraph(withChanges(moved, [carriedOver]) ?? moved, goal.id)?.parts).toMatchObject({
    words: { de: 'Deins.' },
  });
});

test('whose idea a paragraph was cannot be changed, and there is one frame and one exit', () => {
  const goal = findParagraph(FIRST_TEXT, 'goal-1');
  if (goal === null) throw new Error('no goal');
  const taken = { paragraph: goal.id, base: hashOfParagraph(goal), after: { ...goal, origin: NUJIN } };
  expect(withChanges(FIRST_TEXT, [taken])).toBeNull();
  const second = { paragraph: 'other', base: null, after: paragraph('frame', 'other', NUJIN, {}) };
  expect(withChanges(FIRST_TEXT, [second])).toBeNull();
});

function samePlace(a: AgreementText['paragraphs'][number], b: AgreementText['paragraphs'][number]): boolean {
  return a.kind === b.kind && a.origin === b.origin;
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}
