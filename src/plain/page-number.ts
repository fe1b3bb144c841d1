/** No list of ours goes further; a larger number would be none that a database can count to. */
const LAST = 100_000;

/**
 * The page of a list that an address asks for; what is no number is the first page.
 *
 * @example pageNumber('3') // 3
 * @example pageNumber('-1e400') // 1
 */
export function pageNumber(written: string | undefined): number {
  const number = Number.parseInt(written ?? '', 10);
  return Number.isNaN(number) ? 1 : Math.min(LAST, Math.max(1, number));
}
