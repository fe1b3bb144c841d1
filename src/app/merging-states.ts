import { may, type Side } from '../areas/duplicates/may.ts';
import { speaksFor, type Actor } from '../plain/actor.ts';

const SIDE: Side = { hasVoice: false, isSealed: false, isOwn: false };

/** Every state in which judging and merging is answered differently, for the table of permissions. */
export function mergingStates(house: string) {
  const isOwn = (actor: Actor) => speaksFor(actor, house);
  return {
    judge: {
      'two others': (actor: Actor) => may.judge(actor, false),
      'two that are its own': (actor: Actor) => may.judge(actor, isOwn(actor)),
    },
    merge: {
      'nobody speaks for either': (actor: Actor) => may.merge(actor, standing({}, {})),
      'both are its own': (actor: Actor) => {
        const side = { hasVoice: true, isOwn: isOwn(actor) };
        return may.merge(actor, standing(side, side));
      },
      'one is its own and goes': (actor: Actor) =>
        may.merge(actor, standing({ hasVoice: true, isOwn: isOwn(actor) }, {})),
      'one works with others and stays': (actor: Actor) => may.merge(actor, standing({}, { isSealed: true })),
      'both work with others': (actor: Actor) => may.merge(actor, standing({ isSealed: true }, { isSealed: true })),
      'a reference that nobody has declared': (actor: Actor) =>
        may.merge(actor, { ...standing({}, {}), undeclared: ['table.column'] }),
      'the one that goes is protected': (actor: Actor) =>
        may.merge(actor, { ...standing({}, {}), refused: ['protection_term.organisation'] }),
      'two partners of one cooperation': (actor: Actor) => may.merge(actor, { ...standing({}, {}), areTogether: true }),
    },
    find: { always: may.find },
    switchUnasked: { always: may.switchUnasked },
    undo: { 'of what it speaks for': (actor: Actor) => may.undo(actor, isOwn(actor)) },
  };
}

function standing(merged: Partial<Side>, head: Partial<Side>) {
  return {
    merged: { ...SIDE, ...merged },
    head: { ...SIDE, ...head },
    undeclared: [],
    refused: [],
    areTogether: false,
  };
}
