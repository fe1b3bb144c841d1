import type { Context, ReadContext } from '../../platform/context.ts';
import { noteFailure, secondsToWait, type Pace } from '../../platform/throttle/index.ts';
import { readCode } from '../../plain/code-words.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { waiting } from './guard.ts';
import { INVITATION_WORDS } from './invite.ts';
import { demand, may } from './may.ts';
import { findInvitation, hashOfKey, type Invitation } from './store-invitation.ts';
import { takeTurns } from './store-sign-in.ts';

/** Who tries one beginning of a code after the other. */
const PACE: Pace = { free: 5, firstSeconds: 5, mostSeconds: 900 };
/** Everybody's tries together: generous, or one guesser could keep all others out. */
const PACE_OF_ALL: Pace = { free: 200, firstSeconds: 1, mostSeconds: 30 };
const ALL = 'invitation/all';

/** What a link opens; null for every link that opens nothing, whatever the reason. Looking does not use it up. */
export function lookAtInvitation({ db, clock }: ReadContext, token: string): Promise<Invitation | null> {
  // Words are read only as fast as `readInvitationCode` lets them be.
  if (token.includes(' ')) return Promise.resolve(null);
  return db.read((reader) => findInvitation(reader, hashOfKey(token), clock.now()));
}

/** Reads six words as they were typed: the invitation, and its key as `acceptInvitation` takes it. Wrong ones are slowed down. */
export async function readInvitationCode(
  ctx: Context,
  typed: string,
): Promise<Result<{ readonly invitation: Invitation; readonly key: string }, Saying>> {
  demand(may.readCode(ctx.actor));
  const code = readCode(typed, INVITATION_WORDS);
  if (code === null) return not(saying('people.invite.code.unreadable', { count: INVITATION_WORDS }));
  const now = ctx.clock.now();
  const keys = [
    { key: ALL, pace: PACE_OF_ALL },
    { key: `invitation/${code.split(' ')[0] ?? ''}`, pace: PACE },
  ];
  return ctx.db.write(async (tx) => {
    // Sixty bits are not guessed. If wrong words made the right ones wait, a stranger could keep everybody out.
    const invitation = await findInvitation(tx, hashOfKey(code), now);
    if (invitation !== null) return ok({ invitation, key: code });
    for (const { key } of keys) {
      await takeTurns(tx, key);
      const seconds = await secondsToWait(tx, key, now);
      if (seconds > 0) return not(waiting(seconds));
    }
    for (const { key, pace } of keys) await noteFailure(tx, key, pace, now);
    return not(saying('people.invite.gone'));
  });
}
