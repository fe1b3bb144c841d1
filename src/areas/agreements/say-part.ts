import { showMoney } from '../../plain/money.ts';
import type { Words } from '../../plain/words.ts';
import { PARAGRAPHS, type ParagraphKind, type PartValue } from './paragraph.ts';
import type { AgreementText } from './text.ts';

const TOGETHER: ReadonlySet<string> = new Set(['decision.decider', 'credit.owner']);

/** Whether an empty part says something: nobody alone decides, nobody alone owns it. */
export function isTogether(kind: ParagraphKind, part: string, value: PartValue): boolean {
  return value === null && TOGETHER.has(`${kind}.${part}`);
}

// words: agreements.option.*
/** What a part says where it is no text in languages: a day, an amount, a name, a choice. Null while nobody has said it. */
export function sayPart(
  words: Words,
  text: Pick<AgreementText, 'partners'>,
  { kind, part, value }: { readonly kind: ParagraphKind; readonly part: string; readonly value: PartValue },
): string | null {
  if (typeof value === 'boolean') return sayFlag(words, part, value);
  if (value === null) return isTogether(kind, part, value) ? words.say('agreements.option.together') : null;
  if (typeof value === 'object') return null;
  const holds = heldBy(kind, part);
  if (typeof value === 'number')
    return holds === 'cents'
      ? showMoney(value, words.language)
      : holds === 'minutes'
        ? sayMinutes(words, value)
        : words.say('agreements.show.weeks', { weeks: value });
  if (holds === 'day') return words.day(value);
  if (holds === 'partner') return nameIn(text, value);
  return words.say(`agreements.option.${part}.${value}`);
}

export function sayMinutes(words: Words, minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return rest === 0
    ? words.say('agreements.show.hours', { hours })
    : words.say('agreements.show.hoursAndMinutes', { hours: words.number(hours), minutes: words.number(rest) });
}

export function nameIn({ partners }: Pick<AgreementText, 'partners'>, partner: string | null): string {
  return partners.find(({ id }) => id === partner)?.name ?? '';
}

function sayFlag(words: Words, part: string, value: boolean): string {
  if (part === 'isPaid') return words.say(value ? 'agreements.option.paid' : 'agreements.option.unpaid');
  return words.say(value ? 'agreements.option.yes' : 'agreements.option.no');
}

function heldBy(kind: ParagraphKind, part: string): unknown {
  return Object.entries<{ readonly holds: unknown }>(PARAGRAPHS[kind]).find(([name]) => name === part)?.[1].holds;
}
