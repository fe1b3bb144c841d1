import { addDays, daysBetween, type Day } from '../../plain/time.ts';
import { saying, type Saying } from '../../plain/words.ts';
import type { Offered } from '../cooperations/index.ts';

/**
 * - `waiting`: some partner has not yet said yes to asking
 * - `open`: a link is under way
 * - `with a person`: three attempts without an answer; somebody in the network helps
 * - `answered`: whatever the answer was
 * - `withdrawn`: whoever asked has taken it back
 * - `replaced`: answered with "not now", and asked again since
 */
export type RequestState = 'waiting' | 'open' | 'with a person' | 'answered' | 'withdrawn' | 'replaced';

/** Between which hours of a day somebody can be called. */
export const HOURS = ['morning', 'midday', 'afternoon', 'evening'] as const;
export type Hours = (typeof HOURS)[number];

/** What was answered. A no has no reason. */
export type Answer =
  | { readonly kind: 'gladly' }
  | { readonly kind: 'call'; readonly day: Day; readonly hours: Hours }
  | { readonly kind: 'later'; readonly from: Day | null }
  | { readonly kind: 'no' };

/** Of one organisation to another, inside a cooperation. */
export interface Request {
  readonly id: string;
  readonly cooperation: string;
  readonly sender: string;
  readonly receiver: string;
  readonly state: RequestState;
  readonly askedOn: Day;
  readonly answer: Answer | null;
  readonly answeredOn: Day | null;
  /** The days on which it was sent, the first one first. */
  readonly attempts: readonly Day[];
}

/** What it says; gone half a year after it was settled. */
export interface RequestWords {
  readonly title: string;
  /** What whoever asks knows about the work of the other. */
  readonly known: string;
  readonly asked: string;
  readonly offered: Offered['words'];
  /** An amount that is offered. */
  readonly cents: number | null;
  /** Until when an answer would help. */
  readonly until: Day | null;
  /** BCP 47: the language of the page on which it was written. */
  readonly language: string;
}

export const MOST_ATTEMPTS = 3;
/** Days after the attempt before, for the first, the second, the third, and then for a person who asks. */
export const DAYS_AFTER = [0, 10, 14, 14] as const;
/** How long a link of a mail can be used. */
export const LINK_DAYS = 60;
/** Who said "not now" without a day, or was asked and not asked again, is left in peace so long. */
export const PEACE_DAYS = 90;

/** What is due on a day: nothing, the next mail, or a person who asks. Pure. */
export function nextAttempt(attempts: readonly Day[], today: Day): 'wait' | 'send' | 'person' {
  const due = dueOn(attempts);
  if (due !== null && due > today) return 'wait';
  return attempts.length < MOST_ATTEMPTS ? 'send' : 'person';
}

/** When the next attempt is due; null for at once. */
export function dueOn(attempts: readonly Day[]): Day | null {
  const last = attempts.at(-1);
  const days = DAYS_AFTER[Math.min(attempts.length, MOST_ATTEMPTS)] ?? 0;
  return last === undefined ? null : addDays(last, days);
}

/** The least days after which anything can be due: to look up only those. */
export const LEAST_DAYS = Math.min(...DAYS_AFTER.slice(1));

export function isYes(answer: Answer | null): boolean {
  return answer?.kind === 'gladly' || answer?.kind === 'call';
}

/** Whether somebody may still say or change something; late answers count as well. */
export function isAnswerable({ state }: Pick<Request, 'state'>): boolean {
  return state === 'open' || state === 'with a person' || state === 'answered';
}

/** So long a slip of the finger is put right by the link; a call that is still to come keeps it open too. */
export const UNDO_DAYS = 7;

/**
 * What the link of a mail opens: everything while it is needed to answer or to take an answer back; after a yes only the
 * way on to writing along; and nothing as soon as somebody speaks for the receiver and reads it signed in. Pure.
 */
export function linkOpens(
  { state, answer, answeredOn }: Pick<Request, 'state' | 'answer' | 'answeredOn'>,
  { isHeld, isAsking, isPartner, isBuiltOn, today }: Around,
): 'request' | 'writing along' | 'nothing' {
  if (isHeld || !isAnswerable({ state })) return 'nothing';
  if (answer === null || answeredOn === null) return isAsking ? 'request' : 'nothing';
  const isToCome = answer.kind === 'call' && answer.day >= today;
  if (!isBuiltOn && (isToCome || daysBetween(answeredOn, today) < UNDO_DAYS)) return 'request';
  return isYes(answer) && isPartner ? 'writing along' : 'nothing';
}

/** What has become of a request around it. */
interface Around {
  /** Somebody speaks for the receiver with an account. */
  readonly isHeld: boolean;
  /** Whoever asked still works in what goes on. */
  readonly isAsking: boolean;
  readonly isPartner: boolean;
  readonly isBuiltOn: boolean;
  readonly today: Day;
}

export function isRunning({ state }: Pick<Request, 'state'>): boolean {
  return state === 'waiting' || state === 'open' || state === 'with a person';
}

type Before = Pick<Request, 'state' | 'answer' | 'answeredOn' | 'attempts'>;

/** Why an organisation is not asked now, after what was asked in this cooperation before; null when it can be. */
export function reasonNotToAsk(before: readonly Before[], today: Day): Saying | null {
  for (const request of before) {
    if (isRunning(request)) return saying('requests.not.running');
    if (request.state === 'answered' && request.answer?.kind === 'no') return saying('requests.not.no');
    if (request.state === 'answered' && isYes(request.answer)) return saying('requests.not.partner');
    const from = inPeaceUntil(request);
    if (from !== null && daysBetween(today, from) > 0) return saying('requests.not.later', { day: from });
  }
  return null;
}

/** The day from which asking again is all right; null where nothing stands against it. */
export function inPeaceUntil({ state, answer, answeredOn, attempts }: Before): Day | null {
  if (state === 'answered' && answer?.kind === 'later')
    return answer.from ?? (answeredOn === null ? null : addDays(answeredOn, PEACE_DAYS));
  const last = attempts.at(-1);
  return state === 'withdrawn' && last !== undefined ? addDays(last, PEACE_DAYS) : null;
}
