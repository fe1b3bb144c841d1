import { isKeeper, type Actor } from '../../plain/actor.ts';
import { NotAllowedError } from '../../platform/errors.ts';
import { saying, type Saying } from '../../plain/words.ts';

/** What stands behind one of two entries that are to become one. */
export interface Side {
  /** Somebody speaks for it. */
  readonly hasVoice: boolean;
  /** It stands in something between partners, or has said what is not for everybody. */
  readonly isSealed: boolean;
  /** The actor speaks for it. */
  readonly isOwn: boolean;
}

/** What stands behind an entry that is to be forwarded, and behind the one it is to lead to. */
export interface Standing {
  readonly merged: Side;
  readonly head: Side;
  /** Columns that name subjects and of which nobody has said what becomes of them. */
  readonly undeclared: readonly string[];
  /** What has to be settled first, by columns. */
  readonly refused: readonly string[];
  /** The two do something together. */
  readonly areTogether: boolean;
}

/** Whoever keeps the register judges and merges, but opens nothing by it that somebody has sealed. */
export const may = {
  judge: (actor: Actor, isOwn: boolean): true | Saying => isKeeper(actor) || isOwn || saying('duplicates.may.keepers'),
  merge: (actor: Actor, { merged, head, undeclared, refused, areTogether }: Standing): true | Saying => {
    const isOwn = merged.isOwn && head.isOwn;
    if (!isKeeper(actor) && !isOwn) return saying('duplicates.may.keepers');
    if (undeclared.length > 0) return saying('duplicates.may.undeclared', { columns: undeclared.join(', ') });
    if (refused.length > 0) return saying('duplicates.may.settleFirst');
    if (areTogether) return saying('duplicates.may.together');
    if (isOwn || !speaks(merged)) return true;
    return speaks(head) ? saying('duplicates.may.bothSpeak') : saying('duplicates.may.otherWay');
  },
  /** Going through the register happens by itself. */
  find: (actor: Actor): true | Saying => actor.kind === 'system' || saying('duplicates.may.keepers'),
  /** Whether the surest are merged without asking. */
  switchUnasked: (actor: Actor): true | Saying => isKeeper(actor) || saying('duplicates.may.keepers'),
  /** What opens again is as it was before. */
  undo: (actor: Actor, isOwn: boolean): true | Saying => isKeeper(actor) || isOwn || saying('duplicates.may.keepers'),
};

function speaks({ hasVoice, isSealed }: Side): boolean {
  return hasVoice || isSealed;
}

/** Goes on only if the answer is yes. */
export function demand(answer: true | Saying): void {
  if (answer !== true) throw new NotAllowedError(answer);
}
