import { accountOf, speaksFor, type Actor } from '../../plain/actor.ts';
import { NotAllowedError } from '../../platform/errors.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { coordinationFrom, isAskAlive, type Ending } from './protection.ts';

/** Yes, or the reason why not. */
export type Answer = true | Saying;

export const may = {
  /** Whoever speaks for an organisation protects it at once, alone, and asks to end that. */
  protect: (actor: Actor, organisation: string): Answer =>
    speaksFor(actor, organisation) || saying('protection.may.protect'),
  /** It ends with two persons: one has asked, another one confirms. */
  endProtection: (actor: Actor, ending: Ending): Answer => {
    const { organisation, ask, speakers, now } = ending;
    const account = accountOf(actor);
    if (ask === null || !isAskAlive(ending)) return saying('protection.may.askFirst');
    if (account === null || account === ask.by) return saying('protection.may.another');
    if (speaksFor(actor, organisation) && speakers.includes(account)) return true;
    if (actor.kind !== 'coordination') return saying('protection.may.another');
    if (speakers.length > 1) return saying('protection.may.colleague');
    return now >= coordinationFrom(ask) || saying('protection.may.wait');
  },
  /** Whoever keeps the register may look at what an organisation keeps to itself, and the organisation sees that. */
  look: (actor: Actor): Answer =>
    actor.kind === 'coordination' || actor.kind === 'operator' || saying('protection.may.look'),
  /** What was done with an organisation's facts is for the organisation. */
  readChain: (actor: Actor, organisation: string): Answer =>
    speaksFor(actor, organisation) || saying('protection.may.protect'),
  /** Running protections are brought up to date by the program itself. */
  protectAnew: (actor: Actor): Answer => actor.kind === 'system' || saying('protection.may.protect'),
  /** Heads of chains are mailed by the program itself. */
  sendAnchors: (actor: Actor): Answer => actor.kind === 'system' || saying('protection.may.protect'),
};

/** Goes on only if the answer is yes. */
export function demand(answer: Answer): void {
  if (answer !== true) throw new NotAllowedError(answer);
}
