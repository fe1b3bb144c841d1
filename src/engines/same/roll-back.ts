import { addAt, cutRuns, runCount, runOf, type Column, type Runs } from './column.ts';
import { recordCount, type Corpus } from './corpus.ts';
import { count } from './count.ts';
import { cutVocabulary, sizeOf, type Vocabulary } from './vocabulary.ts';

type Part = Vocabulary | Runs | Column;

/** How long everything was at a moment. */
export interface Mark {
  readonly records: number;
  readonly placeWords: number;
  readonly lengths: readonly number[];
}

export function markOf(corpus: Corpus): Mark {
  return {
    records: recordCount(corpus),
    placeWords: runCount(corpus.placeTokens),
    lengths: partsOf(corpus).map(lengthOf),
  };
}

/** Forgets every record, name and word that came after the mark, as if they had never been there. */
export function rollBack(corpus: Corpus, mark: Mark): void {
  for (let record = mark.records; record < recordCount(corpus); record++) count(corpus, record, -1);
  for (let place = mark.placeWords; place < runCount(corpus.placeTokens); place++) {
    for (const token of runOf(corpus.placeTokens, place)) {
      if ((corpus.isPlaceWord.values[token] ?? 0) > 0) addAt(corpus.isPlaceWord, token, -1);
    }
  }
  for (const [at, part] of partsOf(corpus).entries()) cut(part, mark.lengths[at] ?? 0);
}

function partsOf({ names, records, passing: _, ...own }: Corpus): readonly Part[] {
  return [...Object.values(own), ...Object.values(names), ...Object.values(records)].filter(
    (part) => part !== own.isPlaceWord,
  );
}

function lengthOf(part: Part): number {
  if ('uses' in part) return sizeOf(part);
  return 'starts' in part ? runCount(part) : part.length;
}

function cut(part: Part, length: number): void {
  if ('uses' in part) cutVocabulary(part, length);
  else if ('starts' in part) cutRuns(part, length);
  else part.length = length;
}
