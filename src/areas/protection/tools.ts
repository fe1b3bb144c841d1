import { isKeeper, speaksFor, type Actor } from '../../plain/actor.ts';
import type { Tool } from '../organisations/index.ts';
import { may } from './may.ts';

/** What protection lets an actor do with an organisation, for the organisation's page. */
export function protectionTools(actor: Actor, organisation: string): readonly Tool[] {
  const path = `/organisationen/${organisation}`;
  return [
    ...(may.protect(actor, organisation) === true
      ? [{ href: `${path}/schutz`, key: 'protection.mode.go', isFirst: true }]
      : []),
    ...(may.readChain(actor, organisation) === true ? [{ href: `${path}/protokoll`, key: 'protection.chain.go' }] : []),
    ...(speaksFor(actor, organisation) || isKeeper(actor)
      ? [{ href: `${path}/auskunft`, key: 'protection.disclose.go' }]
      : []),
    ...(may.look(actor) === true ? [{ href: `${path}/einsicht`, key: 'protection.look.go' }] : []),
  ];
}
