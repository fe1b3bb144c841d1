import { postMail } from '../../platform/mail/index.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { dayOf } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import { COORDINATION, OPERATOR, pathOfRole, type Role, type RoleRef } from './role.ts';
import { findAllTerms, findMailboxes, findStanding, setVacant } from './store-role.ts';

declare module '../../platform/events.ts' {
  interface EventMap {
    /** A role stands without holder and deputy; `path` leads to it. */
    'vacancy.arisen': { readonly path: string };
  }
}

/** Notices whether a role stands without holder and deputy, and writes to the network when that begins: then true. */
export async function settleVacancy(tx: Transaction, role: Role, now: Date): Promise<boolean> {
  const isVacant = (await findAllTerms(tx, role.id, dayOf(now))).length === 0;
  if (isVacant === (role.vacantSince !== null)) return false;
  await setVacant(tx, role.id, isVacant ? now : null);
  if (isVacant) await tellNetwork(tx, role, now);
  return isVacant;
}

// words: people.vacancy.mail.*
async function tellNetwork(tx: Transaction, role: Role, now: Date): Promise<void> {
  const today = dayOf(now);
  for (const carer of carersOf(role)) {
    const standing = await findStanding(tx, carer, today);
    const boxes = await findMailboxes(
      tx,
      standing.map(({ account }) => account),
    );
    for (const { mail, language } of boxes) {
      // No name in it: mails lie in boxes that nobody here can clear.
      const content = {
        subject: saying(`people.vacancy.mail.${role.kind}`),
        paragraphs: [saying(`people.vacancy.mail.${role.kind}.text`)],
        link: pathOfRole(role),
      };
      await postMail(tx, { receiver: mail, language, ...content }, now);
    }
    if (boxes.length > 0) return;
  }
}

/** Who looks after an empty role, the first of them that mail reaches. */
function carersOf({ kind }: RoleRef): readonly RoleRef[] {
  if (kind === 'organisation') return [COORDINATION, OPERATOR];
  return [kind === 'coordination' ? OPERATOR : COORDINATION];
}
