import { hashOf } from '../../plain/json.ts';
import { hashOfParagraph, SINGLE, type Paragraph } from './paragraph.ts';
import type { Wish } from './propose.ts';
import { findParagraph, isCurrent, paragraphsOf, withChanges, type AgreementText } from './text.ts';

/** What a partner has written and not handed over: one change for each paragraph. */
export type DraftChanges = readonly Wish[];

/** A draft beside the text of today: what can be handed over, what was overtaken, and how it would read. */
export interface DraftStand {
  readonly current: DraftChanges;
  readonly overtaken: DraftChanges;
  readonly text: AgreementText;
}

/** Every change of the draft is in exactly one of the two lists. */
export function standOf(text: AgreementText, draft: DraftChanges): DraftStand {
  const current: Wish[] = [];
  const overtaken: Wish[] = [];
  let next = text;
  for (const change of draft) {
    const changed = isCurrent(text, change) ? withChanges(next, [change]) : null;
    if (changed === null) overtaken.push(change);
    else {
      next = changed;
      current.push(change);
    }
  }
  return { current, overtaken, text: next };
}

/** What an overtaken change would have to start from today: the paragraph in its place, or null when there is none. */
export function placeOf(
  text: AgreementText,
  { paragraph, after }: Pick<Wish, 'paragraph' | 'after'>,
): Paragraph | null {
  const there = findParagraph(text, paragraph);
  if (there !== null || after === null || !SINGLE.has(after.kind)) return there;
  return paragraphsOf(text, after.kind)[0] ?? null;
}

/**
 * The same words on what stands there today. What was taken out in between comes back as new, from whoever carries it
 * over. Null: it wished to take away what has gone, so nothing is left to wish for.
 */
export function carriedOver(text: AgreementText, change: Wish, partner: string): Wish | null {
  const there = placeOf(text, change);
  const { after } = change;
  if (there === null) return after === null ? null : { ...change, base: null, after: { ...after, origin: partner } };
  const { id, origin } = there;
  return {
    ...change,
    paragraph: id,
    base: hashOfParagraph(there),
    after: after === null ? null : { ...after, id, origin },
  };
}

/** A paragraph as a form shows it: the words of the draft, else those of the text. */
export interface Shown {
  readonly after: Paragraph | null;
  readonly reason: string;
}

export const NOTHING_SHOWN: Shown = { after: null, reason: '' };

export function shownOf(text: AgreementText, draft: DraftChanges, paragraph: string): Shown {
  const change = draft.find((one) => one.paragraph === paragraph);
  return change ?? { after: findParagraph(text, paragraph), reason: '' };
}

/** By this a form knows again what it was made from. */
export function hashOfShown({ after, reason }: Shown): string {
  return hashOf({ after, reason });
}
