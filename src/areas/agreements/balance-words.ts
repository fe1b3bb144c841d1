import { isolated } from '../../plain/isolated.ts';
import { showMoney } from '../../plain/money.ts';
import type { Words } from '../../plain/words.ts';
import type { MeasureName } from './balance-sheet.ts';
import type { Side } from './balance.ts';
import { sayMinutes } from './say-part.ts';

/** A figure of a side in words: money with its share, hours, a number. */
export function sayFigure(words: Words, name: MeasureName, side: Side | null): string {
  if (side === null) return words.say('agreements.balance.notYet');
  if (name === 'cents')
    return words.say('agreements.balance.money', {
      money: isolated(words, showMoney(side.cents, words.language)),
      share: side.tenths / 1000,
    });
  return sayAmount(words, name, side[name]);
}

/** How a figure has moved since the first version; null while it has not. */
export function sayChange(words: Words, name: MeasureName, now: Side | null, first: Side | null): string | null {
  const moved = (now?.[name] ?? 0) - (first?.[name] ?? 0);
  if (moved === 0 || now === null || first === null) return null;
  const amount = sayAmount(words, name, Math.abs(moved));
  return words.say(moved > 0 ? 'agreements.balance.more' : 'agreements.balance.less', { amount });
}

/** What a side gives unpaid, as a sentence to be copied; null where there is nothing or no rate that both agreed. */
export function sayWorth(words: Words, partner: string, side: Side): string | null {
  if (side.unpaidMinutes === 0 || side.unpaidWorth === null) return null;
  return words.say('agreements.balance.worth', {
    partner: isolated(words, partner),
    hours: side.unpaidMinutes / 60,
    money: isolated(words, showMoney(side.unpaidWorth, words.language)),
  });
}

function sayAmount(words: Words, name: MeasureName, amount: number): string {
  if (name === 'cents') return isolated(words, showMoney(amount, words.language));
  if (name === 'paidMinutes' || name === 'unpaidMinutes') return sayMinutes(words, amount);
  return words.number(amount);
}
