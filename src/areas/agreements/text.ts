import { hashOfParagraph, SINGLE, type Paragraph, type ParagraphKind, type ParagraphOf } from './paragraph.ts';

/** An organisation in an agreement, under the name that it had then. */
export interface Partner {
  readonly id: string;
  readonly name: string;
}

/** Everything that an agreement says. Languages in the order in which they are printed, the first is the one it was written in. */
export interface AgreementText {
  readonly partners: readonly Partner[];
  readonly languages: readonly string[];
  readonly paragraphs: readonly Paragraph[];
}

/**
 * A wish to change one paragraph. `base` is the hash of the paragraph it starts from, null for a new one;
 * `after` what should stand there, null to take it away.
 */
export interface Change {
  readonly paragraph: string;
  readonly base: string | null;
  readonly after: Paragraph | null;
}

export function partnersOf(text: AgreementText): readonly string[] {
  return text.partners.map(({ id }) => id);
}

export function findParagraph(text: AgreementText, id: string): Paragraph | null {
  return text.paragraphs.find((paragraph) => paragraph.id === id) ?? null;
}

export function paragraphsOf<Kind extends ParagraphKind>(
  text: AgreementText,
  kind: Kind,
): readonly ParagraphOf<Kind>[] {
  return text.paragraphs.filter((paragraph): paragraph is ParagraphOf<Kind> => paragraph.kind === kind);
}

/**
 * Whether a change still starts from what stands there. One that does not has been overtaken:
 * it is shown beside the new words, never applied and never thrown away.
 */
export function isCurrent(text: AgreementText, { paragraph, base, after }: Change): boolean {
  const there = findParagraph(text, paragraph);
  if (there !== null) return base === hashOfParagraph(there) && (after === null || isSamePlace(there, after));
  return base === null && after !== null && after.id === paragraph && !isSecond(text, after);
}

/**
 * The text with these changes, in their order. Null when one of them is not current:
 * a bundle is taken as a whole or looked at again.
 */
export function withChanges(text: AgreementText, changes: readonly Change[]): AgreementText | null {
  let next = text;
  for (const change of changes) {
    if (!isCurrent(next, change)) return null;
    next = { ...next, paragraphs: changed(next.paragraphs, change) };
  }
  return next;
}

/** What turns `before` into `after`, one change for each paragraph that differs. */
export function changesBetween(before: AgreementText, after: AgreementText): readonly Change[] {
  const gone = before.paragraphs.filter(({ id }) => findParagraph(after, id) === null);
  const kept = after.paragraphs.flatMap((paragraph): Change[] => {
    const there = findParagraph(before, paragraph.id);
    if (there === null) return [{ paragraph: paragraph.id, base: null, after: paragraph }];
    const base = hashOfParagraph(there);
    return base === hashOfParagraph(paragraph) ? [] : [{ paragraph: paragraph.id, base, after: paragraph }];
  });
  return [...gone.map((one): Change => ({ paragraph: one.id, base: hashOfParagraph(one), after: null })), ...kept];
}

function changed(paragraphs: readonly Paragraph[], { paragraph, after }: Change): readonly Paragraph[] {
  if (after === null) return paragraphs.filter(({ id }) => id !== paragraph);
  if (!paragraphs.some(({ id }) => id === paragraph)) return [...paragraphs, after];
  return paragraphs.map((one) => (one.id === paragraph ? after : one));
}

/** The id, the kind and whose idea it was never change. */
function isSamePlace(there: Paragraph, after: Paragraph): boolean {
  return after.id === there.id && after.kind === there.kind && after.origin === there.origin;
}

function isSecond(text: AgreementText, { kind }: Paragraph): boolean {
  return SINGLE.has(kind) && paragraphsOf(text, kind).length > 0;
}
