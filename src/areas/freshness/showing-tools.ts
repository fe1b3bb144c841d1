import type { Actor } from '../../plain/actor.ts';
import { may } from './may.ts';

/** What whoever speaks for an organisation can do there about being shown. */
export function showingTools(
  actor: Actor,
  organisation: string,
): readonly { readonly href: string; readonly key: string }[] {
  return may.decideShowing(actor, organisation) === true
    ? [{ href: `/organisationen/${organisation}/zeigen`, key: 'freshness.showing.tool' }]
    : [];
}
