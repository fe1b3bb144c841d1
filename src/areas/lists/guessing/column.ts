import { filledOf } from './contents.ts';
import { languagesIn } from './header-language.ts';
import { matchHeader, type HeaderMatch } from './known-headers.ts';
import type { Meaning } from './synonyms.ts';

/** What is known of a column before anything is decided. */
export interface ColumnView {
  readonly header: string;
  readonly cells: readonly string[];
  /** Cells that hold something, trimmed. */
  readonly filled: readonly string[];
  readonly match: HeaderMatch | null;
  /** The language that the header names: "Beschreibung (arabisch)"; null if it names none. */
  readonly language: string | null;
}

/** What can stand in several languages. */
const SPOKEN: ReadonlySet<Meaning> = new Set([
  'organisationName',
  'offerName',
  'name',
  'ownName',
  'description',
  'offersExpertise',
  'seeks',
  'costNote',
  'barriers',
]);

export function viewColumns(
  headers: readonly { readonly name: string }[],
  sample: readonly (readonly string[])[],
): ColumnView[] {
  return headers.map(({ name }, at) => {
    const cells = sample.map((row) => row[at] ?? '');
    return { header: name, cells, filled: filledOf(cells), ...readHeader(name) };
  });
}

function readHeader(header: string): Pick<ColumnView, 'match' | 'language'> {
  for (const { bare, language } of languagesIn(header)) {
    const match = matchHeader(bare);
    if (match !== null && SPOKEN.has(match.meaning)) return { match, language };
  }
  return { match: matchHeader(header), language: null };
}
