import { may } from '../areas/commonground/may.ts';
import type { Actor } from '../plain/actor.ts';
import type { Saying } from '../plain/words.ts';

type States = Readonly<Record<string, (actor: Actor) => true | Saying>>;

const forNetwork = { entry: 'network', phase: 'open' } as const;

/** The states that the policy of conversations tells apart, for one organisation. */
export function conversationStates(house: string): Readonly<Record<keyof typeof may, States>> {
  return {
    prepare: {
      'for its own': (actor) => may.prepare(actor, house),
      'for the coordination': (actor) => may.prepare(actor, null),
    },
    keep: {
      'its own': (actor) => may.keep(actor, house),
      'of the coordination': (actor) => may.keep(actor, null),
    },
    join: {
      'by link': (actor) => may.join(actor, { entry: 'link', phase: 'open' }),
      'by link, for the network, not yet confirmed': (actor) =>
        may.join(actor.kind === 'account' ? { ...actor, isAdmitted: false } : actor, forNetwork),
      'by link, for the network, confirmed in it': (actor) =>
        may.join(actor.kind === 'account' ? { ...actor, isAdmitted: true } : actor, forNetwork),
      'by link, after the end': (actor) => may.join(actor, { entry: 'link', phase: 'ended' }),
    },
    enterCode: { always: may.enterCode },
    answer: {
      'whoever has joined': () => may.answer({ phase: 'open' }),
      'whoever has joined, after the end': () => may.answer({ phase: 'ended' }),
    },
    goRound: { always: may.goRound },
  };
}
