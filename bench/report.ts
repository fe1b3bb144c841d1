/** One figure of a benchmark; `peer` names what it is held against, `ratio` is figure ÷ peer (below 1 is better for times). */
export interface Figure {
  readonly bench: string;
  readonly figure: string;
  readonly value: number;
  readonly unit: string;
  readonly peer?: string;
  readonly peerValue?: number;
  readonly ratio?: number;
  readonly goal?: string;
  readonly met?: boolean;
}

/** Prints a figure as one line of JSON. */
export function report(figure: Figure): void {
  console.log(JSON.stringify(figure));
}

export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}

/** Three significant digits: what a stopwatch can know. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
