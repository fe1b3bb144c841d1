import { newColumn, put, runOf, type Column, type Runs } from './column.ts';
import { recordCount, type Corpus } from './corpus.ts';
import { newVocabulary, pairedId, repeat, use, usesOf, type Vocabulary } from './vocabulary.ts';

/** From so many rows of one name and one telephone on, further ones say nothing that was not said. */
const CROWD = 24;

/** Keeps count of who repeats whom while records come and go. */
export interface Repeats {
  come(record: number): void;
  go(record: number): void;
}

/** Who holds the values of one field. */
interface Tally {
  readonly vocabulary: Vocabulary;
  readonly valuesOf: (record: number) => ArrayLike<number>;
  /** The value belongs to one house or one telephone, not to everything a large carrier does. */
  readonly isOwn: boolean;
  /** A value together with a name, how many records have both, and the first of them. */
  readonly both: Vocabulary;
  readonly firsts: Column;
}

/**
 * Counts who repeats whom, once all records are there. A house, a number or a site that many rows of one name give has
 * one holder, not many. And of a crowd of rows with the same name and the same way to reach it, each one behind the
 * first few is tied to the first: their words are no commoner for it.
 */
export function countRepeats(corpus: Corpus): void {
  countAll(corpus, talliesOf(corpus));
}

/** The same for records that come and go after it. */
export function watchRepeats(corpus: Corpus): Repeats {
  const tallies = [...talliesOf(corpus)];
  countAll(corpus, tallies);
  return {
    come(record) {
      for (const tally of tallies) comeTo(corpus, tally, record);
      if (isTied(corpus, record)) repeatName(corpus, record, 1);
    },
    go(record) {
      for (const tally of tallies) goFrom(corpus, tally, record);
      if (isTied(corpus, record)) repeatName(corpus, record, -1);
    },
  };
}

/** One field after the other, for each takes as much room as the corpus has values. */
function countAll(corpus: Corpus, tallies: Iterable<Tally>): void {
  for (const tally of tallies)
    for (let record = 0; record < recordCount(corpus); record++) comeTo(corpus, tally, record);
  for (let record = 0; record < recordCount(corpus); record++)
    if (isTied(corpus, record)) repeatName(corpus, record, 1);
}

function* talliesOf(corpus: Corpus): Generator<Tally> {
  const { records } = corpus;
  for (const [vocabulary, column] of [
    [corpus.addresses, records.address],
    [corpus.addressesByPostcode, records.addressByPostcode],
    [corpus.addressesByPlace, records.addressByPlace],
  ] as const)
    yield newTally(vocabulary, (record) => one(column, record), true);
  for (const [vocabulary, runs, isOwn] of [
    [corpus.phones, records.phones, true],
    [corpus.mails, records.mails, true],
    [corpus.domains, records.domains, false],
    [corpus.pages, records.pages, false],
  ] as const satisfies readonly (readonly [Vocabulary, Runs, boolean])[])
    yield newTally(vocabulary, (record) => runOf(runs, record), isOwn);
}

function newTally(vocabulary: Vocabulary, valuesOf: Tally['valuesOf'], isOwn: boolean): Tally {
  return { vocabulary, valuesOf, isOwn, both: newVocabulary(), firsts: newColumn() };
}

function one(column: Column, record: number): ArrayLike<number> {
  const value = column.values[record] ?? -1;
  return value < 0 ? [] : [value];
}

function comeTo(corpus: Corpus, { vocabulary, valuesOf, isOwn, both, firsts }: Tally, record: number): void {
  const key = keyOf(corpus, record);
  if (key < 0) return;
  const values = valuesOf(record);
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? 0;
    const id = pairedId(both, value, key);
    const before = usesOf(both, id);
    if (before === 0) put(firsts, id, record);
    else repeat(vocabulary, value, 1);
    if (isOwn && before >= CROWD) corpus.records.twin.values[record] = firsts.values[id] ?? -1;
    use(both, id, 1);
  }
}

function goFrom(corpus: Corpus, { vocabulary, valuesOf, both }: Tally, record: number): void {
  const key = keyOf(corpus, record);
  if (key < 0) return;
  const values = valuesOf(record);
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? 0;
    const id = pairedId(both, value, key);
    use(both, id, -1);
    // Of those that are left one is the holder, whichever came first.
    if (usesOf(both, id) > 0) repeat(vocabulary, value, -1);
  }
}

function keyOf({ records, names }: Corpus, record: number): number {
  const [named] = runOf(records.names, record);
  return named === undefined ? -1 : (names.key.values[named] ?? 0);
}

function isTied({ records }: Corpus, record: number): boolean {
  return (records.twin.values[record] ?? -1) >= 0;
}

function repeatName(corpus: Corpus, record: number, amount: number): void {
  const { names } = corpus;
  const tokens = new Set<number>();
  const keys = new Set<number>();
  for (const name of runOf(corpus.records.names, record)) {
    for (const token of runOf(names.tokens, name)) tokens.add(token);
    keys.add(names.key.values[name] ?? 0);
  }
  for (const token of tokens) repeat(corpus.tokens, token, amount);
  for (const key of keys) repeat(corpus.nameKeys, key, amount);
}
