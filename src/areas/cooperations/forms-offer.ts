import { z } from 'zod';
import { typedIn, type FormFields } from '../../platform/http/index.ts';
import { fieldMoney, readMoney } from '../../plain/money.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { tidy } from '../../plain/text.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { isNothing, WAYS, type Offered, type Way } from './offer.ts';

const LONGEST = 2000;
const text = z.string().transform(tidy);

/** What is wrong at one input. */
export interface OfferProblem {
  readonly input: string;
  readonly told: Saying;
}

/** The input of a way of giving something. */
export function offerInput(way: Way): string {
  return `offer.${way}`;
}

/** The amount has one of its own. */
export const AMOUNT_INPUT = 'cents';

/** Where it is said that nothing was offered. */
export const FIRST_OFFER_INPUT = offerInput('money');

/** Reads what is offered; it may be nothing. The language of the page is that of the numbers. */
export function readOffered(typed: FormFields, language: string): Result<Offered, readonly OfferProblem[]> {
  const problems: OfferProblem[] = [];
  const words = WAYS.flatMap((way): [Way, string][] => {
    const input = offerInput(way);
    const written = text.parse(typedIn(typed, input));
    if (written.length > LONGEST)
      problems.push({ input, told: saying('cooperations.offer.tooLong', { most: LONGEST }) });
    return written === '' ? [] : [[way, written]];
  });
  const money = readAmount(typedIn(typed, AMOUNT_INPUT), language, problems);
  return problems.length > 0 ? not(problems) : ok({ words: Object.fromEntries(words), ...money });
}

// words: cooperations.offer.amount.unclear cooperations.offer.amount.threeDigits
function readAmount(typed: string, language: string, problems: OfferProblem[]): Pick<Offered, 'money'> {
  const read = readMoney(typed, language);
  if (read.ok) return read.value > 0 ? { money: read.value } : {};
  if (read.issue !== 'empty') {
    const why = read.issue === 'threeDigits' ? read.issue : 'unclear';
    problems.push({ input: AMOUNT_INPUT, told: saying(`cooperations.offer.amount.${why}`) });
  }
  return {};
}

/** The fields as they stand before anybody changes them: as it was said before. */
export function typedOffer(offered: Offered | null, language: string): FormFields {
  if (offered === null || isNothing(offered)) return {};
  const { words, money } = offered;
  return {
    ...(money === undefined ? {} : { [AMOUNT_INPUT]: fieldMoney(money, language) }),
    ...Object.fromEntries(WAYS.map((way): [string, string] => [offerInput(way), words[way] ?? ''])),
  };
}
