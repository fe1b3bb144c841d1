import type { Actor } from '../../plain/actor.ts';
import { NotAllowedError } from '../../platform/errors.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { isStewardOf, type Entry, type Phase } from './conversation.ts';

/** Who looks after a conversation: the organisation named there, or the coordination where none is. */
const keep = (actor: Actor, steward: string | null): true | Saying =>
  isStewardOf(actor, steward) || saying('commonground.may.keep');

export const may = {
  prepare: keep,
  keep,
  /** Whoever has the link; where only the network takes part, whoever is confirmed in it. */
  join: (actor: Actor, { entry, phase }: { readonly entry: Entry; readonly phase: Phase }): true | Saying => {
    if (phase !== 'open') return saying('commonground.may.closed');
    return entry !== 'network' || isInNetwork(actor) || saying('commonground.may.network');
  },
  /** The words on paper are the right; before them nobody is known. */
  enterCode: (_actor: Actor): true => true,
  /** Whoever has joined, as long as it lasts. */
  answer: ({ phase }: { readonly phase: Phase }): true | Saying =>
    phase === 'open' || saying('commonground.may.closed'),
  goRound: (actor: Actor): true | Saying => actor.kind === 'system' || saying('commonground.may.keep'),
};

function isInNetwork(actor: Actor): boolean {
  return actor.kind === 'coordination' || (actor.kind === 'account' && actor.isAdmitted);
}

/** Goes on only if the answer is yes. */
export function demand(answer: true | Saying): void {
  if (answer !== true) throw new NotAllowedError(answer);
}
