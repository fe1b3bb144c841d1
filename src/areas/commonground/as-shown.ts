import { LEAST_PEOPLE } from './conversation.ts';
import {
  isCommon,
  isToldByGroup,
  LEAST_MEMBERS,
  mayShowParting,
  roughly,
  sum,
  type Result,
  type StatementResult,
} from './result.ts';

/**
 * The result as it may be shown. Until enough is common nothing in it tells what parts people: all that is not common
 * stands side by side, in no order and without numbers. One place for page, print and files.
 */
export function asShown(kept: Result): Result {
  const result = withoutFew(kept);
  if (mayShowParting(result)) return result;
  const common = result.statements.filter(isCommon);
  const others = result.statements.filter((one) => !isCommon(one)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return { ...result, statements: [...common, ...others.map((one) => ({ ...one, ...UNTOLD }))] };
}

const UNTOLD = { standing: 'other', counts: null, groups: null, value: 0, low: 0, high: 1, priority: 0 } as const;

/**
 * A result stays as it was counted, also by a version that let a group be smaller (until November 2026 in conversations
 * of more than 512 people); what was taken in is counted never again. So what is few is left out where it is shown.
 */
function withoutFew(result: Result): Result {
  if (!result.hasGroups) return { ...result, statements: result.statements.map(enough) };
  const isLarge = result.groups.every(({ size }) => size >= LEAST_MEMBERS);
  const statements = result.statements.map((one) => {
    const { counts, groups, value, low, high } = one;
    if (isLarge && groups !== null && counts !== null && isToldByGroup(counts, groups)) return enough(one);
    return enough({ ...one, groups: null, value: roughly(value), low: roughly(low), high: roughly(high) });
  });
  return isLarge
    ? { ...result, statements }
    : { ...result, hasGroups: false, stability: 0, groups: [], plane: null, statements };
}

function enough(one: StatementResult): StatementResult {
  return one.counts === null || sum(one.counts) >= LEAST_PEOPLE ? one : { ...one, ...UNTOLD };
}
