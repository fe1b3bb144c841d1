import type { Words } from '../../plain/words.ts';
import { emptyParagraph } from './forms-paragraph.ts';
import { isParagraph } from './forms-archive.ts';
import type { Paragraph, ParagraphKind, PartValue, Texts } from './paragraph.ts';
import type { Section } from './sections.ts';

/** Something that many agreements need, ready to be taken: its words in all languages, and what is no text. */
export interface LibraryEntry {
  readonly key: string;
  readonly kind: ParagraphKind;
  /** The parts that have words, as they stand in `agreements.library.<kind>.<key>.<part>`. */
  readonly texts: readonly string[];
  readonly values: Readonly<Record<string, PartValue>>;
}

const DUTY_KEYS = [
  'invoice',
  'feeContract',
  'receipts',
  'numbers',
  'interim',
  'report',
  'useOfFunds',
  'publicity',
  'minimumWage',
  'allowance',
] as const;

/** Usual effort in minutes; both talk about it before it stands. */
const TASKS = [
  ['evening', 240],
  ['planning', 120],
  ['interpreting', 120],
  ['invitation', 180],
  ['childcare', 180],
  ['accounts', 480],
] as const;

const EXIT_TEXTS = ['money', 'data', 'name', 'materials'];
const FOUR_WEEKS = 4;

export const LIBRARY: readonly LibraryEntry[] = [
  ...DUTY_KEYS.map((key): LibraryEntry => ({ key, kind: 'duty', texts: ['what', 'form', 'explanation'], values: {} })),
  ...TASKS.map(([key, effort]): LibraryEntry => ({ key, kind: 'task', texts: ['result'], values: { effort } })),
  { key: 'fair', kind: 'exit', texts: EXIT_TEXTS, values: { notice: FOUR_WEEKS } },
];

export function libraryFor({ kinds }: Section): readonly LibraryEntry[] {
  return LIBRARY.filter(({ kind }) => kinds.includes(kind));
}

export function libraryEntry(section: Section, key: string): LibraryEntry | null {
  return libraryFor(section).find((entry) => entry.key === key) ?? null;
}

// words: agreements.library.*
export function sayEntry(words: Words, { kind, key }: LibraryEntry, part: string): string {
  return words.say(`agreements.library.${kind}.${key}.${part}`);
}

/**
 * A paragraph with the words of the library in those languages of an agreement that this house speaks; in others it
 * stays open. Day and who is responsible are for the partners to say.
 */
export function fromLibrary(
  entry: LibraryEntry,
  place: {
    readonly id: string;
    readonly origin: string;
    readonly languages: readonly string[];
    readonly wordsIn: (language: string) => Words;
  },
): Paragraph {
  const { kind, texts, values } = entry;
  const { id, origin, languages, wordsIn } = place;
  const spoken = languages.map(wordsIn).filter(({ language }) => languages.includes(language));
  const said = texts.map((part): [string, Texts] => [
    part,
    Object.fromEntries(spoken.map((words) => [words.language, sayEntry(words, entry, part)])),
  ]);
  const empty = emptyParagraph({ id, kind, origin });
  const made: unknown = { ...empty, parts: { ...empty.parts, ...Object.fromEntries(said), ...values } };
  return isParagraph(made) ? made : empty;
}
