/** Values and vectors of a symmetric tridiagonal matrix, largest value first; vectors[i] belongs to values[i]. */
export interface Spectrum {
  readonly values: Float64Array;
  readonly vectors: readonly Float64Array[];
}

const MOST_ROUNDS = 60;

/**
 * The `count` largest eigenpairs, of all that there are by implicit QL with Wilkinson's shift (Bowdler, Martin, Reinsch and
 * Wilkinson 1968, Numerische Mathematik 11). `diagonal` has m entries, `beside` the m - 1 entries next to it. Whoever needs
 * no more than the last entry of each vector gets vectors of one entry, m times as quick.
 */
export function spectrumOf(diagonal: Float64Array, beside: Float64Array, count: number, isLastOnly = false): Spectrum {
  const size = diagonal.length;
  const d = Float64Array.from(diagonal);
  const e = new Float64Array(size);
  e.set(beside.subarray(0, Math.max(0, size - 1)));
  const width = isLastOnly ? 1 : size;
  // Vector after vector.
  const z = new Float64Array(size * width);
  if (isLastOnly) z[size - 1] = 1;
  else for (let row = 0; row < size; row += 1) z[row * size + row] = 1;

  for (let low = 0; low < size; low += 1) {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const high = splitAfter(d, e, low);
      if (high === low) break;
      turnOnce(d, e, z, width, low, high);
    }
  }
  const order = [...d.keys()].toSorted((a, b) => (d[b] ?? 0) - (d[a] ?? 0) || a - b).slice(0, count);
  return {
    values: Float64Array.from(order, (at) => d[at] ?? 0),
    vectors: order.map((at) => z.subarray(at * width, (at + 1) * width)),
  };
}

/** The end of the block that starts at `low`: there the entry beside the diagonal is nothing. */
function splitAfter(d: Float64Array, e: Float64Array, low: number): number {
  for (let at = low; at < d.length - 1; at += 1) {
    const near = Math.abs(d[at] ?? 0) + Math.abs(d[at + 1] ?? 0);
    if (Math.abs(e[at] ?? 0) <= Number.EPSILON * near || e[at] === 0) return at;
  }
  return d.length - 1;
}

function turnOnce(d: Float64Array, e: Float64Array, z: Float64Array, width: number, low: number, high: number): void {
  const first = d[low] ?? 0;
  const next = e[low] ?? 0;
  let g = ((d[low + 1] ?? 0) - first) / (2 * next);
  const length = Math.sqrt(g * g + 1);
  g = (d[high] ?? 0) - first + next / (g + (g >= 0 ? length : -length));
  let sine = 1;
  let cosine = 1;
  let p = 0;
  for (let at = high - 1; at >= low; at -= 1) {
    const f = sine * (e[at] ?? 0);
    const b = cosine * (e[at] ?? 0);
    const r = Math.sqrt(f * f + g * g);
    e[at + 1] = r;
    if (r === 0) {
      d[at + 1] = (d[at + 1] ?? 0) - p;
      e[high] = 0;
      return;
    }
    sine = f / r;
    cosine = g / r;
    g = (d[at + 1] ?? 0) - p;
    const s = ((d[at] ?? 0) - g) * sine + 2 * cosine * b;
    p = sine * s;
    d[at + 1] = g + p;
    g = cosine * s - b;
    for (let lower = at * width; lower < (at + 1) * width; lower += 1) {
      const u = z[lower + width] ?? 0;
      const l = z[lower] ?? 0;
      z[lower + width] = sine * l + cosine * u;
      z[lower] = cosine * l - sine * u;
    }
  }
  d[low] = (d[low] ?? 0) - p;
  e[low] = g;
  e[high] = 0;
}

/** The largest value alone, by bisection with Sturm's count: cheap, and all that a test needs. */
export function largestValue(diagonal: Float64Array, beside: Float64Array, size: number): number {
  let low = Infinity;
  let high = -Infinity;
  for (let at = 0; at < size; at += 1) {
    const radius = Math.abs(at > 0 ? (beside[at - 1] ?? 0) : 0) + Math.abs(at < size - 1 ? (beside[at] ?? 0) : 0);
    low = Math.min(low, (diagonal[at] ?? 0) - radius);
    high = Math.max(high, (diagonal[at] ?? 0) + radius);
  }
  for (let step = 0; step < 60 && high - low > 1e-12 * Math.max(Math.abs(high), 1e-300); step += 1) {
    const middle = (low + high) / 2;
    if (isAboveAll(diagonal, beside, size, middle)) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

function isAboveAll(diagonal: Float64Array, beside: Float64Array, size: number, value: number): boolean {
  let pivot = 1;
  for (let at = 0; at < size; at += 1) {
    const off = at > 0 ? (beside[at - 1] ?? 0) : 0;
    pivot = (diagonal[at] ?? 0) - value - (off * off) / (pivot === 0 ? 1e-300 : pivot);
    if (pivot >= 0) return false;
  }
  return true;
}
