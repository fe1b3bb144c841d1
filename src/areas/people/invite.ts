import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import type { Reader, Transaction } from '../../platform/database/index.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { newToken } from '../../platform/http/index.ts';
import { inWords, postMail } from '../../platform/mail/index.ts';
import { accountOf, type Actor } from '../../plain/actor.ts';
import { newCode } from '../../plain/code-words.ts';
import { newId } from '../../plain/ids.ts';
import { dayOf, type Day } from '../../plain/time.ts';
import { saying, type Words } from '../../plain/words.ts';
import { findSubject, holdAsItself } from '../claims/index.ts';
import { demand, may } from './may.ts';
import { demandFresh } from './own-account.ts';
import { byRoleOf, placeAmong, type ByRole, type Place, type Role, type RoleRef } from './role.ts';
import type { Vacancy } from './role-may.ts';
import { hashOfKey, insertInvitation } from './store-invitation.ts';
import { findFamilyStanding, holdRole } from './store-role.ts';

export const INVITATION_WORDS = 6;
export const INVITATION_DAYS = 14;
const DAY_MS = 86_400_000;

/** Into which place somebody is invited. */
export interface Wanted {
  readonly role: RoleRef;
  readonly place: Place;
  /** Until when the place is given, not included; null is open. */
  readonly until: Day | null;
  /** Where the link is sent; the address goes with the mail. Null: it is handed over, or printed. */
  readonly mail: string | null;
  readonly language: string;
  /** The words of further languages in which the mail says the same. */
  readonly also?: readonly Words[];
}

/** What is shown once and kept nowhere. */
export interface Invited {
  readonly path: string;
  readonly code: readonly string[];
  readonly endsAt: Date;
}

/** Invites into a free place of a role, by a link and by six words. An earlier invitation to it ends. */
export async function invite(ctx: Context, wanted: Wanted): Promise<Invited> {
  const { role, place } = wanted;
  demand(may.invite(ctx.actor, await ctx.db.read((db) => vacancyFor(db, ctx, { role, place }))));
  const now = ctx.clock.now();
  return ctx.db.write(async (tx) => {
    const { organisation } = role;
    if (accountOf(ctx.actor) !== null) await demandFresh(tx, ctx.actor, now);
    if (organisation !== null) {
      await holdAsItself(tx, organisation);
      if ((await findSubject(tx, organisation))?.kind !== 'organisation') throw new NotFoundError();
    }
    const held = await holdRole(tx, role, now);
    const vacancy = await vacancyFor(tx, ctx, { role, place });
    demand(may.invite(ctx.actor, vacancy));
    // Somebody of the network who also stands in the role invites as that.
    const by = vacancy.mine === null ? byRoleOf(ctx.actor) : role.kind;
    const invited = await putInvitation(tx, ctx.actor, { ...wanted, role: held, handOver: null, by }, now);
    if (organisation !== null)
      await note(tx, organisation, { at: now, act: 'role.invited', byRole: by, about: `role/${place}` });
    return invited;
  });
}

/** How a place stands for whoever wants to invite into it. */
async function vacancyFor(
  db: Reader,
  { actor, clock }: Pick<Context, 'actor' | 'clock'>,
  { role, place }: Pick<Wanted, 'role' | 'place'>,
): Promise<Vacancy> {
  const terms = await findFamilyStanding(db, role, dayOf(clock.now()));
  return { role, place, taken: terms.map((term) => term.place), mine: placeAmong(terms, actor) };
}

/** Makes an invitation in the transaction of a verb that has asked its policy. */
export async function putInvitation(
  tx: Transaction,
  actor: Actor,
  {
    role,
    place,
    until,
    handOver,
    by,
    mail,
    language,
    also = [],
  }: Wanted & {
    readonly role: Role;
    readonly handOver: string | null;
    /** In which role it is made. */
    readonly by: ByRole;
  },
  now: Date,
): Promise<Invited> {
  const token = newToken();
  const code = newCode(INVITATION_WORDS);
  const endsAt = new Date(now.getTime() + INVITATION_DAYS * DAY_MS);
  await insertInvitation(tx, {
    id: newId(now),
    role: role.id,
    place,
    hand_over: handOver,
    token_hash: hashOfKey(token),
    code_hash: hashOfKey(code.join(' ')),
    by_account: accountOf(actor),
    by_role: by,
    until_day: until,
    made_on: dayOf(now),
    ends_at: endsAt,
  });
  const path = `/einladung/${token}`;
  if (mail !== null) {
    const told = [saying('people.invite.mail.text'), saying('people.invite.mail.days', { days: INVITATION_DAYS })];
    const content = {
      subject: saying('people.invite.mail.subject'),
      paragraphs: [...told, ...also.flatMap((words) => told.map((each) => inWords(each, words)))],
      link: path,
    };
    await postMail(tx, { receiver: mail, language, ...content }, now);
  }
  return { path, code, endsAt };
}
