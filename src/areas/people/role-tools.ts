import type { Actor } from '../../plain/actor.ts';
import { may } from './may.ts';
import { pathOfRole } from './role.ts';

/** What whoever stands in the role of an organisation, or looks after the network, can do there. */
export function roleTools(
  actor: Actor,
  organisation: string,
): readonly { readonly href: string; readonly key: string }[] {
  const role = { kind: 'organisation', organisation } as const;
  return may.seeRole(actor, role) === true ? [{ href: pathOfRole(role), key: 'people.role.tool' }] : [];
}
