import { createHash } from 'node:crypto';
import type { Answer } from '../../engines/opinion/index.ts';

/** What one person has answered, by the id of a statement. Without an order. */
export type Answers = Readonly<Record<string, Answer>>;

export const ANSWERS: Readonly<Record<string, Answer>> = { agree: 1, disagree: -1, pass: 0 };

export function nameOf(answer: Answer): 'agree' | 'disagree' | 'pass' {
  return answer === 1 ? 'agree' : answer === -1 ? 'disagree' : 'pass';
}

/** Statements that were in no result yet come about as often as the most telling ones. */
const UNKNOWN = 1;

/**
 * The order in which one person meets the statements: drawn by weight (Efraimidis and Spirakis 2006), the same at every
 * look. What statements weigh comes from the engine, for which agreeing and disagreeing are the same.
 */
export function orderFor(
  mark: string,
  statements: readonly string[],
  weights: Readonly<Record<string, number>>,
): readonly string[] {
  const most = Math.max(0, ...Object.values(weights));
  const drawn = statements.map((id) => {
    const weight = most > 0 ? (weights[id] ?? most) / most : UNKNOWN;
    return { id, key: Math.log(chance(`${mark} ${id}`)) / Math.max(weight, 0.01) };
  });
  return drawn.toSorted((a, b) => b.key - a.key || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
}

/** Above 0 and below 1, the same for the same text. */
function chance(text: string): number {
  return (createHash('sha256').update(text).digest().readUInt32BE(0) + 0.5) / 2 ** 32;
}
