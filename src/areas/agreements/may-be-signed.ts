import { askedFor } from './asked.ts';
import { endsBeforeItBegins, hashOfParagraph, partsOf, type Paragraph, type Part } from './paragraph.ts';
import { budgetOf, sumOfLines } from './shares.ts';
import { paragraphsOf, partnersOf, type AgreementText } from './text.ts';

/** A partner has confirmed a paragraph by its hash, which names it too: a goal that it shares, a task that it can do. */
export interface Confirmation {
  readonly partner: string;
  readonly hash: string;
}

/** All that decides whether an agreement may be signed. */
export interface Draft {
  readonly text: AgreementText;
  readonly confirmations: readonly Confirmation[];
  /** Partners who have filled in their own sheet; who asks answers the same. */
  readonly mirrored: readonly string[];
}

/**
 * One thing that is missing, and where. `part`: a part of a paragraph is empty, for `explanation` in a language;
 * `cents`: how much of the budget nobody gets (`rest`) or is given twice (`over`).
 */
export interface Missing {
  readonly what:
    | 'sheet'
    | 'partners'
    | 'frame'
    | 'goal'
    | 'exit'
    | 'part'
    | 'frameDays'
    | 'unknownPartner'
    | 'goalConfirmation'
    | 'taskConfirmation'
    | 'rest'
    | 'over'
    | 'lineForTheEffort';
  readonly paragraph?: string;
  readonly part?: string;
  readonly language?: string;
  readonly partner?: string;
  readonly cents?: number;
}

/**
 * What is missing before anybody can sign; nothing missing means: it may be signed. The order is the one of
 * the page: sheets, frame, goals, tasks, money, duties, the rest, exit.
 *
 * @example mayBeSigned(draft).length === 0
 */
export function mayBeSigned(draft: Draft): readonly Missing[] {
  const { text, mirrored } = draft;
  const partners = partnersOf(text);
  return [
    ...partners.filter((one) => !mirrored.includes(one)).map((partner): Missing => ({ what: 'sheet', partner })),
    ...(partners.length < 2 ? [{ what: 'partners' } as const] : []),
    ...(['frame', 'goal', 'exit'] as const).flatMap((what): readonly Missing[] =>
      paragraphsOf(text, what).length === 0 ? [{ what }] : [],
    ),
    ...text.paragraphs.flatMap((paragraph) => [
      ...partsOf(paragraph).flatMap((part) => gapsOf(part, paragraph.id, draft)),
      ...(endsBeforeItBegins(paragraph) ? [{ what: 'frameDays', paragraph: paragraph.id } as const] : []),
      ...unconfirmed(paragraph, draft),
    ]),
    ...moneyGaps(text),
  ];
}

function gapsOf({ name: part, declared, value }: Part, paragraph: string, { text }: Draft): readonly Missing[] {
  const gap: Missing = { what: 'part', paragraph, part };
  if (declared.holds === 'partner' && value !== null && !partnersOf(text).some((one) => one === value))
    return [{ ...gap, what: 'unknownPartner' }];
  if (declared.needed === undefined || declared.needed === false) return [];
  if (declared.holds !== 'texts') return value === null ? [gap] : [];
  const silent = text.languages.filter((language) => textIn(value, language).trim() === '');
  if (declared.needed === 'everyLanguage') return silent.map((language) => ({ ...gap, language }));
  return silent.length === text.languages.length ? [gap] : [];
}

function unconfirmed(paragraph: Paragraph, { text, confirmations }: Draft): readonly Missing[] {
  const hash = hashOfParagraph(paragraph);
  return askedFor(paragraph, text)
    .filter((partner) => !confirmations.some((one) => one.partner === partner && one.hash === hash))
    .map((partner) => ({
      what: paragraph.kind === 'goal' ? 'goalConfirmation' : 'taskConfirmation',
      paragraph: paragraph.id,
      partner,
    }));
}

function moneyGaps(text: AgreementText): readonly Missing[] {
  const budget = budgetOf(text);
  if (budget === null) return [];
  const rest = budget - sumOfLines(text);
  const hasEffort = paragraphsOf(text, 'line').some(({ parts }) => parts.sort === 'coordination');
  return [
    ...(rest > 0 ? [{ what: 'rest', cents: rest } as const] : []),
    ...(rest < 0 ? [{ what: 'over', cents: -rest } as const] : []),
    ...(budget > 0 && !hasEffort ? [{ what: 'lineForTheEffort' } as const] : []),
  ];
}

function textIn(value: Part['value'], language: string): string {
  return value !== null && typeof value === 'object' ? (value[language] ?? '') : '';
}
