import { filledOf } from './contents.ts';
import { matchHeader, type HeaderMatch } from './known-headers.ts';

/** What is known of a column before anything is decided. */
export interface ColumnView {
  readonly header: string;
  readonly cells: readonly string[];
  /** Cells that hold something, trimmed. */
  readonly filled: readonly string[];
  readonly match: HeaderMatch | null;
}

export function viewColumns(
  headers: readonly { readonly name: string }[],
  sample: readonly (readonly string[])[],
): ColumnView[] {
  return headers.map(({ name }, at) => {
    const cells = sample.map((row) => row[at] ?? '');
    return { header: name, cells, filled: filledOf(cells), match: matchHeader(name) };
  });
}
