import { ARABIC } from './letters-arabic.ts';
import { CYRILLIC } from './letters-cyrillic.ts';
import { LATIN } from './letters-latin.ts';
import { ETHIOPIC, GEORGIAN, GREEK } from './letters-other.ts';
import { prepared } from './prepare.ts';

/** How a letter (or several together) is spelled with Latin letters. */
export interface Spelling {
  readonly letters: string;
  /** Four romanisations: English, German, French, scholarly; a fourth reading stands in where scholars have no other. */
  readonly styles: readonly [string, string, string, string];
  /** Every Latin spelling that was seen for it with how far it is from the usual one, in hundredths of a letter. */
  readonly spellings: readonly (readonly [latin: string, cost: number])[];
}

/**
 * An entry reads `'sh sch ch š / s sz / x'`: the usual romanisations (English, German, French, scholarly; one stands
 * for all four), behind a stroke what names from other languages are spelled with, behind another what is rare.
 * "-" stands for nothing.
 */
type Table = Readonly<Record<string, string>>;

const TIERS = [0, 30, 60] as const;

const spellings = new Map<string, Spelling[]>();
for (const table of [ARABIC, CYRILLIC, GREEK, GEORGIAN, ETHIOPIC, LATIN] satisfies Table[]) {
  for (const [letters, entry] of Object.entries(table)) {
    const spelling = read(letters, entry);
    const first = letters.slice(0, 1);
    spellings.set(
      first,
      [...(spellings.get(first) ?? []), spelling].toSorted((a, b) => b.letters.length - a.letters.length),
    );
  }
}

/** The spellings of what stands in a text from `at` on, longest letters first; none for a sign of no known script. */
export function spellingsAt(text: string, at: number): readonly Spelling[] {
  const found = spellings.get(text[at] ?? '');
  return found === undefined ? [] : found.filter((spelling) => text.startsWith(spelling.letters, at));
}

/** Where the alphabets of Europe that are not Latin begin; Latin letters and signs for all scripts stand before it. */
const FIRST_OTHER = 0x0370;

/** Whether a text has a letter of another script than the Latin one that the tables know. */
export function hasKnownScript(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) >= FIRST_OTHER && spellings.has(text[at] ?? '')) return true;
  }
  return false;
}

function read(letters: string, entry: string): Spelling {
  const tiers = entry.split(' / ').map((tier) => tier.split(' ').map((latin) => (latin === '-' ? '' : latin)));
  const [en = '', de = en, fr = en, scholarly = en] = tiers[0] ?? [];
  const cheapest = new Map<string, number>();
  for (const [level, tier] of tiers.entries()) {
    for (const latin of tier.map(prepared)) if (!cheapest.has(latin)) cheapest.set(latin, TIERS[level] ?? TIERS[2]);
  }
  return { letters, styles: [en, de, fr, scholarly], spellings: [...cheapest] };
}
