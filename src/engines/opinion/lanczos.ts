import { chance } from '../../plain/chance.ts';
import { spectrumOf, type Spectrum } from './tridiagonal.ts';

/** Writes A·vector into `out`; A symmetric and without negative values. */
export type Operator = (vector: Float64Array, out: Float64Array) => void;

const MOST_STEPS = 600;
export const EXACT = 1e-14;
const NOTHING = 1e-12;

/**
 * The `count` largest values of A and their unit vectors, by Lanczos' method (1950) with full reorthogonalisation
 * (Paige 1972). The start is always the same and every step is plain arithmetic, so that all machines come to the
 * same vectors. `isIn` says which entries take part at all; the others stay 0. `tolerance` is what may be left of a vector
 * outside of what was found, in parts of the largest value.
 */
export function leadingPairs(
  apply: Operator,
  isIn: Uint8Array,
  count: number,
  tolerance: number = EXACT,
): { values: Float64Array; vectors: Float64Array[] } {
  const size = isIn.length;
  const most = Math.min(
    isIn.reduce((sum, one) => sum + one, 0),
    MOST_STEPS,
  );
  const basis: Float64Array[] = [];
  const diagonal = new Float64Array(most);
  const beside = new Float64Array(most);
  let scale = 0;
  let fresh = 0;
  const vector = vectorsOf(size);
  let next = freshVector(isIn, basis, fresh, vector());
  let link = 0;
  let check = 6;

  while (next !== null && basis.length < most) {
    const step = basis.length;
    if (step > 0) beside[step - 1] = link;
    basis.push(next);
    const image = vector();
    apply(next, image);
    const here = dot(image, next);
    diagonal[step] = here;
    orthogonalise(image, basis);
    link = Math.sqrt(dot(image, image));
    scale = Math.max(scale, Math.abs(here), link);
    if (link <= NOTHING * scale || scale === 0) {
      // The space that this start reaches is used up. Another start finds vectors that share a value.
      fresh += 1;
      next = fresh < count ? freshVector(isIn, basis, fresh, vector()) : null;
      link = 0;
    } else {
      next = scaled(image, 1 / link);
      if (basis.length < check) continue;
      if (isSettled(diagonal.subarray(0, basis.length), beside, link, count, tolerance)) break;
      check += 2 + (check >> 2);
    }
  }
  return combined(basis, spectrumOf(diagonal.subarray(0, basis.length), beside, count), count, size);
}

function isSettled(
  diagonal: Float64Array,
  beside: Float64Array,
  link: number,
  count: number,
  tolerance: number,
): boolean {
  const { values, vectors } = spectrumOf(diagonal, beside, count, true);
  const largest = Math.abs(values[0] ?? 0);
  for (let at = 0; at < count; at += 1) if (link * Math.abs(vectors[at]?.[0] ?? 0) > tolerance * largest) return false;
  return true;
}

function combined(basis: readonly Float64Array[], spectrum: Spectrum, count: number, size: number) {
  const values = new Float64Array(count);
  const vectors: Float64Array[] = [];
  for (let at = 0; at < count; at += 1) {
    const value = spectrum.values[at] ?? 0;
    const isReal = value > NOTHING * (spectrum.values[0] ?? 0) && value > 0;
    const vector = new Float64Array(size);
    if (isReal) {
      values[at] = value;
      for (const [step, direction] of basis.entries()) addTo(vector, direction, spectrum.vectors[at]?.[step] ?? 0);
      const length = Math.sqrt(dot(vector, vector));
      for (let entry = 0; entry < size; entry += 1) vector[entry] = (vector[entry] ?? 0) / length;
    }
    vectors.push(vector);
  }
  return { values, vectors };
}

/** Vectors one after another, sixteen from one piece of memory: asking for memory takes longer than filling it. */
function vectorsOf(size: number): () => Float64Array {
  let piece = new Float64Array(0);
  return () => {
    if (piece.length === 0) piece = new Float64Array(16 * size);
    const vector = piece.subarray(0, size);
    piece = piece.subarray(size);
    return vector;
  };
}

/** Same entries every time, nowhere special, at right angles to all that is in the basis; written into `vector`. */
function freshVector(
  isIn: Uint8Array,
  basis: readonly Float64Array[],
  number: number,
  vector: Float64Array,
): Float64Array | null {
  const throwOne = chance(number, 'start of the search');
  for (let at = 0; at < vector.length; at += 1) {
    const entry = (throwOne(2_000_001) - 1_000_000) / 1_000_000;
    vector[at] = isIn[at] === 1 ? entry : 0;
  }
  const before = Math.sqrt(dot(vector, vector));
  orthogonalise(vector, basis);
  const length = Math.sqrt(dot(vector, vector));
  return length > 1e-8 * before ? scaled(vector, 1 / length) : null;
}

/** Again where much was taken away: then what rounding left weighs (Daniel, Gragg, Kaufman and Stewart 1976). */
function orthogonalise(vector: Float64Array, basis: readonly Float64Array[]): void {
  let before = dot(vector, vector);
  for (let round = 0; round < 3; round += 1) {
    for (const direction of basis) addTo(vector, direction, -dot(vector, direction));
    const after = dot(vector, vector);
    if (after > 0.5 * before) return;
    before = after;
  }
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

function addTo(vector: Float64Array, direction: Float64Array, factor: number): void {
  for (let at = 0; at < vector.length; at += 1) vector[at] = (vector[at] ?? 0) + factor * (direction[at] ?? 0);
}

/** The vector itself, made longer or shorter. */
function scaled(vector: Float64Array, factor: number): Float64Array {
  for (let at = 0; at < vector.length; at += 1) vector[at] = (vector[at] ?? 0) * factor;
  return vector;
}
