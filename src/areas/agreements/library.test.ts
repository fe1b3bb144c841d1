import { expect, test } from 'vitest';
import { NUJIN } from '../../../test/agreement.ts';
import { loadWords } from '../../platform/words/index.ts';
import { fromLibrary, LIBRARY, libraryEntry, libraryFor } from './library.ts';
import { mayBeSigned } from './may-be-signed.ts';
import { partsOf } from './paragraph.ts';
import { SECTIONS, sectionOf } from './sections.ts';

const words = loadWords('src');
const wordsIn = (code: string) => words.in(code);
const LANGUAGES = ['de', 'en', 'tr', 'ar', 'uk'];

test('whatever is taken from the library has its words in every language, and none twice', () => {
  for (const entry of LIBRARY) {
    const taken = fromLibrary(entry, { id: 'p', origin: NUJIN, languages: LANGUAGES, wordsIn });
    for (const { name, value } of partsOf(taken)) {
      if (!entry.texts.includes(name)) continue;
      expect(Object.keys(value as object).toSorted()).toEqual(LANGUAGES.toSorted());
      expect(new Set(Object.values(value as object)).size).toBe(LANGUAGES.length);
    }
    expect(taken.kind).toBe(entry.kind);
    expect(taken.origin).toBe(NUJIN);
  }
});

/** How each language speaks to somebody. */
const SPOKEN_TO: Readonly<Record<string, RegExp>> = {
  de: /(?<!\p{L})(du|dir|dich|dein\p{L}*|ihr|euch|eu(er|re)\p{L}*|fragt (das|die))(?!\p{L})/iu,
  en: /\b(you|your)\b|(^|[.;] )ask the/iu,
  tr: /(s[ıiuü]n[ıiuü]z|n[ıiuü]z[ıiuü]?|mal[ıi]s[ıi]n[ıi]z|sorun)(?!\p{L})/iu,
  ar: /\p{L}{3}(كم|تم)(?!\p{L})/u,
  uk: /(?<!\p{L})(ви|вас|вам|ваш\p{L}*|запитайте)(?!\p{L})|[аиі]йте(?!\p{L})/iu,
};

test.each(LANGUAGES)('what is signed speaks to nobody (%s)', (language) => {
  const said = LIBRARY.flatMap((entry) =>
    entry.texts.map((part) => wordsIn(language).say(`agreements.library.${entry.kind}.${entry.key}.${part}`)),
  );
  expect(said.filter((one) => SPOKEN_TO[language]?.test(one) ?? true)).toEqual([]);
});

test('a language that the house does not speak stays open instead of German', () => {
  const [entry] = libraryFor(sectionOf('duty'));
  if (entry === undefined) throw new Error('no duty');
  const taken = fromLibrary(entry, { id: 'p', origin: NUJIN, languages: ['de', 'kmr'], wordsIn });
  const text = { partners: [{ id: NUJIN, name: 'Nûjîn' }], languages: ['de', 'kmr'], paragraphs: [taken] };
  const missing = mayBeSigned({ text, confirmations: [], mirrored: [] });
  expect(missing.filter(({ paragraph }) => paragraph === 'p').map(({ part, language }) => [part, language])).toEqual([
    ['due', undefined],
    ['responsible', undefined],
    ['explanation', 'kmr'],
  ]);
});

test('an exit from the library is whole, a task lacks only who and until when', () => {
  const gaps = (kind: 'exit' | 'task') => {
    const [entry] = libraryFor(sectionOf(kind));
    if (entry === undefined) throw new Error('nothing');
    const taken = fromLibrary(entry, { id: 'p', origin: NUJIN, languages: ['de', 'tr'], wordsIn });
    const text = { partners: [{ id: NUJIN, name: 'Nûjîn' }], languages: ['de', 'tr'], paragraphs: [taken] };
    const missing = mayBeSigned({ text, confirmations: [], mirrored: [] });
    return missing.filter(({ what, paragraph }) => what === 'part' && paragraph === 'p').map(({ part }) => part);
  };
  expect(gaps('exit')).toEqual([]);
  expect(gaps('task')).toEqual(['doer', 'until']);
});

test('an entry is found in its section only', () => {
  for (const section of SECTIONS)
    for (const { key, kind } of LIBRARY)
      expect(libraryEntry(section, key)?.key ?? null).toBe(section.kinds.includes(kind) ? key : null);
});
