import { hashOfParagraph, type InForce, type Paragraph, type Partner, type Texts } from '../agreements/index.ts';
import { addDays, type Day } from '../../plain/time.ts';

/** The paragraphs of an agreement that look at a day or at somebody who does something. */
export const COMMITMENT_KINDS = ['task', 'duty', 'promise', 'review', 'dissent', 'exit', 'frame'] as const;
export type CommitmentKind = (typeof COMMITMENT_KINDS)[number];

/** Something that an agreement in force promises. A projection: it stands in no table of its own. */
export interface Commitment {
  /** The id of the paragraph that says it. */
  readonly id: string;
  readonly kind: CommitmentKind;
  readonly cooperation: string;
  readonly agreement: string;
  readonly day: Day | null;
  /** The partner who is responsible; null where all are together. */
  readonly who: string | null;
  /** What is promised; empty where the kind and the agreement say it all. */
  readonly words: Texts;
  /** Of the paragraph: a word about a commitment is about exactly this. */
  readonly hash: string;
  readonly paragraph: Paragraph;
  /** What the agreement is called. */
  readonly title: Texts;
  readonly partners: readonly Partner[];
  readonly languages: readonly string[];
  /** Since when it holds as it stands. */
  readonly signedOn: Day;
}

/** All that is promised in these agreements, by day; what has no day comes last. */
export function commitmentsOf(inForce: readonly InForce[]): readonly Commitment[] {
  return inForce.flatMap(fromOne).toSorted((a, b) => byDay(a.day, b.day));
}

/** `2026-03-31` before `2026-04-01`, and no day after every day. */
export function byDay(a: Day | null, b: Day | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}

function fromOne({ cooperation, agreement, version: { text }, signedOn }: InForce): readonly Commitment[] {
  const frame = text.paragraphs.find(({ kind }) => kind === 'frame');
  const title = frame?.kind === 'frame' ? frame.parts.title : {};
  const until = frame?.kind === 'frame' ? frame.parts.until : null;
  return text.paragraphs.flatMap((paragraph): readonly Commitment[] => {
    const said = saidBy(paragraph, until);
    if (said === null) return [];
    const { id } = paragraph;
    const of = { cooperation, agreement, title, signedOn, partners: text.partners, languages: text.languages };
    return [{ id, paragraph, hash: hashOfParagraph(paragraph), ...of, ...said }];
  });
}

/** What a paragraph promises; null where it promises nothing that is done or happens on a day. */
function saidBy(paragraph: Paragraph, until: Day | null): Pick<Commitment, 'kind' | 'day' | 'who' | 'words'> | null {
  const { kind } = paragraph;
  switch (kind) {
    case 'task':
      return { kind, day: paragraph.parts.until, who: paragraph.parts.doer, words: paragraph.parts.result };
    case 'duty':
      return { kind, day: paragraph.parts.due, who: paragraph.parts.responsible, words: paragraph.parts.what };
    case 'promise':
      return { kind, day: paragraph.parts.until, who: paragraph.parts.giver, words: paragraph.parts.words };
    case 'review':
      return { kind, day: paragraph.parts.day, who: null, words: paragraph.parts.words };
    case 'dissent':
      // "We differ and go on" is a date only where both wanted to look at it again.
      if (paragraph.parts.revisit === null) return null;
      return { kind, day: paragraph.parts.revisit, who: null, words: paragraph.parts.words };
    case 'exit':
      return { kind, day: lastDayToSay(until, paragraph.parts.notice), who: null, words: {} };
    case 'frame':
      return { kind, day: until, who: null, words: {} };
    default:
      return null;
  }
}

/** Until when whoever wants to go before the end has to say so. */
function lastDayToSay(until: Day | null, weeks: number | null): Day | null {
  return until === null || weeks === null ? null : addDays(until, -7 * weeks);
}
