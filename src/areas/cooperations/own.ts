import { organisationsOf, type Actor } from '../../plain/actor.ts';
import { NotFoundError } from '../../platform/errors.ts';
import type { PartnerSince } from './cooperation.ts';

/** In whose name somebody is in a cooperation. Whoever speaks for none of its partners finds nothing here. */
export function ownOf(actor: Actor, partners: readonly Pick<PartnerSince, 'organisation'>[]): string {
  const spoken = organisationsOf(actor);
  const own = partners.find(({ organisation }) => spoken.includes(organisation));
  if (own === undefined) throw new NotFoundError();
  return own.organisation;
}
