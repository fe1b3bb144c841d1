import type { Options } from './item.ts';

export const LEAST_P = 0.05;
const SAME_FROM = 0.6;

/** The log-odds from which on two records are called the same. */
export function leastBits(options: Options): number {
  const from = options.sameFrom ?? SAME_FROM;
  return Math.log2(from / (1 - from));
}
