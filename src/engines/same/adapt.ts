import { FIRST_FIELD, MISSING, MOST_LEVELS, newEvidence, shippedOf, type Evidence } from './evidence.ts';
import { offsetOf, priorOf, probability, SHIPPED_TWINS, weigh, type Model } from './weigh.ts';

/** So many imagined pairs stand behind the shipped frequencies: fifty rows move them little, fifty thousand wholly. */
const IMAGINED = 40;
const ROUNDS = 12;

/** Pairs kept for learning: levels and bits of each, one after the other. */
export interface Sample {
  readonly width: number;
  readonly levels: number[];
  readonly bits: number[];
}

export function newSample(fieldCount: number): Sample {
  return { width: FIRST_FIELD + fieldCount, levels: [], bits: [] };
}

export function keepInSample(sample: Sample, evidence: Evidence): void {
  for (const level of evidence.level) sample.levels.push(level);
  for (const bits of evidence.bits) sample.bits.push(bits);
}

/**
 * Learns how often the same things show each level in the lists at hand: expectation and maximisation
 * (Dempster, Laird and Rubin 1977) over the compared pairs, with a Dirichlet prior of `IMAGINED` pairs that show what
 * is shipped. It never leaves what is shipped without evidence, and no level gets the probability zero.
 * `share` says which part of all compared pairs the sample is.
 */
export function adapt(model: Model, sample: Sample, share: number, records: number, most: number): void {
  const { width } = sample;
  const evidence = newEvidence(width - FIRST_FIELD);
  const weights = new Float64Array(width);
  const count = sample.levels.length / width;
  for (let round = 0; round < ROUNDS; round++) {
    const seen = new Float64Array(width * MOST_LEVELS);
    let twins = 0;
    for (let pair = 0; pair < count; pair++) {
      for (let c = 0; c < width; c++) {
        evidence.level[c] = sample.levels[pair * width + c] ?? MISSING;
        evidence.bits[c] = sample.bits[pair * width + c] ?? 0;
      }
      const p = probability(weigh(evidence, model, most, weights));
      if (p < 0.01) continue;
      twins += p;
      for (let c = 0; c < width; c++) {
        const level = evidence.level[c] ?? MISSING;
        if (level !== MISSING) seen[c * MOST_LEVELS + level] = (seen[c * MOST_LEVELS + level] ?? 0) + p;
      }
    }
    learn(model, seen, width);
    model.twins = clamp((IMAGINED * SHIPPED_TWINS + (2 * twins) / share) / (IMAGINED + records), 0.05, 4);
    model.prior = priorOf(model.twins, most);
  }
}

function learn(model: Model, seen: Float64Array, width: number): void {
  for (let c = 0; c < width; c++) {
    const shipped = shippedOf(c);
    let sum = IMAGINED;
    for (let level = 0; level < shipped.length; level++) sum += seen[c * MOST_LEVELS + level] ?? 0;
    for (let level = 0; level < shipped.length; level++) {
      const found = ((seen[c * MOST_LEVELS + level] ?? 0) + IMAGINED * (shipped[level] ?? 0)) / sum;
      model.found[c * MOST_LEVELS + level] = found;
      model.offsets[c * MOST_LEVELS + level] = offsetOf(c, level, found);
    }
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
