import type { Context } from '../../platform/context.ts';
import type { Reader, Transaction } from '../../platform/database/index.ts';
import { ConflictError } from '../../platform/errors.ts';
import { note } from '../../platform/chain/index.ts';
import { dayOf, type Day } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import { takeTheWord } from '../claims/index.ts';
import { demand, may } from './may.ts';

/** A link with which somebody takes up the voice of an organisation. */
export interface TakeUp {
  readonly organisation: string;
  readonly token: string;
}

export interface OpenedSession {
  readonly token: string;
  readonly endsAt: Date;
}

/** What taking up a voice needs of areas that organisations do not know; the app hands it in. */
export interface VoiceDoor<NewAccount> {
  /** Looking does not use the link up. */
  readonly isValid: (db: Reader, takeUp: TakeUp, now: Date) => Promise<boolean>;
  /** Uses the link up; false when it is not valid any more. */
  readonly spend: (tx: Transaction, takeUp: TakeUp, now: Date) => Promise<boolean>;
  /** Whether somebody holds the role of the organisation. */
  readonly isHeld: (db: Reader, organisation: string, today: Day) => Promise<boolean>;
  /** Tells the network that somebody with the link does not reach whoever speaks; false when it has been told. */
  readonly askNetwork: (tx: Transaction, organisation: string, now: Date) => Promise<boolean>;
  readonly createAccount: (tx: Transaction, account: NewAccount, now: Date) => Promise<string>;
  /** Makes an account the holder. */
  readonly appoint: (
    tx: Transaction,
    holder: { readonly organisation: string; readonly account: string },
    now: Date,
  ) => Promise<void>;
  /** A new session, because the account gains rights; the one from before ends. */
  readonly openSession: (
    tx: Transaction,
    session: {
      readonly account: string;
      readonly device: string | null;
      readonly instead: string | null;
      /** Nobody has shown a key just now: the session is no fresher than the one before. */
      readonly goesOn: boolean;
    },
    now: Date,
  ) => Promise<OpenedSession>;
}

/** "Wir sprechen für uns": somebody of the organisation becomes its voice, with a new account or the one at hand. */
export async function takeUp<NewAccount>(
  { db, actor, clock }: Context,
  door: VoiceDoor<NewAccount>,
  link: TakeUp,
  who: { readonly device: string | null; readonly session: string | null } & (
    | { readonly account: string }
    | { readonly newAccount: NewAccount }
  ),
): Promise<OpenedSession> {
  const now = clock.now();
  demand(may.takeUp(actor, await db.read((reader) => takeUpState(reader, door, link, now))));
  return db.write(async (tx) => {
    // Two with the same link, or with two links: one becomes the holder.
    await takeTheWord(tx, link.organisation);
    demand(may.takeUp(actor, await takeUpState(tx, door, link, now)));
    if (!(await door.spend(tx, link, now))) throw new ConflictError(saying('organisations.takeUp.spent'));
    const account = 'account' in who ? who.account : await door.createAccount(tx, who.newAccount, now);
    await door.appoint(tx, { organisation: link.organisation, account }, now);
    await note(tx, link.organisation, {
      at: now,
      act: 'voice.takenUp',
      byRole: 'link',
      about: `subject/${link.organisation}`,
    });
    return door.openSession(tx, { account, device: who.device, instead: who.session, goesOn: 'account' in who }, now);
  });
}

/** Somebody speaks already and is not to be reached: whoever has the link asks the network to look after it. */
export async function askForVoice<NewAccount>(
  { db, actor, clock }: Context,
  door: VoiceDoor<NewAccount>,
  link: TakeUp,
): Promise<void> {
  const now = clock.now();
  const { organisation } = link;
  await db.write(async (tx) => {
    demand(may.askForVoice(actor, await takeUpState(tx, door, link, now)));
    if (await door.askNetwork(tx, organisation, now))
      await note(tx, organisation, { at: now, act: 'voice.asked', byRole: 'link', about: `subject/${organisation}` });
  });
}

export async function takeUpState<NewAccount>(
  db: Reader,
  door: Pick<VoiceDoor<NewAccount>, 'isValid' | 'isHeld'>,
  link: TakeUp,
  now: Date,
): Promise<{ readonly isValid: boolean; readonly isHeld: boolean }> {
  if (!(await door.isValid(db, link, now))) return { isValid: false, isHeld: false };
  return { isValid: true, isHeld: await door.isHeld(db, link.organisation, dayOf(now)) };
}
