import { languageOf } from '../../plain/languages.ts';
import { saying, type Filling, type Saying } from '../../plain/words.ts';
import { COOPERATIONS_PATH, type Pointer } from '../cooperations/index.ts';
import { draftPath, paragraphPath } from './draft-paths.ts';
import type { Missing } from './may-be-signed.ts';
import type { Paragraph, ParagraphKind } from './paragraph.ts';
import { readPath, sheetPath } from './paths.ts';
import { sectionOf } from './sections.ts';
import { findParagraph, paragraphsOf, type AgreementText } from './text.ts';

/** Which agreement, and in which cooperation. */
export interface Where {
  readonly id: string;
  readonly cooperation: string;
}

/**
 * All that is missing, each thing once. Sheets are one sentence, whoever owes them: as long as not all are done,
 * nobody learns who is.
 *
 * @example const pointers = sayAllMissing(mayBeSigned(draft), text, standing)
 */
export function sayAllMissing(missing: readonly Missing[], text: AgreementText, where: Where): readonly Pointer[] {
  const [sheet] = missing.filter(({ what }) => what === 'sheet');
  const rest = missing.filter(({ what }) => what !== 'sheet');
  return [...(sheet === undefined ? [] : [sheet]), ...rest].map((one) => sayMissing(one, text, where));
}

// words: agreements.missing.*
/** One thing that is missing, as a whole sentence that leads to where it is put right. */
export function sayMissing(missing: Missing, text: AgreementText, { id, cooperation }: Where): Pointer {
  const { what, part, cents = 0 } = missing;
  const paragraph = findParagraph(text, missing.paragraph ?? '');
  const told = (key: string, values?: Readonly<Record<string, Filling>>): Saying =>
    saying(`agreements.missing.${key}`, values);
  const inSection = (kind: ParagraphKind): string => draftPath(id, sectionOf(kind));
  switch (what) {
    case 'sheet':
      return { text: told(what), href: sheetPath(cooperation) };
    case 'partners':
      return { text: told(what), href: `${COOPERATIONS_PATH}/${cooperation}` };
    case 'frame':
    case 'goal':
    case 'exit':
      return { text: told(what), href: inSection(what) };
    case 'frameDays':
      return { text: told(what), href: inSection('frame') };
    case 'rest':
    case 'over':
      return { text: told(what, { euros: cents / 100 }), href: inSection('line') };
    case 'lineForTheEffort':
      return { text: told(what), href: inSection('line') };
    default:
  }
  if (paragraph === null) throw new Error(`${what} speaks of no paragraph`);
  const values = {
    number: numberOf(text, paragraph),
    partner: nameOf(text, missing.partner),
    language: ownNameOf(missing.language),
  };
  const { kind } = paragraph;
  if (what === 'goalConfirmation' || what === 'taskConfirmation')
    return { text: told(what, values), href: readPath(id, paragraph.id) };
  const key = what === 'unknownPartner' ? `${what}.${kind}` : `part.${kind}.${part ?? ''}`;
  return { text: told(key, values), href: paragraphPath(id, paragraph) };
}

/** The how-many-th of its kind a paragraph is, from 1: "Ziel 2". */
export function numberOf(text: AgreementText, { id, kind }: Pick<Paragraph, 'id' | 'kind'>): number {
  return paragraphsOf(text, kind).findIndex((one) => one.id === id) + 1;
}

function nameOf(text: AgreementText, partner: string | undefined): string {
  return text.partners.find(({ id }) => id === partner)?.name ?? '';
}

function ownNameOf(language: string | undefined): string {
  return language === undefined ? '' : (languageOf(language)?.ownName ?? language);
}
