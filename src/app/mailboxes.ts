import { looksLikePerson, mergeShown } from '../areas/claims/index.ts';
import { findShownOrganisations, ORGANISATION_FIELDS } from '../areas/organisations/index.ts';
import { findVoiceLanguage } from '../areas/people/index.ts';
import { asSystem, type Transaction } from '../platform/database/index.ts';
import { mailLanguage } from '../platform/mail/index.ts';
import type { Day } from '../plain/time.ts';
import { findOwnMailboxes } from './voices.ts';

/** Where mail goes, and in which language. */
interface Mailbox {
  readonly mail: string;
  readonly language: string;
}

/**
 * Where an organisation reads mail about what it does with others: its function mailbox; without one, where those who
 * speak for it read mail. Never to be shown.
 */
export async function findOrganisationMailboxes(
  tx: Transaction,
  organisation: string,
  today: Day,
): Promise<readonly Mailbox[]> {
  const mailbox = await findFunctionMailbox(tx, organisation, today);
  return mailbox === null ? findOwnMailboxes(tx, organisation, today) : [mailbox];
}

/**
 * The function mailbox alone, whoever may see it, for what must not lie in the mail of one person; null where there is
 * none. In the language of whoever speaks for it here; as long as nobody does, in one that it names. Never to be shown.
 */
export async function findFunctionMailbox(tx: Transaction, organisation: string, today: Day): Promise<Mailbox | null> {
  const shown = await asSystem(tx, () => findShownOrganisations(tx, [organisation]));
  const { mailbox, languages } = mergeShown(ORGANISATION_FIELDS, shown);
  if (typeof mailbox !== 'string' || looksLikePerson(mailbox)) return null;
  return { mail: mailbox, language: (await findVoiceLanguage(tx, organisation, today)) ?? mailLanguage(languages) };
}
