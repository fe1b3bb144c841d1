import { actingFor, speaksFor, type Actor } from '../../plain/actor.ts';
import { NotFoundError } from '../../platform/errors.ts';
import type { PartnerSince } from './cooperation.ts';

type Partners = readonly Pick<PartnerSince, 'organisation'>[];

/**
 * In whose name somebody is in a cooperation: as the form that came says (`asked`), else as was chosen in this session,
 * else for the partner who came first. Whoever speaks for none of its partners, or not for the one that is asked for,
 * finds nothing here.
 */
export function ownOf(actor: Actor, partners: Partners, asked: string | null = null): string {
  const voices = voicesOf(actor, partners);
  if (asked !== null && !voices.includes(asked)) throw new NotFoundError();
  const chosen = voices.find((one) => one === actingFor(actor));
  const own = asked ?? chosen ?? voices[0];
  if (own === undefined) throw new NotFoundError();
  return own;
}

/** The partners that somebody speaks for, under whichever id these came, in the order in which they came. */
export function voicesOf(actor: Actor, partners: Partners): readonly string[] {
  return partners.map(({ organisation }) => organisation).filter((one) => speaksFor(actor, one));
}
