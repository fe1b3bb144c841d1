import type { Words } from '../../plain/words.ts';
import { SINGLE, type Paragraph } from './paragraph.ts';
import { paragraphsOf, type AgreementText } from './text.ts';

type Placed = Pick<Paragraph, 'id' | 'kind'>;

/** The how-many-th of its kind a paragraph is, from 1. */
export function numberOf(text: AgreementText, { id, kind }: Placed): number {
  return paragraphsOf(text, kind).findIndex((one) => one.id === id) + 1;
}

// words: agreements.kind.*
/** What a paragraph is called: "Ziel 2", or its kind alone where there is only ever one. */
export function sayNumbered(words: Words, text: AgreementText, paragraph: Placed): string {
  const kind = words.say(`agreements.kind.${paragraph.kind}`);
  if (SINGLE.has(paragraph.kind)) return kind;
  return words.say('agreements.show.numbered', { kind, number: words.number(numberOf(text, paragraph)) });
}
