/** Standard normal quantiles for one-sided tests. */
export const Z90 = 1.2816;

/** Share of successes with one more of each kind (Laplace): never 0 or 1. */
export function smoothed(successes: number, trials: number): number {
  return (successes + 1) / (trials + 2);
}

/** Is the share above one half? One success is added, as Polis does. */
export function shareTest(successes: number, trials: number): number {
  return 2 * Math.sqrt(trials + 1) * ((successes + 1) / (trials + 1) - 0.5);
}

/** Is the share here above the share there? One success is added to all four counts, as Polis does. */
export function differenceTest(successes: number, trials: number, others: number, otherTrials: number): number {
  const here = (successes + 1) / (trials + 1);
  const there = (others + 1) / (otherTrials + 1);
  const pooled = (successes + others + 2) / (trials + otherTrials + 2);
  if (pooled === 1) return 0;
  return (here - there) / Math.sqrt(pooled * (1 - pooled) * (1 / (trials + 1) + 1 / (otherTrials + 1)));
}
