import { showingTools } from '../areas/freshness/index.ts';
import { protectionTools } from '../areas/protection/index.ts';
import { roleTools } from '../areas/people/index.ts';
import { vouchTools } from '../areas/requests/index.ts';
import type { Tool } from '../areas/organisations/index.ts';
import { isKeeper, type Actor } from '../plain/actor.ts';

/** What the areas let an actor do with an organisation, as buttons on its page. Strangers get none. */
export function toolsFor(actor: Actor, organisation: string): readonly Tool[] {
  return [
    ...roleTools(actor, organisation),
    ...protectionTools(actor, organisation),
    ...showingTools(actor, organisation),
    ...vouchTools(actor, organisation),
    ...offerToolsFor(actor, organisation),
  ];
}

/** The same for an offer. */
export function offerToolsFor(actor: Actor, subject: string): readonly Tool[] {
  return isKeeper(actor) ? [{ href: `/auffrischen/${subject}`, key: 'organisations.askToConfirm', isFirst: true }] : [];
}
