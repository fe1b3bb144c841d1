import { findNotes, headOf, note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import { mailLanguage, postMail } from '../../platform/mail/index.ts';
import { addDays, dayOf } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import { mergeShown, type Facts } from '../claims/index.ts';
import { findShownOrganisations, ORGANISATION_FIELDS } from '../organisations/index.ts';
import { demand, may } from './may.ts';
import { findAnchorsDue, setAnchorSent, setAnchorWanted } from './store-anchor.ts';

const DAYS = 7;

/** Says whether the head of the chain is mailed to the function mailbox every week. */
export async function chooseAnchor(
  { db, actor, clock }: Context,
  { organisation, wants }: { readonly organisation: string; readonly wants: boolean },
): Promise<void> {
  demand(may.readChain(actor, organisation));
  await db.write(async (tx) => {
    if (!(await setAnchorWanted(tx, organisation, wants))) return;
    await note(tx, organisation, {
      at: clock.now(),
      act: wants ? 'anchor.wanted' : 'anchor.unwanted',
      byRole: 'organisation',
      about: `subject/${organisation}`,
    });
  });
}

/** Mails the heads that are due: what stands in a mailbox elsewhere shows when the end of a chain is cut off. */
export async function sendAnchors({ db, actor, clock }: Pick<Context, 'db' | 'actor' | 'clock'>): Promise<number> {
  demand(may.sendAnchors(actor));
  const now = clock.now();
  const due = await db.read((reader) => findAnchorsDue(reader, addDays(dayOf(now), -DAYS)));
  let sent = 0;
  for (const organisation of due) {
    const isSent = await db.write(async (tx) => {
      if (!(await setAnchorSent(tx, organisation, dayOf(now), addDays(dayOf(now), -DAYS)))) return false;
      const facts = mergeShown(ORGANISATION_FIELDS, await findShownOrganisations(tx, [organisation]));
      const receiver = mailboxOf(facts);
      if (receiver === null) return false;
      const notes = await findNotes(tx, organisation);
      await postMail(
        tx,
        {
          receiver,
          language: mailLanguage(facts['languages']),
          subject: saying('protection.chain.mail.subject'),
          paragraphs: [
            saying('protection.chain.mail.text', { count: notes.length }),
            saying('protection.chain.mail.head', { head: headOf(notes) }),
          ],
          link: `/organisationen/${organisation}/protokoll`,
        },
        now,
      );
      return true;
    });
    if (isSent) sent += 1;
  }
  return sent;
}

function mailboxOf(facts: Facts): string | null {
  const { mailbox } = facts;
  return typeof mailbox === 'string' ? mailbox : null;
}
