import { addDays, daysBetween, type Day } from '../../plain/time.ts';
import { saying, type Saying } from '../../plain/words.ts';
import type { Confirmation } from '../claims/index.ts';

export type Channel = 'mail' | 'paper';

/**
 * - `open`: a link or a letter is under way
 * - `answered`: by link or by code
 * - `with a person`: nobody answered; somebody in the network asks
 * - `closed`: a person has settled it, or a new letter has replaced it
 */
export type AskState = 'open' | 'answered' | 'with a person' | 'closed';

/** What was answered. */
export type Answer = 'confirmed' | 'corrected' | 'withdrawn';

/** One asking of one organisation or offer whether it still holds: at most three mails, or one letter. */
export interface Ask {
  readonly id: string;
  readonly subject: string;
  readonly channel: Channel;
  readonly attempt: number;
  readonly sentOn: Day;
  readonly state: AskState;
  readonly answer: Answer | null;
  readonly answeredAt: Date | null;
  /** A sentence to the coordination, until it has been dealt with. */
  readonly note: string | null;
  /** What stood there before the answer, as long as it can be taken back. */
  readonly undo: Undo | null;
}

/** References only: which claims were confirmed, which source spoke, which of its earlier claims ended. */
export interface Undo {
  readonly confirmed: readonly Confirmation[];
  readonly source: number | null;
  readonly ended: readonly number[];
}

export const MOST_ATTEMPTS = 3;
/** Days until a mail is followed by the next one, and the last one by a person. */
const REMIND_AFTER = 14;
const PAPER_WAITS = 42;
/** How long a link and a code are valid. */
export const LINK_DAYS = 60;
export const CODE_DAYS = 90;
const UNDO_MS = 24 * 3_600_000;

/** What is due on a day: nothing yet, the next reminder, or a person who asks. Pure. */
export function nextStep(ask: Pick<Ask, 'channel' | 'attempt' | 'sentOn'>, today: Day): 'wait' | 'remind' | 'person' {
  const age = daysBetween(ask.sentOn, today);
  if (ask.channel === 'paper') return age < PAPER_WAITS ? 'wait' : 'person';
  if (age < REMIND_AFTER) return 'wait';
  return ask.attempt < MOST_ATTEMPTS ? 'remind' : 'person';
}

/** The newest day on which something sent can be due for its next step: to look up only those. */
export function dueSince(today: Day): Day {
  return addDays(today, -REMIND_AFTER);
}

/** Until when an answer can be taken back with the same link; null when it no longer can. */
export function undoUntil(
  { state, answeredAt, undo }: Pick<Ask, 'state' | 'answeredAt' | 'undo'>,
  now: Date,
): Date | null {
  if (state !== 'answered' || answeredAt === null || undo === null) return null;
  const until = new Date(answeredAt.getTime() + UNDO_MS);
  return until > now ? until : null;
}

/** Whether a link or a code can be answered: once, also late, when a person is asking already. */
export function isOpen({ state }: Pick<Ask, 'state'>): boolean {
  return state === 'open' || state === 'with a person';
}

/** Why a subject is not asked now; null when it can be. A letter may follow where mails got no answer. */
export function reasonNotToAsk(
  channel: Channel,
  { running, isWithdrawn }: { readonly running: Ask | null; readonly isWithdrawn: boolean },
): Saying | null {
  if (isWithdrawn) return saying('freshness.ask.not.withdrawn');
  if (running === null || channel === 'paper') {
    return running?.state === 'open' && running.channel === 'mail'
      ? saying('freshness.ask.not.running', { day: running.sentOn })
      : null;
  }
  return saying('freshness.ask.not.running', { day: running.sentOn });
}
