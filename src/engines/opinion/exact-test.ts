/** ln(n!) for n = 0 … most. */
export function logFactorials(most: number): Float64Array {
  const table = new Float64Array(most + 1);
  for (let n = 2; n <= most; n += 1) table[n] = (table[n - 1] ?? 0) + Math.log(n);
  return table;
}

/**
 * Probability of at least `hits` successes in `drawn` of `all` when `successes` of all are dealt out blindly: Fisher's
 * exact test, which is the permutation test of a two-by-two table without any shuffling. `logs` reaches up to `all`.
 */
export function atLeast(hits: number, drawn: number, successes: number, all: number, logs: Float64Array): number {
  if (hits * all <= drawn * successes) return 1;
  const log = (n: number) => logs[n] ?? 0;
  const choose = (n: number, k: number) => log(n) - log(k) - log(n - k);
  let chance = Math.exp(choose(successes, hits) + choose(all - successes, drawn - hits) - choose(all, drawn));
  let sum = 0;
  for (let one = hits; chance > 0 && sum + chance !== sum; one += 1) {
    sum += chance;
    chance *= ((drawn - one) * (successes - one)) / ((one + 1) * (all - drawn - successes + one + 1));
  }
  return Math.min(1, sum);
}

/**
 * Which of many tests may be called discoveries so that at most the share `bound` of them is false (Benjamini and
 * Hochberg 1995). Returns each test's adjusted value: a discovery where it is not above the bound.
 */
export function adjusted(values: readonly number[]): number[] {
  const order = [...values.keys()].toSorted((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
  const result = Array.from<number>({ length: values.length });
  let least = 1;
  for (const [place, at] of order.entries()) {
    least = Math.min(least, ((values[at] ?? 0) * values.length) / (values.length - place));
    result[at] = least;
  }
  return result;
}
