import type { Paragraph } from './paragraph.ts';
import { partnersOf, type AgreementText } from './text.ts';

/** Who has to say yes to a paragraph: to a goal everybody, to a task whoever does it. */
export function askedFor(paragraph: Paragraph, text: AgreementText): readonly string[] {
  if (paragraph.kind === 'goal') return partnersOf(text);
  if (paragraph.kind !== 'task' || paragraph.parts.doer === null) return [];
  return [paragraph.parts.doer];
}
