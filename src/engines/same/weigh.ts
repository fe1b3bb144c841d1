import {
  ADDRESS,
  CARRIER,
  ELSEWHERE,
  FIRST_FIELD,
  GEO,
  KIND,
  LEGAL,
  LEGAL_FORM,
  limit,
  MAIL,
  MISSING,
  MOST_LEVELS,
  NAME,
  PART,
  PHONE,
  SITE,
  shippedOf,
  type Evidence,
} from './evidence.ts';

/** What was learnt from the lists at hand; nothing learnt is all zeros. */
export interface Model {
  /** Bits added to each level of each comparator, `comparator * MOST_LEVELS + level`. */
  readonly offsets: Float64Array;
  /** How often the same things show each level. */
  readonly found: Float64Array;
  /** Log-odds of two records about which nothing is known. */
  prior: number;
  /** Expected number of other records of the same thing, per record. */
  twins: number;
}

/** One record in four has a twin, before anything is known. */
export const SHIPPED_TWINS = 0.25;

export function newModel(fieldCount: number, most: number): Model {
  const offsets = new Float64Array((FIRST_FIELD + fieldCount) * MOST_LEVELS);
  const found = new Float64Array(offsets.length);
  for (let c = 0; c < FIRST_FIELD + fieldCount; c++) found.set(shippedOf(c), c * MOST_LEVELS);
  return { offsets, found, prior: priorOf(SHIPPED_TWINS, most), twins: SHIPPED_TWINS };
}

export function priorOf(twins: number, most: number): number {
  return Math.log2(twins) - most - 1;
}

const CONTACTS = [ADDRESS, GEO, PHONE, MAIL, SITE];
/** Ways to reach somebody hang together: the best counts in full, each further one less. */
const COUNTED = [1, 0.4, 0.2, 0.1, 0.1];
const order = [0, 0, 0, 0, 0];
const OTHER_TOWN = 4;
const OTHER_STREET = 6;

/**
 * Log-odds in bits that two records are the same, before other records are looked at; `weights` takes the part of
 * each comparator. Fellegi and Sunter 1969: weights of agreement and disagreement add up; only ways to reach somebody
 * do not, because a house, a carrier or a hotline gives several of them at once.
 */
export function weigh(evidence: Evidence, model: Model, most: number, weights: Float64Array): number {
  let total = model.prior;
  for (let c = 0; c < evidence.level.length; c++) {
    const level = evidence.level[c] ?? MISSING;
    if (level === MISSING || c === PART) {
      weights[c] = 0;
      continue;
    }
    const bits = evidence.bits[c] ?? 0;
    const learnt = bits + (model.offsets[c * MOST_LEVELS + level] ?? 0);
    weights[c] = c === NAME ? learnt : bits < 0 ? Math.min(0, learnt) : Math.max(0, learnt);
  }
  branch(evidence, weights);
  discount(weights, most + 3);
  for (const weight of weights) total += weight;
  return explainAway(evidence, model, most, weights, total);
}

/** Of so many records that agree in everything else, one is a sister with another legal form, one a branch. */
const SISTERS = 11;
const BRANCHES = 8;

/**
 * A sister organisation or a branch agrees in almost everything, and what agrees then says nothing: the odds are those
 * between "the same" and "a part", however much else fits. Odds against add up.
 */
function explainAway(evidence: Evidence, model: Model, most: number, weights: Float64Array, total: number): number {
  if (evidence.level[LEGAL] === 1)
    limit(evidence, LEGAL_FORM, Math.log2(SISTERS * (model.found[LEGAL * MOST_LEVELS + 1] ?? 0)));
  const address = evidence.level[ADDRESS] ?? MISSING;
  if (
    evidence.level[NAME] !== MISSING &&
    address !== MISSING &&
    address >= OTHER_TOWN &&
    address !== OTHER_STREET &&
    (evidence.bits[ADDRESS] ?? 0) < 0
  ) {
    const isReached = Math.max(evidence.bits[PHONE] ?? 0, evidence.bits[MAIL] ?? 0) >= most;
    const odds = BRANCHES * (shippedOf(ADDRESS)[address] ?? 0);
    limit(evidence, ELSEWHERE, Math.log2(odds) + (isReached ? 4 : 0));
  }
  if (evidence.level[PART] === MISSING) return total;
  const left = -Math.log2(2 ** -total + 2 ** -(evidence.bits[PART] ?? 0));
  weights[PART] = left - total;
  return left;
}

/** Another number or town under the same name is a branch: it shares site and hotline with its sisters. */
function branch(evidence: Evidence, weights: Float64Array): void {
  const level = evidence.level[ADDRESS] ?? MISSING;
  if (level === MISSING || level < OTHER_TOWN || (weights[ADDRESS] ?? 0) > -0.5) return;
  const isMoved = level === OTHER_STREET && (evidence.bits[ADDRESS] ?? 0) > -3;
  scale(weights, SITE, isMoved ? 0.7 : 0);
  scale(weights, PHONE, isMoved ? 0.9 : 0.6);
  scale(weights, MAIL, isMoved ? 0.9 : 0.6);
}

function scale(weights: Float64Array, comparator: number, by: number): void {
  if ((weights[comparator] ?? 0) > 0) weights[comparator] = (weights[comparator] ?? 0) * by;
}

function discount(weights: Float64Array, most: number): void {
  let count = 0;
  for (const c of CONTACTS) if ((weights[c] ?? 0) > 0) order[count++] = c;
  for (let i = 1; i < count; i++) {
    for (let j = i; j > 0 && (weights[order[j] ?? 0] ?? 0) > (weights[order[j - 1] ?? 0] ?? 0); j--) {
      [order[j - 1], order[j]] = [order[j] ?? 0, order[j - 1] ?? 0];
    }
  }
  let left = most;
  for (let i = 0; i < count; i++) {
    const c = order[i] ?? 0;
    const weight = Math.min(left, (weights[c] ?? 0) * (COUNTED[i] ?? 0));
    weights[c] = weight;
    left -= weight;
  }
}

export function probability(bits: number): number {
  return 1 / (1 + 2 ** -bits);
}

/** What is seen seldom among the surest pairs is not therefore a sign against the others. */
const LEAST = 0.7;
/**
 * Who is called otherwise or is elsewhere stays another, however often a list seems to say the contrary: branches
 * under one name would teach that the place means nothing. Numbers, mails, sites and legal forms may be unlearnt.
 */
const STUBBORN = new Set([NAME, KIND, CARRIER, ADDRESS, GEO]);

/** Bits added to a level when it turned out to be `found` times as frequent among the same as the shipped guess. */
export function offsetOf(comparator: number, level: number, found: number): number {
  const shipped = shippedOf(comparator)[level] ?? 0.01;
  const most = STUBBORN.has(comparator) ? 1 : 5;
  return Math.max(-LEAST, Math.min(most, Math.log2(found / shipped)));
}
