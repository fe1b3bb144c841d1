import type { RoleKind } from './store.ts';

/** Yeses that a recovery needs, of different people and none of them the asker. */
const AGREEMENTS = 2;
/** Words of the code that the asker keeps: 60 bits, behind a throttle, and worth nothing without the yeses. */
export const CODE_WORDS = 6;
/** Words that the asker tells a colleague. */
export const MARK_WORDS = 2;
/** Words to print: 80 bits. */
export const RESCUE_WORDS = 8;
const DAY_MS = 86_400_000;
/** Time for whoever owns the account to say stop. */
const WAIT_MS = DAY_MS;
const RUNNING_MS = 7 * DAY_MS;

/** Who gives the second yes where a role has only two places: one asks, one is the colleague. */
export const SECOND: Readonly<Record<RoleKind, 'coordination' | 'operator'>> = {
  organisation: 'coordination',
  coordination: 'operator',
  operator: 'coordination',
};

/** When a request ends unless it is agreed to. */
export function endOfAsking(askedAt: Date): Date {
  return new Date(askedAt.getTime() + RUNNING_MS);
}

/** From when until when the new way in is open, once the second yes is there. */
export function opening(agreedAt: Date): { readonly opensAt: Date; readonly endsAt: Date } {
  const opensAt = new Date(agreedAt.getTime() + WAIT_MS);
  return { opensAt, endsAt: new Date(opensAt.getTime() + RUNNING_MS) };
}

/** What a yes is worth today: of a colleague in the same role, or of whoever gives the second one. */
export type Voice = 'colleague' | 'second';

/** Whether these yeses are enough: two people, and at least one who knows the asker. */
export function isAgreed(voices: readonly Voice[]): boolean {
  return voices.length >= AGREEMENTS && voices.includes('colleague');
}
