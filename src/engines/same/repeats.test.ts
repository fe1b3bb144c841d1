import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addItem } from './add-item.ts';
import { runOf } from './column.ts';
import { newCorpus, type Corpus } from './corpus.ts';
import { count } from './count.ts';
import { matchAll, type Item } from './index.ts';
import { countRepeats, watchRepeats } from './repeats.ts';
import { holdersOf, sizeOf, type Vocabulary } from './vocabulary.ts';

const OTHERS: readonly Item[] = Array.from({ length: 300 }, (_, at) => ({
  source: 'a',
  name: `${['Musik', 'Sport', 'Garten', 'Theater', 'Schach', 'Wander'][at % 6]}kreis ${wordOf(at)}`,
  street: `${wordOf(at % 50)}weg ${at}`,
  postcode: '01067',
}));

function wordOf(at: number): string {
  return (
    [at, at * 7 + 3, at * 13 + 5].map((n) => ['ba', 'ke', 'lo', 'mi', 'nu', 'ra', 'se', 'ti'][n % 8]).join('') +
    (at % 97)
  );
}

const CARRIER: Item = {
  source: 'a',
  name: 'Nachbarschaftshilfe Regenbogen e. V.',
  street: 'Ring 3',
  postcode: '01067',
  phones: ['0351 1234567'],
  mails: ['post@regenbogen.example'],
};

test('three hundred rows that say the same are one', () => {
  const rows = Array.from({ length: 300 }, (_, at) => ({ ...CARRIER, source: ['a', 'b', 'c'][at % 3] ?? '' }));
  expect(matchAll(rows).clusters.map(({ length }) => length)).toEqual([300]);
  const among = matchAll([...rows, ...OTHERS]).clusters.filter((group) => group.some((at) => at < 300));
  expect(among.map(({ length }) => length)).toEqual([300]);
});

test('who spells a name otherwise is found beside three hundred rows of it', () => {
  const rows = Array.from({ length: 300 }, (_, at) => ({ ...CARRIER, source: ['a', 'b', 'c'][at % 3] ?? '' }));
  const other: Item = { source: 'd', name: 'Regenbogen-Nachbarschaftshilfe', phones: ['+49 351 1234567'] };
  expect(matchAll([...rows, other, ...OTHERS]).clusters).toContainEqual(Array.from({ length: 301 }, (_, at) => at));
});

test('three hundred associations of one house are three hundred', () => {
  const tenants = OTHERS.map((item, at): Item => ({ ...item, source: at % 3, street: 'Haus der Vereine 1' }));
  expect(matchAll(tenants).clusters).toEqual([]);
});

const row: fc.Arbitrary<Item> = fc.record({
  source: fc.constantFrom('a', 'b'),
  name: fc.constantFrom('Kulturverein Kompass e. V.', 'Nähstube Regenbogen', 'Amsel'),
  street: fc.constantFrom('Ring 3', 'Markt 9'),
  postcode: fc.constantFrom('01067', '04109'),
  place: fc.constantFrom('Dresden', 'Leipzig'),
  phones: fc.subarray(['0351 1234567', '0341 7654321']),
  mails: fc.subarray(['post@kompass.example', 'post@amsel.example']),
  sites: fc.subarray(['https://haus.example/kompass', 'https://haus.example/amsel']),
});
/** Some of them so often that they make a crowd. */
const rows = fc
  .array(fc.tuple(row, fc.constantFrom(1, 1, 2, 30)), { maxLength: 12 })
  .map((some) => some.flatMap(([item, times]) => Array.from({ length: times }, () => item)));

test('holders are counted the same when records come later', () => {
  fc.assert(
    fc.property(rows, rows, (first, later) => {
      const together = corpusOf([...first, ...later]);
      countRepeats(together);
      const corpus = corpusOf(first);
      const repeats = watchRepeats(corpus);
      for (const item of later) repeats.come(addItem(corpus, item));
      expect(holdersIn(corpus)).toEqual(holdersIn(together));
    }),
    { numRuns: 60 },
  );
});

test('a value is held by as many as have different names, also when records have gone again', () => {
  fc.assert(
    fc.property(rows, fc.array(fc.nat(), { maxLength: 60 }), (all, places) => {
      const corpus = corpusOf(all);
      const repeats = watchRepeats(corpus);
      const gone = new Set(all.length === 0 ? [] : places.map((place) => place % all.length));
      for (const record of gone) {
        count(corpus, record, -1);
        repeats.go(record);
      }
      const left = all.map((_, record) => record).filter((record) => !gone.has(record));
      const { records, names } = corpus;
      for (let phone = 0; phone < sizeOf(corpus.phones); phone++) {
        const having = left.filter((record) => runOf(records.phones, record).includes(phone));
        const keys = having.map((record) => names.key.values[runOf(records.names, record)[0] ?? -1]);
        expect(holdersOf(corpus.phones, phone)).toBe(Math.max(1, new Set(keys).size));
      }
    }),
    { numRuns: 60 },
  );
});

function corpusOf(items: readonly Item[]): Corpus {
  const corpus = newCorpus();
  for (const item of items) addItem(corpus, item);
  return corpus;
}

/** How many hold each value, and which record each repeats. */
function holdersIn(corpus: Corpus): readonly (readonly number[])[] {
  const held: readonly Vocabulary[] = [
    corpus.addresses,
    corpus.addressesByPostcode,
    corpus.addressesByPlace,
    corpus.phones,
    corpus.mails,
    corpus.domains,
    corpus.pages,
    corpus.tokens,
    corpus.nameKeys,
  ];
  return [
    ...held.map((vocabulary) => Array.from({ length: sizeOf(vocabulary) }, (_, id) => holdersOf(vocabulary, id))),
    [...corpus.records.twin.values.subarray(0, corpus.records.twin.length)],
  ];
}
