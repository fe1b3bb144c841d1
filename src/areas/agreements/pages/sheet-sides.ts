import type { Words } from '../../../plain/words.ts';
import type { SheetsShown } from '../show-sheet.ts';
import { SHEET_PARTS } from '../sheet.ts';
import type { Sheet } from '../store-sheet.ts';
import { writtenIn } from '../written-in.ts';

/** One partner beside the others. */
export interface Side {
  readonly id: string;
  readonly name: string;
  readonly isOwn: boolean;
  /** Its sheet, when it is open to all. */
  readonly opened: Sheet | null;
}

/** The partners in the order of the alphabet; one whose name the reader may not know is called so. */
export function sidesOf(
  words: Words,
  { partners, own, opened }: SheetsShown,
  names: ReadonlyMap<string, string>,
): readonly Side[] {
  const { compare } = new Intl.Collator(words.tag);
  return partners
    .map((id) => ({
      id,
      name: nameFor(words, names, id),
      isOwn: id === own,
      opened: opened.find(({ organisation }) => organisation === id) ?? null,
    }))
    .toSorted((a, b) => compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

/** What an organisation is called to this reader. */
export function nameFor(words: Words, names: ReadonlyMap<string, string>, organisation: string): string {
  return names.get(organisation) ?? words.say('agreements.show.unnamed');
}

/** The same at the how-many-th look, from 1: whoever stood first stands last the next time. */
export function turned<One>(all: readonly One[], view: number): readonly One[] {
  const by = all.length === 0 ? 0 : (view - 1) % all.length;
  return [...all.slice(by), ...all.slice(0, by)];
}

/** Whether the letters alone tell that the sides have not all written in one language; many pairs look alike. */
export function areLanguagesMixed(sides: readonly Pick<Side, 'opened'>[]): boolean {
  const languages = sides.flatMap(({ opened }) => {
    const said = SHEET_PARTS.flatMap((part) => opened?.words[part] ?? []).map(({ words }) => words);
    const language = writtenIn(said.join(' '));
    // German is mostly written without its own letter.
    return said.length === 0 ? [] : [language === 'de' ? null : language];
  });
  return new Set(languages).size > 1;
}
