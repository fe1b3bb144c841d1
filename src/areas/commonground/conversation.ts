import { isKeeper, speaksFor, type Actor } from '../../plain/actor.ts';
import type { Day } from '../../plain/time.ts';
import type { Parked } from './parking.ts';

/** How somebody comes in: with the link, with a code on paper behind the link, or confirmed in the network. */
export const ENTRIES = ['link', 'codes', 'network'] as const;
export type Entry = (typeof ENTRIES)[number];

/** Languages in which a conversation can be held: those of the pages around it. */
export const SPOKEN = ['de', 'tr', 'ar', 'en', 'uk'] as const;

/** With how many statements a conversation begins at least. */
export const LEAST_SEEDS = 6;
/** Below this nothing is worked out and nothing shown. */
export const LEAST_PEOPLE = 8;
/** Below this nothing leaves the house that could be a row for each person. */
export const LEAST_FOR_ROWS = 20;
/** A new result takes in at least so many people more, so that the difference to the one before is nobody's. */
export const LEAST_STEP = 5;

/** From so many more on the program counts by itself: rarely enough that most often nobody is left over at the end. */
export const ROUND_STEP = 15;
/** Before so many statements are common, nothing is shown that parts people. */
export const LEAST_COMMON = 3;
/** For so many days after the end votes, codes and the link are kept. */
export const KEPT_DAYS = 30;

/** What a conversation says of itself in one language. */
export interface Says {
  readonly question: string;
  readonly purpose: string;
  readonly rules: string;
  /** What is not up for discussion; read before joining. */
  readonly redLines: string;
}

export const SAYS = ['question', 'purpose', 'rules', 'redLines'] as const;

/** Licences that let others show it and pass it on. */
export const LICENCES = ['CC BY 4.0', 'CC BY-SA 4.0', 'CC0 1.0', 'ODbL 1.0'] as const;
export type Licence = (typeof LICENCES)[number];

/** From where a conversation was brought that was not held here. */
export interface TakenFrom {
  /** Who has to be named, in the words that the licence or its giver asks for. */
  readonly attribution: string;
  readonly licence: Licence;
  readonly address: string;
}

export interface Plan {
  /** The organisation that looks after it; null is the coordination. */
  readonly steward: string | null;
  /** The first one is that in which it was written. */
  readonly languages: readonly string[];
  readonly says: Readonly<Record<string, Says>>;
  readonly entry: Entry;
  readonly isPublic: boolean;
  readonly opensOn: Day;
  readonly endsOn: Day;
  readonly parked: readonly Parked[];
}

export interface Conversation extends Plan {
  readonly id: string;
  /** The day on which it was let out of preparation; null before. */
  readonly begunOn: Day | null;
  /** Its steward has ended it on its last day, before that was over. */
  readonly endedEarly: boolean;
  readonly takenFrom: TakenFrom | null;
}

/** `preparing`: only its steward sees it. `coming`: begun, its first day lies ahead. */
export type Phase = 'preparing' | 'coming' | 'open' | 'ended';

export function phaseOn(conversation: Conversation, today: Day): Phase {
  if (conversation.begunOn === null) return 'preparing';
  if (today < conversation.opensOn) return 'coming';
  return isOver(conversation, today) ? 'ended' : 'open';
}

/** Of one that has begun: nobody answers any more. */
export function isOver({ endsOn, endedEarly }: Pick<Conversation, 'endsOn' | 'endedEarly'>, today: Day): boolean {
  return endedEarly || today > endsOn;
}

/** Whether somebody looks after conversations of this steward. */
export function isStewardOf(actor: Actor, steward: string | null): boolean {
  return steward === null ? isKeeper(actor) && actor.kind !== 'system' : speaksFor(actor, steward);
}

/** A text in the language that is asked for; where it is not there, as it was written. */
export function inLanguage<Text>(
  texts: Readonly<Record<string, Text>>,
  languages: readonly string[],
  wanted: string,
): { readonly language: string; readonly text: Text } | null {
  const plain = wanted === 'de-simple' ? 'de' : wanted;
  for (const language of [plain, ...languages]) {
    const text = texts[language];
    if (text !== undefined) return { language, text };
  }
  return null;
}
