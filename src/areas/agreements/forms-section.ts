import type { FormFields } from '../../platform/http/index.ts';
import { idFor, isId } from '../../plain/ids.ts';
import { tidy } from '../../plain/text.ts';
import { hashOfShown, NOTHING_SHOWN, shownOf, standOf, type DraftChanges } from './draft.ts';
import {
  partName,
  readTyped,
  saysNothing,
  typedOf,
  type FieldProblem,
  type ParagraphPlace,
  type TypedIn,
} from './forms-paragraph.ts';
import type { KeptRow } from './keep-draft.ts';
import { endsBeforeItBegins, hashOfParagraph, SINGLE, type Paragraph, type ParagraphKind } from './paragraph.ts';
import type { Section } from './sections.ts';
import { findParagraph, paragraphsOf, partnersOf, type AgreementText } from './text.ts';

/** What a section is made from and read with. */
export interface SectionForm {
  readonly agreement: string;
  readonly section: Section;
  readonly own: string;
  readonly text: AgreementText;
  readonly draft: DraftChanges;
  /** Ids that a new paragraph cannot have. */
  readonly used: readonly string[];
  readonly language: string;
}

/** One paragraph in the form of a section. */
export interface Row {
  readonly id: string;
  readonly kind: ParagraphKind;
  readonly base: string | null;
  readonly seen: string;
  /** What stands there now; null for what is new. */
  readonly before: Paragraph | null;
  /** What the inputs were made from. */
  readonly was: Paragraph | null;
  readonly typed: TypedIn;
  readonly isAway: boolean;
  readonly isDraft: boolean;
  readonly problems: readonly FieldProblem[];
}

/** Names of the inputs of a row that are no parts of the paragraph. */
export const ROW = 'row';
export function rowName(id: string, what: 'kind' | 'base' | 'seen' | 'reason' | 'away'): string {
  return `${id}-${what}`;
}

export const LONGEST_REASON = 500;
const MOST_ROWS = 200;
/** How many empty lines a section offers of what comes in numbers. */
const EMPTY_LINES: Readonly<Partial<Record<ParagraphKind, number>>> = { goal: 2, line: 2 };
const MOST_EMPTY = 20;

/** The rows as they would stand: what is there with what the draft changes, then empty lines. */
export function rowsOf(
  form: SectionForm,
  { more, begun }: { readonly more: number; readonly begun?: Begun | null },
): readonly Row[] {
  const { text, draft, section } = form;
  const { overtaken, text: next } = standOf(text, draft);
  const isHere = ({ id, kind }: Paragraph) =>
    section.kinds.includes(kind) && !overtaken.some(({ paragraph }) => paragraph === id);
  const there = text.paragraphs.filter(isHere);
  const fresh = next.paragraphs.filter((one) => isHere(one) && findParagraph(text, one.id) === null);
  const filled = [...there, ...fresh].map((one) => filledRow(form, one));
  const empty = section.kinds.flatMap((kind) => emptyRows(form, kind, more));
  const [first, ...rest] = empty;
  if (begun === null || begun === undefined || first === undefined) return [...filled, ...empty];
  return [...filled, begunRow(first, begun), ...rest];
}

/** Words that stand in the first empty line already, and the reason beside them. */
export interface Begun {
  readonly part: string;
  readonly language: string;
  readonly words: string;
  readonly reason: string;
}

function filledRow(form: SectionForm, { id, kind }: Paragraph): Row {
  const { text, draft, language } = form;
  const before = findParagraph(text, id);
  const change = draft.find(({ paragraph }) => paragraph === id);
  const shown = shownOf(text, draft, id);
  const was = shown.after ?? before;
  const values = was === null ? new Map<string, string>() : typedOf(was, language);
  const base = change === undefined ? (before === null ? null : hashOfParagraph(before)) : change.base;
  return {
    id,
    kind,
    base,
    seen: hashOfShown(shown),
    before,
    was,
    typed: (name) => (name === rowName(id, 'reason') ? shown.reason : (values.get(name) ?? '')),
    isAway: change?.after === null,
    isDraft: change !== undefined,
    problems: [],
  };
}

function emptyRows(
  { agreement, own, text, draft, used }: SectionForm,
  kind: ParagraphKind,
  more: number,
): readonly Row[] {
  const next = standOf(text, draft).text;
  if (SINGLE.has(kind) && paragraphsOf(next, kind).length > 0) return [];
  const taken = new Set([...used, ...next.paragraphs.map(({ id }) => id), ...draft.map(({ paragraph }) => paragraph)]);
  const count = SINGLE.has(kind) ? 1 : Math.min((EMPTY_LINES[kind] ?? 1) + more, MOST_EMPTY);
  const rows: Row[] = [];
  // The same empty line in every form until somebody takes it: a browser finds its unsent words again.
  for (let at = 0; rows.length < count; at += 1) {
    const id = idFor(`${agreement}/${own}/${kind}/${at}`);
    if (!taken.has(id)) rows.push(emptyRow(id, kind));
  }
  return rows;
}

function emptyRow(id: string, kind: ParagraphKind): Row {
  const seen = hashOfShown(NOTHING_SHOWN);
  return {
    id,
    kind,
    base: null,
    seen,
    before: null,
    was: null,
    typed: () => '',
    isAway: false,
    isDraft: false,
    problems: [],
  };
}

function begunRow(row: Row, { part, language, words, reason }: Begun): Row {
  const values = new Map([
    [partName(row.id, part, language), words],
    [rowName(row.id, 'reason'), reason],
  ]);
  return { ...row, typed: (name) => values.get(name) ?? '' };
}

/** A section as it was sent: the rows to show again, and what is to be kept where nothing is wrong with it. */
export interface SentSection {
  readonly rows: readonly Row[];
  readonly kept: readonly KeptRow[];
  readonly problems: readonly FieldProblem[];
}

export function readSection(form: SectionForm, sent: FormFields): SentSection {
  const ids = [...new Set(valuesOf(sent, ROW))].filter(isId).slice(0, MOST_ROWS);
  const read = ids.flatMap((id) => readRow(form, id, sent));
  return {
    rows: read.map(({ row }) => row),
    kept: read.flatMap(({ kept }) => (kept === null ? [] : [kept])),
    problems: read.flatMap(({ row }) => row.problems),
  };
}

function readRow(
  form: SectionForm,
  id: string,
  sent: FormFields,
): readonly { readonly row: Row; readonly kept: KeptRow | null }[] {
  const { text, draft, section, own, language } = form;
  const typed = (name: string) => valuesOf(sent, name)[0] ?? '';
  const before = findParagraph(text, id);
  const was = shownOf(text, draft, id).after ?? before;
  const kind = was?.kind ?? section.kinds.find((one) => one === typed(rowName(id, 'kind')));
  if (kind === undefined || !section.kinds.includes(kind)) return [];
  const place: ParagraphPlace = {
    id,
    kind,
    origin: was?.origin ?? own,
    was,
    partners: partnersOf(text),
    languages: text.languages,
    reader: language,
  };
  const isAway = typed(rowName(id, 'away')) !== '';
  const paragraph = isAway ? { ok: true as const, value: null } : readTyped(place, typed);
  const reason = tidy(typed(rowName(id, 'reason')));
  const problems: readonly FieldProblem[] = [
    ...(paragraph.ok ? daysProblems(paragraph.value) : paragraph.issue),
    ...(reason.length > LONGEST_REASON ? [{ name: rowName(id, 'reason'), why: 'long' as const }] : []),
  ];
  const base = hashIn(typed(rowName(id, 'base')));
  const seen = hashIn(typed(rowName(id, 'seen'))) ?? hashOfShown(NOTHING_SHOWN);
  const isDraft = draft.some((one) => one.paragraph === id);
  const row: Row = { id, kind, base, seen, before, was, typed, isAway, isDraft, problems };
  if (!paragraph.ok || problems.length > 0) return [{ row, kept: null }];
  const after = base === null && paragraph.value !== null && saysNothing(paragraph.value) ? null : paragraph.value;
  return [{ row, kept: { paragraph: id, base, after, reason, seen } }];
}

function daysProblems(paragraph: Paragraph | null): readonly FieldProblem[] {
  if (paragraph === null || !endsBeforeItBegins(paragraph)) return [];
  return [{ name: partName(paragraph.id, 'until'), why: 'order' }];
}

/** The same rows once more, made from what the draft says now; what was typed stays. */
export function seenAgain(form: SectionForm, rows: readonly Row[]): readonly Row[] {
  return rows.map((row) => {
    const change = form.draft.find(({ paragraph }) => paragraph === row.id);
    return change === undefined ? row : { ...row, base: change.base, seen: hashOfShown(change), isDraft: true };
  });
}

function hashIn(text: string): string | null {
  return /^[0-9a-f]{64}$/.test(text) ? text : null;
}

function valuesOf(sent: FormFields, name: string): readonly string[] {
  const value = sent[name] ?? [];
  return typeof value === 'string' ? [value] : value;
}
