import { looksLikePerson, mergeShown } from '../areas/claims/index.ts';
import { findShownOrganisations, ORGANISATION_FIELDS } from '../areas/organisations/index.ts';
import { findVoiceMailboxes } from '../areas/people/index.ts';
import { asSystem, type Transaction } from '../platform/database/index.ts';
import { mailLanguage } from '../platform/mail/index.ts';
import type { Day } from '../plain/time.ts';

/**
 * Where an organisation reads mail about what it does with others, and in which language: its function mailbox,
 * whoever may see that; without one, where those who speak for it read mail. Never to be shown.
 */
export async function findOrganisationMailboxes(
  tx: Transaction,
  organisation: string,
  today: Day,
): Promise<readonly { readonly mail: string; readonly language: string }[]> {
  const shown = await asSystem(tx, () => findShownOrganisations(tx, [organisation]));
  const { mailbox, languages } = mergeShown(ORGANISATION_FIELDS, shown);
  if (typeof mailbox === 'string' && !looksLikePerson(mailbox))
    return [{ mail: mailbox, language: mailLanguage(languages) }];
  return findVoiceMailboxes(tx, organisation, today);
}
