import type { Day } from '../../plain/time.ts';
import type { Commitment } from './commitment.ts';

/** What whoever is responsible says of a commitment. Who of them pressed is not kept. */
export const WORD_STATES = ['kept', 'changed', 'withdrawn'] as const;
export type WordState = (typeof WORD_STATES)[number];

export interface CommitmentWord {
  readonly agreement: string;
  readonly paragraph: string;
  /** Of the paragraph as it stood: a word about other words does not count. */
  readonly hash: string;
  readonly partner: string;
  readonly day: Day;
  readonly state: WordState;
}

/** A commitment and what was said of it; null while it is simply open. */
export interface Standing extends Commitment {
  readonly word: Pick<CommitmentWord, 'state' | 'day'> | null;
}

/** Puts the words beside the commitments that they are about. */
export function withWords(commitments: readonly Commitment[], words: readonly CommitmentWord[]): readonly Standing[] {
  const known = new Map(words.map((word) => [placeOf(word.agreement, word.paragraph, word.hash), word]));
  return commitments.map((one) => {
    const word = known.get(placeOf(one.agreement, one.id, one.hash));
    const counts = word !== undefined && word.partner === one.who;
    return { ...one, word: counts ? { state: word.state, day: word.day } : null };
  });
}

/** Whether nothing has to be done for it any more, at least for now. */
export function isSettled({ word }: Standing): boolean {
  return word !== null && word.state !== 'changed';
}

function placeOf(agreement: string, paragraph: string, hash: string): string {
  return `${agreement} ${paragraph} ${hash}`;
}
