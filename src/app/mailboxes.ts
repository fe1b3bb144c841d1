import { looksLikePerson, mergeShown } from '../areas/claims/index.ts';
import { findShownOrganisations, ORGANISATION_FIELDS } from '../areas/organisations/index.ts';
import { findVoiceLanguage, findVoiceMailboxes } from '../areas/people/index.ts';
import type { Json } from '../plain/json.ts';
import { asSystem, type Reader, type Transaction } from '../platform/database/index.ts';
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
    return [{ mail: mailbox, language: await findMailLanguage(tx, { organisation, languages, today }) }];
  return findVoiceMailboxes(tx, organisation, today);
}

/** That of whoever speaks for it here; as long as nobody does, one of the languages that it names. */
export async function findMailLanguage(
  db: Reader,
  {
    organisation,
    languages,
    today,
  }: { readonly organisation: string; readonly languages: Json | undefined; readonly today: Day },
): Promise<string> {
  return (await findVoiceLanguage(db, organisation, today)) ?? mailLanguage(languages);
}
