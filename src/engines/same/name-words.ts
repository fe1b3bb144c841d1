import { runOf } from './column.ts';
import { excludeEachOther } from './contrasts.ts';
import type { Corpus } from './corpus.ts';
import { hasDigit } from './likeness.ts';
import type { Side } from './name-side.ts';
import type { Rarity } from './rarity.ts';

/** Bits that a word is worth at most when it says what kind of thing is meant, whom it is about, where it is. */
const KIND = 1.5;
const TOPIC = 3.5;
const SMALL = 0.1;
const TOWN_AT_HAND = 0.3;
/** Whose it is: "Deutsch-Arabischer", "russischsprachig". Left out and put in as one likes. */
const WHOSE = 2.5;

/** What it says in bits that two names share a word, and what it costs when only one has it. */
export function wordWeight(corpus: Corpus, rarity: Rarity, token: number, where: Where): number {
  if (corpus.isSmall.values[token] === 1) return SMALL;
  const bits = rarity.token(token);
  if (isWhereBothAre(corpus, token, where)) return Math.min(bits, TOWN_AT_HAND);
  if ((corpus.topicOf.values[token] ?? -1) >= 0) return Math.min(bits, TOPIC);
  if (corpus.isWhose.values[token] === 1) return Math.min(bits, WHOSE);
  if ((corpus.kindOf.values[token] ?? -1) < 0) return bits;
  return Math.min(bits, corpus.isCompound.values[token] === 1 ? TOPIC : KIND);
}

/** The places of two records, -1 for none, and whether their postcodes say that they are in one town. */
export interface Where {
  readonly a: number;
  readonly b: number;
  readonly isOneTown: boolean;
}

/** A record without a place may be anywhere, but one of the two has to be there. */
function isWhereBothAre(corpus: Corpus, token: number, { a, b, isOneTown }: Where): boolean {
  const isInA = isWordOf(corpus, token, a);
  const isInB = isWordOf(corpus, token, b);
  return ((isInA || a < 0) && (isInB || b < 0) && (isInA || isInB)) || (isOneTown && (isInA || isInB));
}

/**
 * Whether the words without a partner say that two different things are meant: each names a town, each a number, each
 * a facility; or one names a town where the other is not.
 */
export function conflictOf(corpus: Corpus, a: Side, b: Side, where: Where): boolean {
  const townA = looseTown(corpus, a);
  const townB = looseTown(corpus, b);
  if (townA >= 0 && townB >= 0) return true;
  if (townA >= 0 && where.b >= 0 && !where.isOneTown && isElsewhere(corpus, townA, where.a, where.b)) return true;
  if (townB >= 0 && where.a >= 0 && !where.isOneTown && isElsewhere(corpus, townB, where.b, where.a)) return true;
  if (hasLoose(corpus, a, isNumber) && hasLoose(corpus, b, isNumber)) return true;
  return otherUnits(corpus, a, b) || areContrasted(corpus, a, b);
}

/** "Grundschule" and "Gymnasium", "Nord" and "Süd": each says one that the other does not say. */
function areContrasted(corpus: Corpus, a: Side, b: Side): boolean {
  for (let i = 0; i < a.count; i++) {
    const one = contrastAt(corpus, a, i);
    if (one < 0 || says(corpus, b, one)) continue;
    for (let j = 0; j < b.count; j++) {
      const other = contrastAt(corpus, b, j);
      if (excludeEachOther(one, other) && !says(corpus, a, other)) return true;
    }
  }
  return false;
}

function contrastAt(corpus: Corpus, side: Side, at: number): number {
  return corpus.contrast.values[side.tokens[at] ?? 0] ?? -1;
}

function says(corpus: Corpus, side: Side, contrast: number): boolean {
  for (let at = 0; at < side.count; at++) if (contrastAt(corpus, side, at) === contrast) return true;
  return false;
}

function otherUnits(corpus: Corpus, a: Side, b: Side): boolean {
  return hasLoose(corpus, a, isUnit) && hasLoose(corpus, b, isUnit);
}

/**
 * What a word means may be said in the other name within a word that already has a partner: "Subotnja schkola" and
 * "Samstagsschule", "Volkshochschule (VHS)". Such words are no longer looked at.
 */
export function coverMeanings(corpus: Corpus, side: Side, other: Side): void {
  for (let i = 0; i < side.count; i++) {
    if (side.used[i] !== 0) continue;
    const token = side.tokens[i] ?? 0;
    const kind = corpus.isCompound.values[token] === 1 ? -1 : (corpus.kindOf.values[token] ?? -1);
    const topic = corpus.topicOf.values[token] ?? -1;
    if (corpus.contrast.values[token] !== -1) continue;
    const isFacility = corpus.isUnit.values[token] === 1 && kind < 0;
    if (!isFacility && (kind >= 0 || topic >= 0) && isMeantBy(corpus, other, kind, topic)) side.used[i] = COVERED;
  }
}

/** Counts as having a partner, though one that is shared. */
const COVERED = 0.8;

function isMeantBy(corpus: Corpus, side: Side, kind: number, topic: number): boolean {
  for (let i = 0; i < side.count; i++) {
    const token = side.tokens[i] ?? 0;
    if (topic >= 0 && corpus.topicOf.values[token] !== topic) continue;
    if (kind < 0 || corpus.kindOf.values[token] === kind || corpus.headKindOf.values[token] === kind) return true;
    if (topic >= 0) return true;
  }
  return false;
}

/** The town is where its own record is, and the other record is somewhere else. */
function isElsewhere(corpus: Corpus, town: number, own: number, other: number): boolean {
  return own >= 0 && runOf(corpus.placeTokens, own).includes(town) && !runOf(corpus.placeTokens, other).includes(town);
}

function looseTown(corpus: Corpus, side: Side): number {
  for (let i = 0; i < side.count; i++) {
    const token = side.tokens[i] ?? 0;
    if (side.used[i] === 0 && (corpus.isPlaceWord.values[token] ?? 0) > 0 && (side.weight[i] ?? 0) > 1) return token;
  }
  return -1;
}

function hasLoose(corpus: Corpus, side: Side, is: (corpus: Corpus, token: number) => boolean): boolean {
  for (let i = 0; i < side.count; i++) if (side.used[i] === 0 && is(corpus, side.tokens[i] ?? 0)) return true;
  return false;
}

function isNumber(corpus: Corpus, token: number): boolean {
  const { letters } = corpus.tokens;
  return letters !== null && hasDigit(runOf(letters, token));
}

/** A town that is called like a facility is none: "Altenheim". */
function isUnit(corpus: Corpus, token: number): boolean {
  return corpus.isUnit.values[token] === 1 && (corpus.isPlaceWord.values[token] ?? 0) === 0;
}

/** Whether one name says a facility or a town that the other lacks, the town being where neither record is. */
export function hasLooseUnit(corpus: Corpus, side: Side, { a, b }: Where): boolean {
  if (hasLoose(corpus, side, isUnit)) return true;
  const town = looseTown(corpus, side);
  return town >= 0 && (a >= 0 || b >= 0) && !isWordOf(corpus, town, a) && !isWordOf(corpus, town, b);
}

function isWordOf(corpus: Corpus, token: number, place: number): boolean {
  return place >= 0 && runOf(corpus.placeTokens, place).includes(token);
}

function isAbout(corpus: Corpus, token: number): boolean {
  return (corpus.topicOf.values[token] ?? -1) >= 0;
}

/** Both names say what they are about, and it is not the same: "Elternverein", "Kulturverein". */
export function differInTopic(corpus: Corpus, a: Side, b: Side): boolean {
  return hasLoose(corpus, a, isAbout) && hasLoose(corpus, b, isAbout);
}
