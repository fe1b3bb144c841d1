import { showMoney } from '../../plain/money.ts';
import type { Words } from '../../plain/words.ts';

/** The ways of giving something to the other side; `other` takes what is none of the rest. */
export const WAYS = ['money', 'room', 'training', 'visibility', 'access', 'other'] as const;
export type Way = (typeof WAYS)[number];

/** What one side gives: said once in its plan, and filled in wherever it is asked again. */
export interface Offered {
  readonly words: Readonly<Partial<Record<Way, string>>>;
  /** An amount in cents. */
  readonly money?: number;
}

/** Where each way stands among the answers of a plan. What fits no way is the answer in free words. */
const KEYS = {
  money: 'offer.money',
  room: 'offer.room',
  training: 'offer.training',
  visibility: 'offer.visibility',
  access: 'offer.access',
  other: 'offer',
} as const satisfies Readonly<Record<Way, string>>;
const AMOUNT = 'offer.cents';

export type OfferKey = (typeof KEYS)[Way] | typeof AMOUNT;

/** What a plan says that can be given; null while it says nothing about it. */
export function offerIn(answers: Readonly<Partial<Record<OfferKey, string>>>): Offered | null {
  const words = Object.fromEntries(
    WAYS.flatMap((way): [Way, string][] => {
      const text = answers[KEYS[way]] ?? '';
      return text === '' ? [] : [[way, text]];
    }),
  );
  const money = Number(answers[AMOUNT] ?? '');
  const offered: Offered = money > 0 ? { words, money } : { words };
  return isNothing(offered) ? null : offered;
}

/** The same as answers of a plan; what is not given any more is empty. */
export function asAnswers({ words, money }: Offered): Readonly<Record<OfferKey, string>> {
  const said = (way: Way) => words[way] ?? '';
  return {
    [KEYS.money]: said('money'),
    [KEYS.room]: said('room'),
    [KEYS.training]: said('training'),
    [KEYS.visibility]: said('visibility'),
    [KEYS.access]: said('access'),
    [KEYS.other]: said('other'),
    [AMOUNT]: money === undefined ? '' : String(money),
  };
}

export function isNothing({ words, money }: Offered): boolean {
  return money === undefined && Object.keys(words).length === 0;
}

// words: cooperations.offer.way.*
/** One line for each way, for where it is asked again in free words. */
export function offerLines(words: Words, { words: texts, money }: Offered): readonly string[] {
  const line = (way: string, text: string) => words.say('cooperations.offer.line', { way, text });
  return [
    ...(money === undefined ? [] : [line(words.say('cooperations.offer.amount'), showMoney(money, words.language))]),
    ...WAYS.flatMap((way) => {
      const text = texts[way];
      if (text === undefined) return [];
      return [way === 'other' ? text : line(words.say(`cooperations.offer.way.${way}`), text)];
    }),
  ];
}
