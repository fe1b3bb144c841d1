import { holdChains, note } from '../../platform/chain/index.ts';
import type { Reader, Transaction } from '../../platform/database/index.ts';
import { postMail } from '../../platform/mail/index.ts';
import { dayOf, type Day } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import { findSubject } from '../claims/index.ts';
import { findKeepers } from './entry.ts';
import type { Work } from './work.ts';

/** The organisations with a voice of their own that speak for a subject: itself, or whoever keeps the offer. */
export async function findVoices(
  db: Reader,
  { isHeld }: Pick<Work, 'isHeld'>,
  subject: string,
  today: Day,
): Promise<readonly string[]> {
  const isItself = (await findSubject(db, subject))?.kind === 'organisation';
  const speakers = isItself ? [subject] : await findKeepers(db, subject);
  const voices: string[] = [];
  for (const each of speakers) if (await isHeld(db, each, today)) voices.push(each);
  return voices;
}

/** Tells those who speak that somebody with the link wants it not to be shown; once, until they have looked. */
export async function tellVoices(
  tx: Transaction,
  work: Pick<Work, 'raise' | 'findMailboxes'>,
  { subject, voices, at }: { readonly subject: string; readonly voices: readonly string[]; readonly at: Date },
): Promise<void> {
  await holdChains(tx, voices);
  for (const organisation of voices) {
    const about = organisation === subject ? `/organisationen/${organisation}/zeigen` : `/angebote/${subject}`;
    if (!(await work.raise(tx, { kind: 'withdrawalAsked', about, organisation }, at))) continue;
    await note(tx, organisation, { at, act: 'withdrawal.asked', byRole: 'link', about: `subject/${subject}` });
    const wish = saying('freshness.withdrawalAsked.mail.subject');
    const paragraphs = [saying('freshness.withdrawalAsked.mail.text'), saying('freshness.withdrawalAsked.mail.how')];
    await writeToVoice(tx, work, organisation, { subject: wish, paragraphs, link: about }, at);
  }
}

/** A mail to everybody who speaks for an organisation and left an address, each in their own language. */
export async function writeToVoice(
  tx: Transaction,
  { findMailboxes }: Pick<Work, 'findMailboxes'>,
  organisation: string,
  mail: Pick<Parameters<typeof postMail>[1], 'subject' | 'paragraphs' | 'link'>,
  at: Date,
): Promise<void> {
  for (const { mail: receiver, language } of await findMailboxes(tx, organisation, dayOf(at)))
    await postMail(tx, { ...mail, receiver, language }, at);
}
