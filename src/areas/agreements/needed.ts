import { mayBeSigned, type Missing } from './may-be-signed.ts';
import type { ParagraphKind } from './paragraph.ts';
import type { Section } from './sections.ts';
import { partnersOf, type AgreementText } from './text.ts';

/** What tells of an empty section that nobody can sign without it. */
const KIND: Readonly<Partial<Record<Missing['what'], ParagraphKind>>> = {
  frame: 'frame',
  goal: 'goal',
  exit: 'exit',
  rest: 'line',
  lineForTheEffort: 'line',
};

/**
 * Whether nothing stands in a section yet and nobody can sign without it.
 *
 * @example isNeeded(section, standOf(text, draft).text)
 */
export function isNeeded({ kinds }: Section, text: AgreementText): boolean {
  if (text.paragraphs.some(({ kind }) => kinds.includes(kind))) return false;
  const missing = mayBeSigned({ text, confirmations: [], mirrored: partnersOf(text) });
  return missing.some(({ what }) => {
    const kind = KIND[what];
    return kind !== undefined && kinds.includes(kind);
  });
}
