import { hashOfNote, ROOT_HASH, type ChainedNote } from './chain.ts';

/** What a look at a whole chain finds. */
export type ChainState =
  | { readonly kind: 'intact'; readonly length: number; readonly head: string }
  /** From this place on (counted from 1) it is not what was written. */
  | { readonly kind: 'broken'; readonly at: number }
  /** All of it fits together, but the head that somebody kept does not stand in it: the end was cut off or rewritten. */
  | { readonly kind: 'head missing'; readonly length: number };

/**
 * Reads a chain from its first note and says whether anything was changed, moved, added in between or taken out.
 * A cut end fits together too: only a head that was kept elsewhere shows it. A head from before the chain grew
 * still stands in it. Pure.
 *
 * @example verifyChain(organisation, notes, headOnPaper).kind // 'intact'
 */
export function verifyChain(chain: string, notes: readonly ChainedNote[], head: string | null = null): ChainState {
  let former = ROOT_HASH;
  let isHeadThere = head === null || head === ROOT_HASH;
  for (const [index, note] of notes.entries()) {
    const fits =
      note.number === index + 1 && note.formerHash === former && note.hash === hashOfNote(chain, former, note);
    if (!fits) return { kind: 'broken', at: index + 1 };
    former = note.hash;
    isHeadThere ||= former === head;
  }
  return isHeadThere
    ? { kind: 'intact', length: notes.length, head: former }
    : { kind: 'head missing', length: notes.length };
}

/** The hash that stands for all of a chain: who keeps it elsewhere notices when an end is cut off. */
export function headOf(notes: readonly Pick<ChainedNote, 'hash'>[]): string {
  return notes.at(-1)?.hash ?? ROOT_HASH;
}
