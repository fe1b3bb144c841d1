/** Things 0, 1, 2 … in the order of their keys: those with key k stand in `things` from starts[k] up to starts[k + 1]. */
export interface SortedByKey {
  readonly things: Uint32Array;
  readonly starts: Uint32Array;
}

/** By counting: things with the same key stay in their order. Keys are whole numbers below `most`. */
export function sortByKey(keys: Uint16Array | Uint32Array, most: number): SortedByKey {
  const starts = new Uint32Array(most + 1);
  for (let thing = 0; thing < keys.length; thing += 1) {
    const after = (keys[thing] ?? 0) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let key = 0; key < most; key += 1) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
  const things = new Uint32Array(keys.length);
  const next = starts.slice();
  for (let thing = 0; thing < keys.length; thing += 1) {
    const key = keys[thing] ?? 0;
    const place = next[key] ?? 0;
    things[place] = thing;
    next[key] = place + 1;
  }
  return { things, starts };
}
