import { showMoney } from '../../plain/money.ts';
import type { Words } from '../../plain/words.ts';
import { PARAGRAPHS, type ParagraphKind, type Part, type PartValue } from './paragraph.ts';
import type { AgreementText } from './text.ts';

const TOGETHER: ReadonlySet<string> = new Set(['decision.decider', 'credit.owner']);

/** Whether an empty part says something: nobody alone decides, nobody alone owns it. */
export function isTogether(kind: ParagraphKind, part: string, value: PartValue): boolean {
  return value === null && TOGETHER.has(`${kind}.${part}`);
}

/** Whether a part says something even while it is empty or no: what nobody signs without, unpaid, all together. */
export function saysAnyway(kind: ParagraphKind, { name, declared, value }: Part): boolean {
  return declared.needed !== undefined || name === 'isPaid' || isTogether(kind, name, value);
}

// words: agreements.option.*
/** What a part says where it is no text in languages: a day, an amount, a name, a choice. Null while nobody has said it. */
export function sayPart(
  words: Words,
  text: Pick<AgreementText, 'partners'>,
  { kind, part, value }: { readonly kind: ParagraphKind; readonly part: string; readonly value: PartValue },
): string | null {
  if (typeof value === 'boolean') return words.say(value ? 'agreements.option.yes' : 'agreements.option.no');
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

function heldBy(kind: ParagraphKind, part: string): unknown {
  return Object.entries<{ readonly holds: unknown }>(PARAGRAPHS[kind]).find(([name]) => name === part)?.[1].holds;
}
