import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  anyParagraph,
  anyText,
  confirmation,
  FIRST_TEXT,
  FOURTH_TEXT,
  NUJIN,
  paragraph,
  ready,
  torn,
} from '../../../test/agreement.ts';
import { mayBeSigned, type Draft } from './may-be-signed.ts';
import { paragraphsOf, type AgreementText } from './text.ts';

test('what both have confirmed, with all duties and an exit, may be signed', () => {
  expect(mayBeSigned(ready(FOURTH_TEXT))).toEqual([]);
});

test('the first version says what is missing, in the order of the page', () => {
  const draft = { ...ready(FIRST_TEXT), mirrored: [], confirmations: [] };
  expect(keys(draft)).toEqual([
    'sheet',
    'sheet',
    'exit',
    'goalConfirmation',
    'goalConfirmation',
    'part',
    'taskConfirmation',
  ]);
});

test('each needed part that is emptied is missed, at its paragraph', () => {
  for (const { text, isNeeded } of torn(FOURTH_TEXT)) {
    if (isNeeded) expect(keys(again(text))).not.toEqual([]);
  }
});

test('an explanation is needed in every language of the agreement, other words in one', () => {
  const [duty] = paragraphsOf(FOURTH_TEXT, 'duty');
  if (duty === undefined) throw new Error('no duty');
  const only = paragraph('duty', duty.id, duty.origin, { ...duty.parts, explanation: { de: 'Nur deutsch.' } });
  const text = { ...FOURTH_TEXT, paragraphs: FOURTH_TEXT.paragraphs.map((one) => (one.id === duty.id ? only : one)) };
  expect(mayBeSigned(again(text))).toEqual([{ what: 'part', paragraph: duty.id, part: 'explanation', language: 'tr' }]);
});

test('a confirmation counts for the words that were confirmed, not for later ones', () => {
  const [goal] = paragraphsOf(FOURTH_TEXT, 'goal');
  if (goal === undefined) throw new Error('no goal');
  const later = paragraph('goal', goal.id, goal.origin, { ...goal.parts, words: { de: 'Etwas anderes.' } });
  const text = { ...FOURTH_TEXT, paragraphs: FOURTH_TEXT.paragraphs.map((one) => (one.id === goal.id ? later : one)) };
  const draft = { ...ready(FOURTH_TEXT), text };
  expect(keys(draft)).toEqual(['goalConfirmation', 'goalConfirmation']);
  expect(keys({ ...draft, confirmations: [...draft.confirmations, confirmation(NUJIN, later)] })).toEqual([
    'goalConfirmation',
  ]);
});

test('lines that do not sum to the budget, and no line for the effort of working together, are said', () => {
  const without = (id: string): AgreementText => ({
    ...FOURTH_TEXT,
    paragraphs: FOURTH_TEXT.paragraphs.filter((one) => one.id !== id),
  });
  expect(mayBeSigned(again(without('line-4')))).toEqual([{ what: 'rest', cents: 120_000 }]);
  const none = { ...FOURTH_TEXT, paragraphs: FOURTH_TEXT.paragraphs.filter(({ kind }) => kind !== 'line') };
  expect(keys(again(none))).toEqual(['rest', 'lineForTheEffort']);
});

test('a frame that ends before it begins is missed, one day long it is not', () => {
  const from = (day: string): AgreementText => ({
    ...FOURTH_TEXT,
    paragraphs: FOURTH_TEXT.paragraphs.map((one) =>
      one.kind === 'frame'
        ? paragraph('frame', one.id, one.origin, { ...one.parts, from: day, until: '2027-12-31' })
        : one,
    ),
  });
  expect(mayBeSigned(again(from('2028-01-01')))).toEqual([{ what: 'frameDays', paragraph: 'the-frame' }]);
  expect(mayBeSigned(again(from('2027-12-31')))).toEqual([]);
});

test('a partner who has left or was never there can be given nothing', () => {
  const stranger = paragraph('line', 'line-9', NUJIN, {
    purpose: { de: 'Gebühr' },
    sort: 'fee',
    receiver: 'somebody',
    amount: 0,
  });
  expect(keys(again({ ...FOURTH_TEXT, paragraphs: [...FOURTH_TEXT.paragraphs, stranger] }))).toEqual([
    'unknownPartner',
  ]);
});

/** Texts with gaps: anything at all, and one that is ready but for one part. */
const unready = fc.oneof(
  anyText(),
  fc.constantFrom(
    ...torn(FOURTH_TEXT)
      .filter(({ isNeeded }) => isNeeded)
      .map(({ text }) => text),
  ),
);

test('nothing that is taken away ever makes an agreement ready', () => {
  fc.assert(
    fc.property(unready, fc.boolean(), fc.nat(), (text, isMirrored, chosen) => {
      const before = { ...ready(text), ...(isMirrored ? {} : { mirrored: [] }) };
      fc.pre(keys(before).length > 0);
      const gaps = torn(text);
      const poorer: readonly Draft[] = [
        ...(gaps.length === 0 ? [] : [{ ...before, text: gaps[chosen % gaps.length]?.text ?? text }]),
        { ...before, confirmations: before.confirmations.toSpliced(chosen % (before.confirmations.length + 1), 1) },
        { ...before, mirrored: before.mirrored.slice(1) },
        { ...before, text: { ...text, partners: text.partners.slice(1) } },
      ];
      for (const after of poorer) expect(keys(after)).not.toEqual([]);
    }),
  );
});

test('a paragraph that is added makes nothing ready but what it is itself the missing part of', () => {
  fc.assert(
    fc.property(unready, anyParagraph('new'), (text, added) => {
      const before = keys(ready(text));
      const fills = before.every((key) => [added.kind, 'rest', 'lineForTheEffort'].includes(key));
      fc.pre(before.length > 0 && !fills);
      expect(keys(ready({ ...text, paragraphs: [...text.paragraphs, added] }))).not.toEqual([]);
    }),
  );
});

/** Everything confirmed anew, so that only the torn part is left to be missed. */
function again(text: AgreementText): Draft {
  return ready(text);
}

function keys(draft: Draft): readonly string[] {
  return mayBeSigned(draft).map(({ what }) => what);
}
