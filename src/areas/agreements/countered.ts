import type { ProposedChange } from './proposal.ts';
import type { Change } from './text.ts';

/** A proposal that somebody wanted to put in other words. */
export interface Countered extends Pick<ProposedChange, 'paragraph' | 'base' | 'after' | 'partner'> {
  /** Who countered it. */
  readonly by: string;
}

/**
 * The proposal that a change answers with words of its own, as long as both start from the same; null for none.
 * `countered` has the newest first.
 */
export function answeredBy(
  countered: readonly Countered[],
  { paragraph, base }: Pick<Change, 'paragraph' | 'base'>,
  partner: string,
): Countered | null {
  return countered.find((one) => one.by === partner && one.paragraph === paragraph && one.base === base) ?? null;
}
