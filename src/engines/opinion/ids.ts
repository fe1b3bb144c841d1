const WHOLE_NUMBER = /^(0|[1-9]\d{0,14})$/;

/** Order of ids: whole numbers by their value and before all others, the rest by its characters. */
export function byId(a: string, b: string): number {
  const isNumber = WHOLE_NUMBER.test(a);
  if (isNumber !== WHOLE_NUMBER.test(b)) return isNumber ? -1 : 1;
  if (isNumber) return Number(a) - Number(b);
  return a < b ? -1 : a > b ? 1 : 0;
}
