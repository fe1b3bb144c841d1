import { paragraphsOf, partnersOf, type AgreementText } from './text.ts';

/** What one partner gets of the budget. `tenths` are tenths of a percent. */
export interface Share {
  readonly partner: string;
  readonly cents: number;
  readonly tenths: number;
}

/**
 * The shares of all partners, in their order, also of those who get nothing. Percentages are rounded by the
 * largest remainder (Hamilton's method), so that they sum to exactly 1,000 tenths when all of the budget is given
 * to somebody; none is further than one tenth from its exact value. While lines are missing, the rest is nobody's.
 */
export function sharesOf(text: AgreementText): readonly Share[] {
  const partners = partnersOf(text);
  const lines = paragraphsOf(text, 'line');
  const amounts = partners.map((partner) =>
    lines.reduce((sum, { parts }) => sum + (parts.receiver === partner ? (parts.amount ?? 0) : 0), 0),
  );
  const given = amounts.reduce((sum, cents) => sum + cents, 0);
  const whole = Math.max(budgetOf(text) ?? 0, given);
  const tenths = largestRemainder(amounts, whole);
  return partners.map((partner, at) => ({ partner, cents: amounts[at] ?? 0, tenths: tenths[at] ?? 0 }));
}

/** The money there is, in cents; null while nobody has said it. */
export function budgetOf(text: AgreementText): number | null {
  return paragraphsOf(text, 'frame')[0]?.parts.budget ?? null;
}

/** What the lines hold together, whoever gets it, in cents. */
export function sumOfLines(text: AgreementText): number {
  return paragraphsOf(text, 'line').reduce((sum, { parts }) => sum + (parts.amount ?? 0), 0);
}

function largestRemainder(amounts: readonly number[], whole: number): readonly number[] {
  if (whole === 0) return amounts.map(() => 0);
  const given = amounts.reduce((sum, amount) => sum + amount, 0);
  const exact = amounts.map((amount) => (amount * 1000) / whole);
  const floors = exact.map(Math.floor);
  const missing = Math.round((given * 1000) / whole) - floors.reduce((sum, floor) => sum + floor, 0);
  const byRemainder = exact
    .map((value, at) => ({ at, remainder: value - Math.floor(value) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.at - b.at);
  const raised = new Set(byRemainder.slice(0, Math.max(0, missing)).map(({ at }) => at));
  return floors.map((floor, at) => floor + (raised.has(at) ? 1 : 0));
}
