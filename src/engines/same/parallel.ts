import { runOf, type Runs } from './column.ts';
import type { Corpus } from './corpus.ts';
import { FIRST_FIELD, limit, MISSING, OTHER_LANGUAGE, TIMES, type Evidence } from './evidence.ts';

const OFFER = 1;
/** One of two that one list names, although only this tells them apart. */
const TOLD_APART = -2;
/** Other languages in two lists; with other times too they are two more surely. */
const ELSEWHERE = -1;

type Relation = 'unknown' | 'equal' | 'more' | 'other';

/**
 * Parallel courses agree in everything but the language, the topic or the time. A list that names both means two; of
 * two lists one may know less than the other, and topics have other words in each.
 */
export function compareCourses(corpus: Corpus, a: number, b: number, evidence: Evidence): void {
  const { kind, source, languages, topics } = corpus.records;
  if (kind.values[a] !== OFFER || kind.values[b] !== OFFER) return;
  const spoken = relationOf(languages, a, b);
  const about = relationOf(topics, a, b);
  const isOtherTime = timesDiffer(corpus, a, b, source.values[a] === source.values[b], evidence);
  if (source.values[a] === source.values[b]) {
    if (isOtherTime) limit(evidence, TIMES, TOLD_APART);
    if (spoken === 'more' || spoken === 'other' || about === 'other') limit(evidence, OTHER_LANGUAGE, TOLD_APART);
  } else if (spoken === 'other' || (spoken === 'more' && isOtherTime)) {
    limit(evidence, OTHER_LANGUAGE, ELSEWHERE);
  }
}

function relationOf(runs: Runs, a: number, b: number): Relation {
  const ofA = runOf(runs, a);
  const ofB = runOf(runs, b);
  if (ofA.length === 0 || ofB.length === 0) return 'unknown';
  const [few, many] = ofA.length < ofB.length ? [ofA, ofB] : [ofB, ofA];
  if (!few.every((one) => many.includes(one))) return 'other';
  return few.length === many.length ? 'equal' : 'more';
}

/** Where one says a time the other says another, or none that could be this one ("by arrangement"). */
function timesDiffer(corpus: Corpus, a: number, b: number, isOneList: boolean, evidence: Evidence): boolean {
  const ofA = runOf(corpus.records.fields, a);
  const ofB = runOf(corpus.records.fields, b);
  for (let at = 0; at < ofA.length; at += 2) {
    for (let to = 0; to < ofB.length; to += 2) {
      if (ofA[at] !== ofB[to] || ofA[at + 1] === ofB[to + 1]) continue;
      const [one = 0, two = 0] = [corpus.sessions.values[ofA[at + 1] ?? 0], corpus.sessions.values[ofB[to + 1] ?? 0]];
      if (one === 0 && two === 0) continue;
      const level = evidence.level[FIRST_FIELD + (ofA[at] ?? 0)] ?? MISSING;
      if (level === 2 || one === 0 || two === 0) return true;
      const [spanA, spanB] = [corpus.spans.values[ofA[at + 1] ?? 0], corpus.spans.values[ofB[to + 1] ?? 0]];
      const isOtherSpan = spanA !== spanB && spanA !== 0 && spanB !== 0;
      if (isOneList && (one >> 8 !== two >> 8 || isOtherSpan)) return true;
    }
  }
  return false;
}
