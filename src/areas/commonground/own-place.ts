import type { Answers } from './ballot.ts';
import type { Result } from './result.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Where somebody with these answers stands on the map of a result: √(all ÷ answered) · Σ (answer - mean) · direction.
 * Worked out for their own page and kept nowhere. Null for whoever has answered too little to be placed.
 */
export function standOnMap({ statements, plane }: Result, answers: Answers): Place | null {
  if (plane === null) return null;
  const answered = statements.flatMap(({ id }) => {
    const [answer, along] = [answers[id], plane[id]];
    return answer === undefined || along === undefined ? [] : [{ answer, along }];
  });
  if (answered.length < Math.min(LEAST_ANSWERS, Object.keys(plane).length)) return null;
  const stretch = Math.sqrt(Object.keys(plane).length / answered.length);
  const sum = (direction: 1 | 2) =>
    answered.reduce((total, { answer, along }) => total + (answer - along[0]) * along[direction], 0);
  return { x: stretch * sum(1), y: stretch * sum(2) };
}

const LEAST_ANSWERS = 7;
