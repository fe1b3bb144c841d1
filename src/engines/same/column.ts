/**
 * A list of whole numbers that grows. Plain data without methods, so that it can be handed to a worker as it is.
 *
 * @example const ages = newColumn(); push(ages, 7); ages.values[0] // 7
 */
export interface Column {
  values: Int32Array;
  length: number;
}

/** Lists of whole numbers, one after the other: list `i` is `values[starts[i]]` up to `values[starts[i + 1]]`. */
export interface Runs {
  readonly starts: Column;
  readonly values: Column;
}

export function newColumn(): Column {
  return { values: new Int32Array(16), length: 0 };
}

export function newRuns(): Runs {
  const starts = newColumn();
  push(starts, 0);
  return { starts, values: newColumn() };
}

export function push(column: Column, value: number): void {
  if (column.length === column.values.length) reserve(column, column.length * 2);
  column.values[column.length++] = value;
}

export function pushRun(runs: Runs, list: Iterable<number>): void {
  for (const value of list) push(runs.values, value);
  push(runs.starts, runs.values.length);
}

export function runCount(runs: Runs): number {
  return runs.starts.length - 1;
}

export function runOf(runs: Runs, index: number): Int32Array {
  return runs.values.values.subarray(runs.starts.values[index], runs.starts.values[index + 1]);
}

/** Forgets what was pushed after there were `count`. */
export function cutRuns(runs: Runs, count: number): void {
  runs.starts.length = count + 1;
  runs.values.length = runs.starts.values[count] ?? 0;
}

/** Adds to one place of a column that is as long as the things it counts. */
export function addAt(column: Column, index: number, amount: number): void {
  put(column, index, (index < column.length ? (column.values[index] ?? 0) : 0) + amount);
}

/** Sets one place of a column; what lies between its end and that place is 0. */
export function put(column: Column, index: number, value: number): void {
  while (column.length <= index) push(column, 0);
  column.values[index] = value;
}

function reserve(column: Column, size: number): void {
  const values = new Int32Array(size);
  values.set(column.values.subarray(0, column.length));
  column.values = values;
}
