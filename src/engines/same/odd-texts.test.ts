import { expect, test } from 'vitest';
import { matchAll, type Item } from './index.ts';

/** Words that every object of the language has something under. */
const OWN_WORDS = Object.getOwnPropertyNames(Object.prototype);

function everywhere(word: string, source: string): Item {
  return {
    source,
    name: `${word} University`,
    otherNames: [word, `${word} e. V.`],
    carrier: word,
    street: `12 ${word} Street`,
    postcode: word,
    place: word,
    country: word,
    phones: [word],
    mails: [`${word}@${word}.example`, word],
    sites: [`${word}.example`, word],
    languages: [word],
    topics: [word],
    fields: { [word]: word, times: word },
  };
}

test('words that the language of the program has a meaning for are words like others', () => {
  for (const word of OWN_WORDS) {
    const { pairs } = matchAll([everywhere(word, 'a'), everywhere(word, 'b')]);
    expect([word, pairs.map(({ outcome }) => outcome)]).toEqual([word, ['same']]);
    const street = { street: `${word} Ring 3`, place: 'Chemnitz' };
    const others = [
      { source: 'a', name: word, ...street, country: word },
      { source: 'b', name: word },
    ];
    expect(() => matchAll(others)).not.toThrow();
  }
});

test('a cell into which somebody has pasted a whole page takes no longer than others', () => {
  const page = 'Verein der 12 Freunde 3 '.repeat(2_000);
  const pasted = (source: string): Item => ({
    source,
    name: `Kulturverein Kompass ${page}`,
    carrier: page,
    mails: ['a'.repeat(page.length)],
    fields: { times: page },
  });
  expect(matchAll([pasted('a'), pasted('b')]).clusters).toEqual([[0, 1]]);
});
