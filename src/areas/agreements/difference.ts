import { canonical } from '../../plain/json.ts';
import { partsOf, type Paragraph, type PartValue } from './paragraph.ts';
import { findParagraph, type AgreementText } from './text.ts';

/** One part that is not the same in two versions. Null on a side: the paragraph was not there. */
export interface PartDifference {
  readonly part: string;
  readonly before: PartValue;
  readonly after: PartValue;
}

export interface ParagraphDifference {
  readonly paragraph: Paragraph;
  readonly became: 'added' | 'changed' | 'removed';
  readonly parts: readonly PartDifference[];
}

/** What is different between two texts, in the order of the later one, what has gone at the end. */
export function difference(before: AgreementText, after: AgreementText): readonly ParagraphDifference[] {
  return [
    ...after.paragraphs.flatMap((paragraph): ParagraphDifference[] => {
      const there = findParagraph(before, paragraph.id);
      const parts = partDifferences(there, paragraph);
      if (there === null) return [{ paragraph, became: 'added', parts }];
      return parts.length === 0 ? [] : [{ paragraph, became: 'changed', parts }];
    }),
    ...before.paragraphs
      .filter(({ id }) => findParagraph(after, id) === null)
      .map((paragraph): ParagraphDifference => ({
        paragraph,
        became: 'removed',
        parts: partDifferences(paragraph, null),
      })),
  ];
}

function partDifferences(before: Paragraph | null, after: Paragraph | null): readonly PartDifference[] {
  const older = valuesOf(before);
  const newer = valuesOf(after);
  return [...new Set([...newer.keys(), ...older.keys()])]
    .map((part) => ({ part, before: older.get(part) ?? null, after: newer.get(part) ?? null }))
    .filter((one) => canonical(one.before) !== canonical(one.after));
}

function valuesOf(paragraph: Paragraph | null): ReadonlyMap<string, PartValue> {
  return new Map(paragraph === null ? [] : partsOf(paragraph).map(({ name, value }) => [name, value]));
}
