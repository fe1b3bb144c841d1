import { expect, test } from 'vitest';
import { NUJIN, paragraph } from '../../../test/agreement.ts';
import type { Texts } from './paragraph.ts';
import { stayedSince } from './stayed.ts';

const goal = (words: Texts) => paragraph('goal', 'goal', NUJIN, { words });
const said = (...all: readonly Texts[]) =>
  stayedSince(
    null,
    all.map((words) => ({ paragraph: 'goal', base: null, after: goal(words) })),
    { languages: ['de', 'tr', 'ar'], paragraphs: [goal(all.at(-1) ?? {})] },
  ).map(({ language }) => language);

test('a language that a change left alone stays behind until it is brought along', () => {
  const first = { de: 'Mütter wissen es.', tr: 'Anneler bilir.', ar: 'الأمهات يعرفن.' };
  const second = { ...first, de: 'Mütter und Väter wissen es.' };
  const third = { ...second, tr: 'Anneler ve babalar bilir.' };
  expect(said(first)).toEqual([]);
  expect(said(first, second)).toEqual(['tr', 'ar']);
  expect(said(first, third)).toEqual(['ar']);
  expect(said(first, second, { ...third, ar: 'الأمهات والآباء يعرفون.' })).toEqual([]);
});

test('what is written in a language for the first time leaves nobody behind', () => {
  expect(said({ de: 'Mütter wissen es.' }, { de: 'Mütter wissen es.', tr: 'Anneler bilir.' })).toEqual([]);
  expect(said({ de: 'Mütter wissen es.', tr: ' ' }, { de: 'Väter wissen es.', tr: ' ' })).toEqual([]);
});

test('what was signed by all counts as fitting, and what has gone is not named', () => {
  const [before, after] = [goal({ de: 'Eins', tr: 'Bir' }), goal({ de: 'Zwei', tr: 'Bir' })];
  const languages = ['de', 'tr'];
  const change = { paragraph: 'goal', base: null, after };
  expect(stayedSince({ paragraphs: [before] }, [], { languages, paragraphs: [before] })).toEqual([]);
  expect(stayedSince({ paragraphs: [before] }, [change], { languages, paragraphs: [after] })).toEqual([
    { language: 'tr', paragraphs: [after] },
  ]);
  const gone = { paragraph: 'goal', base: null, after: null };
  const again = { paragraph: 'goal', base: null, after: before };
  expect(stayedSince({ paragraphs: [before] }, [change, gone], { languages, paragraphs: [] })).toEqual([]);
  expect(stayedSince({ paragraphs: [before] }, [gone, again], { languages, paragraphs: [before] })).toEqual([]);
});
