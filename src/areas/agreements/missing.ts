import { languageOf } from '../../plain/languages.ts';
import { saying, type Filling, type Saying } from '../../plain/words.ts';
import { COOPERATIONS_PATH, type Pointer } from '../cooperations/index.ts';
import { draftPath, unfoldedPath } from './draft-paths.ts';
import type { Missing } from './may-be-signed.ts';
import { numberOf } from './numbered.ts';
import type { Paragraph, ParagraphKind } from './paragraph.ts';
import { readPath, sheetPath } from './paths.ts';
import { sectionOf } from './sections.ts';
import { findParagraph, type AgreementText } from './text.ts';

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
  return eachOnce(missing).map((one) => sayMissing(one, text, where));
}

/** A line about what is missing: one thing, or all paragraphs of a kind that one partner has to say yes to. */
export type MissingLine = Pointer | { readonly text: Saying; readonly paragraphs: readonly Paragraph[] };

// words: agreements.missing.goalConfirmations agreements.missing.taskConfirmations
/** The same for people: what one partner has to say yes to stands in one line for each kind. */
export function gatherMissing(missing: readonly Missing[], text: AgreementText, where: Where): readonly MissingLine[] {
  const lines = Map.groupBy(eachOnce(missing), (one) => (isYes(one) ? `${one.what}/${one.partner ?? ''}` : one));
  return [...lines.values()].flatMap((all): readonly MissingLine[] => {
    const [first] = all;
    if (first === undefined || all.length === 1) return all.map((one) => sayMissing(one, text, where));
    const values = { partner: nameOf(text, first.partner), count: all.length };
    const paragraphs = all.flatMap(({ paragraph }) => findParagraph(text, paragraph ?? '') ?? []);
    return [{ text: saying(`agreements.missing.${first.what}s`, values), paragraphs }];
  });
}

function eachOnce(missing: readonly Missing[]): readonly Missing[] {
  const sheet = missing.find(({ what }) => what === 'sheet');
  return missing.filter((one) => one.what !== 'sheet' || one === sheet);
}

function isYes({ what }: Missing): boolean {
  return what === 'goalConfirmation' || what === 'taskConfirmation';
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
  return { text: told(key, values), href: unfoldedPath(id, paragraph) };
}

function nameOf(text: AgreementText, partner: string | undefined): string {
  return text.partners.find(({ id }) => id === partner)?.name ?? '';
}

function ownNameOf(language: string | undefined): string {
  return language === undefined ? '' : (languageOf(language)?.ownName ?? language);
}
