/** A growing list of whole numbers below 2³², eight times smaller than an array of them. */
export interface Ints {
  data: Uint32Array;
  length: number;
}

export function ints(room = 4): Ints {
  return { data: new Uint32Array(room), length: 0 };
}

export function push(list: Ints, value: number): void {
  if (list.length === list.data.length) {
    const wider = new Uint32Array(list.data.length * 2);
    wider.set(list.data);
    list.data = wider;
  }
  list.data[list.length] = value;
  list.length += 1;
}

export function at(list: Ints, index: number): number {
  return list.data[index] ?? 0;
}
