/** What counts for staying the entry that is shown, when two become one. */
export interface Weight {
  readonly subject: string;
  /** Somebody speaks for it. */
  readonly hasVoice: boolean;
  /** Somebody who answers for it has confirmed something. */
  readonly isConfirmed: boolean;
  readonly claims: number;
}

/**
 * Which of two stays: who speaks for itself, then who was confirmed, then of whom more is said, then the older entry.
 * Pure; the order of the two does not count.
 */
export function proposeHead(one: Weight, other: Weight): Weight {
  const order =
    Number(other.hasVoice) - Number(one.hasVoice) ||
    Number(other.isConfirmed) - Number(one.isConfirmed) ||
    other.claims - one.claims ||
    (one.subject < other.subject ? -1 : 1);
  return order < 0 ? one : other;
}
