/** The words of one name while it is compared: how sure each has a partner (0 none), what each weighs. */
export interface Side {
  tokens: Int32Array;
  count: number;
  isCut: boolean;
  readonly used: Float64Array;
  readonly weight: Float64Array;
}

export const MOST_WORDS = 24;

export function newSide(): Side {
  return {
    tokens: new Int32Array(0),
    count: 0,
    isCut: false,
    used: new Float64Array(MOST_WORDS),
    weight: new Float64Array(MOST_WORDS),
  };
}
