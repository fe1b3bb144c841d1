import { postMail } from '../../platform/mail/index.ts';
import type { Reader, Transaction } from '../../platform/database/index.ts';
import { dayOf, type Day } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import { headsOf } from '../claims/index.ts';
import { COORDINATION, OPERATOR, pathOfRole, type Role, type RoleRef } from './role.ts';
import { findEmpty, findFamilyStanding, findMailboxes, findStanding, isKnownVacant, setVacant } from './store-role.ts';

declare module '../../platform/events.ts' {
  interface EventMap {
    /** A role stands without holder and deputy; `path` leads to it. */
    'vacancy.arisen': { readonly path: string };
  }
}

/** Notices whether a role stands without holder and deputy under all ids by which the organisation is known, and writes to the network when that begins: then true. */
export async function settleVacancy(tx: Transaction, role: Role, now: Date): Promise<boolean> {
  const isVacant = await isEmpty(tx, role, dayOf(now));
  if (isVacant === (role.vacantSince !== null)) return false;
  const isNews = isVacant && !(await isKnownVacant(tx, role));
  await setVacant(tx, role.id, isVacant ? now : null);
  if (isNews) await tellNetwork(tx, role, now);
  return isNews;
}

/** Roles of which that has changed while no term began or ended: two entries have become one, or have been parted. */
export async function findUnsettled(db: Reader, today: Day): Promise<readonly string[]> {
  const unsettled: string[] = [];
  for (const role of await findEmpty(db, today))
    if ((await isEmpty(db, role, today)) !== (role.vacantSince !== null)) unsettled.push(role.id);
  return unsettled;
}

async function isEmpty(db: Reader, role: Role, today: Day): Promise<boolean> {
  return (await findFamilyStanding(db, role, today)).length === 0;
}

// words: people.vacancy.mail.*
async function tellNetwork(tx: Transaction, role: Role, now: Date): Promise<void> {
  const today = dayOf(now);
  const { kind, organisation } = role;
  // Whoever comes anew comes to what it counts as.
  const head = organisation === null ? null : ((await headsOf(tx, [organisation])).get(organisation) ?? null);
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
        link: pathOfRole({ kind, organisation: head }),
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
