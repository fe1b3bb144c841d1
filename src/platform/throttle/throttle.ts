/** How a kind of guessing is slowed down. */
export interface Pace {
  /** Failures that cost nothing: people mistype. */
  readonly free: number;
  /** Seconds to wait after the first failure beyond those; doubles with each further one. */
  readonly firstSeconds: number;
  /** Never longer than this. */
  readonly mostSeconds: number;
}

/** Seconds to wait after so many failures: 0 while they are free, then doubling up to the most. */
export function waitSeconds({ free, firstSeconds, mostSeconds }: Pace, failures: number): number {
  if (failures <= free) return 0;
  return Math.min(mostSeconds, firstSeconds * 2 ** Math.min(40, failures - free - 1));
}
