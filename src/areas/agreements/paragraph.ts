import { hashOf } from '../../plain/json.ts';
import type { Day } from '../../plain/time.ts';

/** A text in the languages of an agreement: `{ de: '…', tr: '…' }`. */
export type Texts = Readonly<Record<string, string>>;

/**
 * What a part of a paragraph holds. `null` is "not said yet"; an amount is never negative.
 * `cents` and `minutes` are whole numbers, `partner` is the id of a partner, `choice` one of its options.
 */
interface PartKinds {
  readonly texts: Texts;
  readonly day: Day | null;
  readonly cents: number | null;
  readonly minutes: number | null;
  readonly weeks: number | null;
  readonly partner: string | null;
  readonly flag: boolean;
}

interface PartDeclaration {
  readonly holds: keyof PartKinds | readonly string[];
  /** Without it nobody signs. `everyLanguage`: a text that each partner has to read in its own language. */
  readonly needed?: boolean | 'everyLanguage';
}

/**
 * The paragraphs of an agreement. Everything that depends on their parts (forms, differences, print,
 * what is missing before signing) is made from this table.
 */
export const PARAGRAPHS = {
  /** The frame, once: what it is called, when it runs, how much money there is, what an unpaid hour is worth to both. */
  frame: {
    title: { holds: 'texts', needed: true },
    from: { holds: 'day', needed: true },
    until: { holds: 'day', needed: true },
    budget: { holds: 'cents', needed: true },
    hourlyRate: { holds: 'cents' },
  },
  goal: {
    words: { holds: 'texts', needed: true },
    isStructural: { holds: 'flag' },
  },
  task: {
    result: { holds: 'texts', needed: true },
    doer: { holds: 'partner', needed: true },
    effort: { holds: 'minutes', needed: true },
    isPaid: { holds: 'flag' },
    until: { holds: 'day', needed: true },
  },
  /** A line of the budget: for what, to whom. The effort of working together is a line like any other. */
  line: {
    purpose: { holds: 'texts', needed: true },
    sort: { holds: ['fee', 'room', 'training', 'coordination', 'material', 'other'], needed: true },
    receiver: { holds: 'partner', needed: true },
    amount: { holds: 'cents', needed: true },
  },
  duty: {
    what: { holds: 'texts', needed: true },
    form: { holds: 'texts', needed: true },
    due: { holds: 'day', needed: true },
    responsible: { holds: 'partner', needed: true },
    explanation: { holds: 'texts', needed: 'everyLanguage' },
  },
  /** Who decides about what; without a decider all decide together. */
  decision: {
    about: { holds: 'texts', needed: true },
    decider: { holds: 'partner' },
  },
  /** Who is named and whose the results are. */
  credit: {
    what: { holds: 'texts', needed: true },
    owner: { holds: 'partner' },
    licence: { holds: 'texts' },
  },
  /** How both work: evenings, fee for coming, interpreting, care of children. */
  rhythm: { words: { holds: 'texts', needed: true } },
  /** What is passed on about people: numbers instead of lists. */
  data: { words: { holds: 'texts', needed: true } },
  /** Who does a kind of work and where it ends for volunteers. */
  boundary: {
    work: { holds: 'texts', needed: true },
    doneBy: { holds: ['professional', 'volunteer', 'coordination', 'association'], needed: true },
    limit: { holds: 'texts', needed: true },
  },
  /** What a partner promises beside tasks and money: an introduction, a key, a recommendation. */
  promise: {
    words: { holds: 'texts', needed: true },
    giver: { holds: 'partner', needed: true },
    until: { holds: 'day' },
  },
  limit: {
    words: { holds: 'texts', needed: true },
    partner: { holds: 'partner', needed: true },
  },
  /** "We differ and go on." */
  dissent: {
    words: { holds: 'texts', needed: true },
    weight: { holds: ['bearable', 'open', 'separating'], needed: true },
    revisit: { holds: 'day' },
  },
  review: { day: { holds: 'day', needed: true }, words: { holds: 'texts' } },
  /** How it ends, once, agreed before it begins. */
  exit: {
    notice: { holds: 'weeks', needed: true },
    money: { holds: 'texts', needed: true },
    data: { holds: 'texts', needed: true },
    name: { holds: 'texts', needed: true },
    materials: { holds: 'texts', needed: true },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, PartDeclaration>>>>;

export type ParagraphKind = keyof typeof PARAGRAPHS;

/** Of these an agreement has at most one. */
export const SINGLE: ReadonlySet<ParagraphKind> = new Set<ParagraphKind>(['frame', 'exit']);

type Held<Declared> = Declared extends keyof PartKinds
  ? PartKinds[Declared]
  : Declared extends readonly (infer Option)[]
    ? Option | null
    : never;

export type PartsOf<Kind extends ParagraphKind> = {
  readonly [Part in keyof (typeof PARAGRAPHS)[Kind]]: (typeof PARAGRAPHS)[Kind][Part] extends {
    readonly holds: infer Declared;
  }
    ? Held<Declared>
    : never;
};

/** One paragraph: `origin` is the partner who brought it; it stays, whoever changes the words later. */
export type Paragraph = {
  [Kind in ParagraphKind]: {
    readonly id: string;
    readonly kind: Kind;
    readonly origin: string;
    readonly parts: PartsOf<Kind>;
  };
}[ParagraphKind];

export type ParagraphOf<Kind extends ParagraphKind> = Extract<Paragraph, { readonly kind: Kind }>;

/** What a part holds, whatever the kind. */
export type PartValue = Texts | string | number | boolean | null;

export interface Part {
  readonly name: string;
  readonly declared: PartDeclaration;
  readonly value: PartValue;
}

/** The parts of a paragraph in the order of the table. */
export function partsOf({ kind, parts }: Paragraph): readonly Part[] {
  const values = new Map<string, PartValue>(Object.entries(parts));
  return Object.entries<PartDeclaration>(PARAGRAPHS[kind]).map(([name, declared]) => ({
    name,
    declared,
    value: values.get(name) ?? null,
  }));
}

/** SHA-256 (hex) of a paragraph in canonical JSON (RFC 8785): what somebody confirms is exactly this. */
export function hashOfParagraph(paragraph: Paragraph): string {
  return hashOf(paragraph);
}

/** Whether a frame has its end before its beginning. A single day is both. */
export function endsBeforeItBegins(paragraph: Paragraph): boolean {
  if (paragraph.kind !== 'frame') return false;
  const { from, until } = paragraph.parts;
  return from !== null && until !== null && from > until;
}
