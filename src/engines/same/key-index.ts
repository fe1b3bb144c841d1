import { newColumn, push, type Column } from './column.ts';

/** From keys to the records that have them: sorted once, with a small part on top for what comes later. */
export interface KeyIndex {
  /** Different keys, ascending, as unsigned numbers. */
  keys: Uint32Array;
  /** Records of key `i`: `records[starts[i]]` up to `records[starts[i + 1]]`, ascending. */
  starts: Int32Array;
  records: Int32Array;
  /** Where the keys begin that share their upper 16 bits. */
  readonly shelves: Int32Array;
  readonly fresh: Map<number, number[]>;
}

const SHELVES = 1 << 16;
const NOBODY = [0, 0] as const;

/** Entries as they come: `keys[i]` belongs to `records[i]`. */
export interface Entries {
  readonly keys: Column;
  readonly records: Column;
}

export function newEntries(): Entries {
  return { keys: newColumn(), records: newColumn() };
}

export function pushEntry(entries: Entries, key: number, record: number): void {
  push(entries.keys, key | 0);
  push(entries.records, record);
}

export function indexOf(entries: Entries): KeyIndex {
  const count = entries.keys.length;
  const { keys, records } = sortByKey(entries);
  const distinct = new Uint32Array(count);
  const starts = new Int32Array(count + 1);
  let many = 0;
  let kept = 0;
  for (let at = 0; at < count; at++) {
    const key = keys[at] ?? 0;
    const isNew = at === 0 || key !== keys[at - 1];
    if (isNew) {
      distinct[many] = key;
      starts[many++] = kept;
    } else if (records[kept - 1] === records[at]) continue;
    records[kept++] = records[at] ?? 0;
  }
  starts[many] = kept;
  const shelves = new Int32Array(SHELVES + 1);
  for (let at = 0; at < many; at++) {
    const shelf = ((distinct[at] ?? 0) >>> 16) + 1;
    shelves[shelf] = (shelves[shelf] ?? 0) + 1;
  }
  for (let shelf = 0; shelf < SHELVES; shelf++) shelves[shelf + 1] = (shelves[shelf + 1] ?? 0) + (shelves[shelf] ?? 0);
  return {
    keys: distinct.slice(0, many),
    starts: starts.slice(0, many + 1),
    records: records.slice(0, kept),
    shelves,
    fresh: new Map(),
  };
}

/** Two passes of a radix sort by 16 bits each: what came first stays first. */
function sortByKey(entries: Entries): { keys: Uint32Array; records: Int32Array } {
  const count = entries.keys.length;
  let keys: Uint32Array = new Uint32Array(entries.keys.values.buffer, 0, count);
  let records: Int32Array = entries.records.values.subarray(0, count);
  let sortedKeys: Uint32Array = new Uint32Array(count);
  let sortedRecords: Int32Array = new Int32Array(count);
  for (const shift of [0, 16]) {
    const places = new Int32Array(SHELVES + 1);
    for (let at = 0; at < count; at++) {
      const digit = (((keys[at] ?? 0) >>> shift) & 0xffff) + 1;
      places[digit] = (places[digit] ?? 0) + 1;
    }
    for (let digit = 0; digit < SHELVES; digit++) places[digit + 1] = (places[digit + 1] ?? 0) + (places[digit] ?? 0);
    for (let at = 0; at < count; at++) {
      const key = keys[at] ?? 0;
      const digit = (key >>> shift) & 0xffff;
      const place = places[digit] ?? 0;
      places[digit] = place + 1;
      sortedKeys[place] = key;
      sortedRecords[place] = records[at] ?? 0;
    }
    [keys, sortedKeys] = [sortedKeys, keys];
    [records, sortedRecords] = [sortedRecords, records];
  }
  return { keys, records };
}

/** Where the records stand that had a key when the index was made: from, and the place behind the last. */
export function recordsOf(index: KeyIndex, key: number): readonly [from: number, to: number] {
  let low = index.shelves[key >>> 16] ?? 0;
  let high = (index.shelves[(key >>> 16) + 1] ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = index.keys[middle] ?? 0;
    if (found === key) return [index.starts[middle] ?? 0, index.starts[middle + 1] ?? 0];
    if (found < key) low = middle + 1;
    else high = middle - 1;
  }
  return NOBODY;
}

/** Adds a record that came after the index was made. */
export function addFresh(index: KeyIndex, key: number, record: number): void {
  const known = index.fresh.get(key);
  if (known === undefined) index.fresh.set(key, [record]);
  else if (known.at(-1) !== record) known.push(record);
}
