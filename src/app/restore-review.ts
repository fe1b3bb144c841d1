import { saying, type Saying } from '../plain/words.ts';
import type { Restored } from './restore-home.ts';

/** What lies around a backup and cannot be seen in it. */
export interface Around {
  /** A younger backup in the same folder; null where this is the youngest. */
  readonly newer: string | null;
  /** Whether the secret that seals words on paper was kept. */
  readonly isSecretKept: boolean;
  /** When it was made, in words. */
  readonly moment: string;
}

/** What is known about the time between a backup and now. Pure. */
export function findingsOf(
  { review }: Pick<Restored, 'review'>,
  { newer, isSecretKept, moment }: Around,
): readonly Saying[] {
  const { hours, closed, protectedThen, protectedNow, withdrawn, asksEnded, handOversEnded, waysIn, leavings } = review;
  const { accounts, passkeys, coordination, operator, organisation } = waysIn;
  return [
    saying('app.restore.age', { hours, moment }),
    ...(newer === null ? [] : [saying('app.restore.newer', { file: newer })]),
    ...some('app.restore.protected', protectedThen.length),
    ...(closed ? some('app.restore.protectedNow', protectedNow.length) : [saying('app.restore.asItWas')]),
    ...some('app.restore.withdrawn', withdrawn.length),
    saying('app.restore.asks', { count: asksEnded }),
    ...some('app.restore.handOvers', handOversEnded),
    ...(leavings === 0
      ? []
      : [saying(closed ? 'app.restore.leavings' : 'app.restore.leavingsRun', { count: leavings })]),
    saying('app.restore.waysIn', { accounts, passkeys, coordination, operator, organisation }),
    ...(isSecretKept ? [] : [saying('app.restore.secretGone')]),
  ];
}

function some(key: string, count: number): readonly Saying[] {
  return count === 0 ? [] : [saying(key, { count })];
}

/** What people do now, in this order. Pure. */
export function nextStepsOf(
  { review }: Pick<Restored, 'review'>,
  { moment }: Pick<Around, 'moment'>,
): readonly Saying[] {
  return [
    ...(review.closed ? [saying('app.restore.next.start')] : []),
    saying('app.restore.next.roles', { moment }),
    saying('app.restore.next.keys', { moment }),
    saying('app.restore.next.ask', { moment }),
    ...(review.cooperations === 0 ? [] : [saying('app.restore.next.together', { moment })]),
    ...(review.closed ? [saying('app.restore.next.open')] : []),
  ];
}
