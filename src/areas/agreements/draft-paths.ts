import type { ParagraphKind } from './paragraph.ts';
import { agreementPath } from './paths.ts';
import { sectionOf, type Section } from './sections.ts';

/** `/vereinbarungen/:id/entwurf`, or one of its sections. */
export function draftPath(agreement: string, section?: Section): string {
  return `${agreementPath(agreement)}/entwurf${section === undefined ? '' : `/${section.slug}`}`;
}

/** The name under which a browser keeps what was typed, as it stands in a form or an address; '' for none. */
export function entryIn(text: string | undefined): string {
  return /^[a-z0-9]{8,40}$/.test(text ?? '') ? (text ?? '') : '';
}

/** Where a paragraph is written. */
export function paragraphPath(agreement: string, { id, kind }: { readonly id: string; readonly kind: ParagraphKind }) {
  return `${draftPath(agreement, sectionOf(kind))}#p-${id}`;
}

/** The same, lying open where much is folded. */
export function unfoldedPath(agreement: string, { id, kind }: { readonly id: string; readonly kind: ParagraphKind }) {
  return `${draftPath(agreement, sectionOf(kind))}?offen=${id}#p-${id}`;
}

export function answerPath(agreement: string): string {
  return `${agreementPath(agreement)}/vorschlaege`;
}

/** Makes a goal of what a side expects in its opened sheet; `at` is its place among the expectations, from 0. */
export function fromSheetPath(agreement: string, organisation: string, at: number): string {
  return `${draftPath(agreement, sectionOf('goal'))}?aus=${organisation}.${at}`;
}
