import type { ParagraphKind } from './paragraph.ts';

/** Kinds of paragraphs that are read and written on one page. `slug` stands in the address. */
export interface Section {
  readonly name: string;
  readonly slug: string;
  readonly kinds: readonly ParagraphKind[];
}

/** The sections of an agreement, in the order in which it is read. Every kind is in exactly one. */
export const SECTIONS: readonly Section[] = [
  { name: 'frame', slug: 'rahmen', kinds: ['frame'] },
  { name: 'goals', slug: 'ziele', kinds: ['goal'] },
  { name: 'tasks', slug: 'aufgaben', kinds: ['task'] },
  { name: 'money', slug: 'geld', kinds: ['line'] },
  { name: 'duties', slug: 'pflichten', kinds: ['duty'] },
  { name: 'decisions', slug: 'entscheidungen', kinds: ['decision'] },
  { name: 'results', slug: 'ergebnisse', kinds: ['credit'] },
  { name: 'working', slug: 'arbeitsweise', kinds: ['rhythm', 'data'] },
  { name: 'boundaries', slug: 'grenzen', kinds: ['boundary', 'limit'] },
  { name: 'promises', slug: 'zusagen', kinds: ['promise'] },
  { name: 'dissents', slug: 'unterschiede', kinds: ['dissent'] },
  { name: 'reviews', slug: 'rueckblicke', kinds: ['review'] },
  { name: 'exit', slug: 'ausstieg', kinds: ['exit'] },
];

const BY_KIND: ReadonlyMap<ParagraphKind, Section> = new Map(
  SECTIONS.flatMap((section) => section.kinds.map((kind): [ParagraphKind, Section] => [kind, section])),
);

export function sectionOf(kind: ParagraphKind): Section {
  const section = BY_KIND.get(kind);
  if (section === undefined) throw new Error(`no section for ${kind}`);
  return section;
}

export function sectionAt(slug: string): Section | null {
  return SECTIONS.find((section) => section.slug === slug) ?? null;
}
