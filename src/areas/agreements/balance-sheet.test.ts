import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  anyText,
  BILDUNGSWERK,
  FIRST_TEXT,
  FOURTH_TEXT,
  historyOf,
  NUJIN,
  paragraph,
} from '../../../test/agreement.ts';
import { FOUR_TEXTS_OF_THREE } from '../../../test/balance-pages.ts';
import { loadWords } from '../../platform/words/index.ts';
import { balanceOf } from './balance.ts';
import { promptsFor } from './balance-prompts.ts';
import { MEASURES, measuresOf, turningPoints } from './balance-sheet.ts';
import { sayChange, sayFigure, sayWorth } from './balance-words.ts';
import type { AgreementText } from './text.ts';

const german = loadWords('src').in('de');

test('the association goes from 0 to 40 % of the money, and its 120 hours become paid', () => {
  const versions = turningPoints(historyOf([FIRST_TEXT, FOURTH_TEXT]), []);
  const [cents, paid, unpaid] = measuresOf(FOURTH_TEXT, versions);
  const nujin = (measure: typeof cents, at: number) => measure?.rows[at]?.sides[1] ?? null;
  expect(sayFigure(german, 'cents', nujin(cents, 0))).toBe('0\u00A0€ (0,0\u00A0%)');
  expect(sayFigure(german, 'cents', nujin(cents, 1))).toBe('9.600\u00A0€ (40,0\u00A0%)');
  expect(sayChange(german, 'cents', nujin(cents, 1), nujin(cents, 0))).toBe('9.600\u00A0€ mehr als am Anfang');
  expect(sayFigure(german, 'unpaidMinutes', nujin(unpaid, 0))).toBe('120 Stunden');
  expect(sayFigure(german, 'unpaidMinutes', nujin(unpaid, 1))).toBe('0 Stunden');
  expect(sayFigure(german, 'paidMinutes', nujin(paid, 1))).toBe('120 Stunden');
});

test('what is given unpaid is said in euros, at the rate that all agreed, as a sentence to copy', () => {
  const [frame] = FOURTH_TEXT.paragraphs;
  const paragraphs = FIRST_TEXT.paragraphs.map((one) => (one.id === frame?.id ? frame : one));
  const [, nujin] = balanceOf({ ...FIRST_TEXT, paragraphs });
  expect(nujin && sayWorth(german, 'Frauenverein Nûjîn e. V.', nujin)).toBe(
    'Frauenverein Nûjîn e. V. bringt 120 Stunden unbezahlte Arbeit ein, das sind 4.800\u00A0€.',
  );
  const [bildungswerk, without] = balanceOf(FIRST_TEXT);
  expect(without && sayWorth(german, 'Nûjîn', without)).toBeNull();
  expect(bildungswerk && sayWorth(german, 'Bildungswerk', bildungswerk)).toBeNull();
});

test('the newest version stands for all with the same balance, the first always stands there', () => {
  const same = { ...FIRST_TEXT, paragraphs: [...FIRST_TEXT.paragraphs, rhythm('Abends.')] };
  const after = { ...FOURTH_TEXT, paragraphs: [...FOURTH_TEXT.paragraphs, rhythm('Sonntags.')] };
  const numbers = (texts: readonly AgreementText[]) => turningPoints(historyOf(texts), []).map(({ number }) => number);
  expect(numbers([FIRST_TEXT])).toEqual([1]);
  expect(numbers([FIRST_TEXT, same])).toEqual([1, 2]);
  expect(numbers([FIRST_TEXT, same, FOURTH_TEXT, after])).toEqual([1, 4]);
  expect(numbers([FIRST_TEXT, FOURTH_TEXT, same])).toEqual([1, 2, 3]);
  expect(numbers([FIRST_TEXT, FOURTH_TEXT, FIRST_TEXT, FOURTH_TEXT, FIRST_TEXT, FOURTH_TEXT])).toEqual([1, 4, 5, 6]);
});

test('a version is signed when all of its partners have signed just that one', () => {
  const history = historyOf([FIRST_TEXT, FOURTH_TEXT]);
  const sign = (partner: string, at: number) => ({
    partner,
    version: history[at]?.hash ?? '',
    day: '2026-11-21',
    proof: { kind: 'paper' } as const,
  });
  const all = [sign(BILDUNGSWERK, 0), sign(NUJIN, 0), sign(NUJIN, 1)];
  expect(turningPoints(history, all).map(({ isSigned }) => isSigned)).toEqual([true, false]);
});

test('a partner who came later is not there before, and no figure is lost between sides', () => {
  const versions = turningPoints(historyOf(FOUR_TEXTS_OF_THREE), []);
  const newest = FOUR_TEXTS_OF_THREE.at(-1);
  const [cents] = measuresOf(newest ?? FIRST_TEXT, versions);
  expect(cents?.rows.map(({ sides }) => sides[2] === null)).toEqual([true, true, false, false]);
  expect(sayFigure(german, 'cents', null)).toBe('noch nicht dabei');
  expect(sayChange(german, 'cents', cents?.rows[3]?.sides[2] ?? null, null)).toBeNull();
  fc.assert(
    fc.property(anyText(), (text) => {
      const measures = measuresOf(text, turningPoints(historyOf([text]), []));
      for (const { name, rows, shared } of measures) {
        const sum = (rows[0]?.sides ?? []).reduce((all, side) => all + (side?.[name] ?? 0), 0);
        const expected = balanceOf(text).reduce((all, side) => all + side[name], 0);
        expect(sum).toBe(expected);
        if (name !== 'decisions' && name !== 'credits') expect(shared).toBe(0);
      }
      expect(MEASURES.filter((name) => !measures.some((one) => one.name === name))).toEqual(
        balanceOf(text).some(({ promises }) => promises > 0) ? [] : ['promises'],
      );
    }),
  );
});

test('prompts state a fact and ask; they say nothing where both sides stand alike', () => {
  const keysOf = (text: AgreementText, late: readonly string[] = []) =>
    promptsFor(text, balanceOf(text), late).map(({ key }) => key.replace('agreements.balance.prompt.', ''));
  expect(keysOf(FIRST_TEXT)).toEqual(['unpaid', 'noMoney', 'noRate', 'goals']);
  expect(keysOf(FOURTH_TEXT)).toEqual([]);
  expect(keysOf(FOURTH_TEXT, [NUJIN])).toEqual(['late']);
  const alone = paragraph('decision', 'd', NUJIN, { about: { de: 'Alles' }, decider: BILDUNGSWERK });
  const together = paragraph('decision', 'e', NUJIN, { about: { de: 'Geld' }, decider: null });
  const named = paragraph('credit', 'c', NUJIN, { what: { de: 'Heft' }, owner: NUJIN });
  const withThese = (...more: AgreementText['paragraphs'][number][]) => ({
    ...FOURTH_TEXT,
    paragraphs: [...FOURTH_TEXT.paragraphs, ...more],
  });
  expect(keysOf(withThese(alone, named))).toEqual(['decisions', 'credits']);
  expect(keysOf(withThese(alone, together))).toEqual([]);
  expect(keysOf({ ...FIRST_TEXT, partners: FIRST_TEXT.partners.slice(0, 1) })).toEqual([]);
});

test('every prompt that can come up has words in every language', () => {
  const office = loadWords('src');
  fc.assert(
    fc.property(anyText(), fc.constantFrom('de', 'en', 'tr', 'ar', 'uk'), (text, language) => {
      for (const prompt of promptsFor(text, balanceOf(text), [NUJIN]))
        expect(office.in(language).tell(prompt)).toMatch(/[?؟]$/);
    }),
  );
});

function rhythm(words: string) {
  return paragraph('rhythm', `rhythm-${words}`, NUJIN, { words: { de: words } });
}
