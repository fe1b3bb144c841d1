import { saying, type Saying } from '../../../plain/words.ts';
import { isColumnTarget, type ListSubject } from '../list.ts';
import { candidatesOf, type Candidate } from './candidates.ts';
import { viewColumns, type ColumnView } from './column.ts';
import { guessKey } from './key.ts';
import { guessSubject } from './subject.ts';

interface GuessedColumn {
  readonly header: string;
  /** A field or a part of one; null: nothing is taken from this column unless somebody says so. */
  readonly field: string | null;
  /** 0 to 1; below 0.5 nothing is proposed. */
  readonly confidence: number;
  readonly reason: Saying;
}

export interface Guess {
  readonly subject: ListSubject;
  readonly columns: readonly GuessedColumn[];
  /** The header of the column that is the list's own key. */
  readonly key: string | null;
}

const ENOUGH = 0.5;

/**
 * Proposes what each column is, from its header and from its cells; each field goes to one column, the surest.
 * `language` is the one the list is written in: what a header says to be in it, needs no language of its own.
 *
 * @example guessColumns(table).columns[0] // { header: 'Tel.', field: 'phone', confidence: 0.98, reason: … }
 */
export function guessColumns(
  table: { readonly headers: readonly { readonly name: string }[]; readonly sample: readonly (readonly string[])[] },
  subjectHint?: ListSubject,
  language = 'de',
): Guess {
  const columns = viewColumns(table.headers, table.sample);
  const subject = subjectHint ?? guessSubject(columns);
  const key = guessKey(columns);
  const claims = columns.flatMap((column, at) =>
    candidatesOf(column, columns, { subject, language })
      .filter(({ field }) => field === null || isColumnTarget(subject, field))
      .map((candidate) => ({ at, candidate })),
  );
  const chosen = assigned(claims);
  return {
    subject,
    key,
    columns: columns.map((column, at) =>
      outcome(
        column,
        key,
        chosen.get(at),
        claims.filter((claim) => claim.at === at),
      ),
    ),
  };
}

interface Claim {
  readonly at: number;
  readonly candidate: Candidate;
}

/** The surest first; a field and a column are given once. */
function assigned(claims: readonly Claim[]): Map<number, Candidate> {
  const chosen = new Map<number, Candidate>();
  const taken = new Set<string>();
  for (const { at, candidate } of claims.toSorted(
    (a, b) => b.candidate.confidence - a.candidate.confidence || a.at - b.at,
  )) {
    if (chosen.has(at) || candidate.confidence < ENOUGH) continue;
    if (candidate.field !== null && taken.has(candidate.field)) continue;
    chosen.set(at, candidate);
    if (candidate.field !== null) taken.add(candidate.field);
  }
  return chosen;
}

function outcome(
  { header, filled }: ColumnView,
  key: string | null,
  chosen: Candidate | undefined,
  claims: readonly Claim[],
): GuessedColumn {
  if (header === key && (chosen === undefined || chosen.field === null)) {
    return { header, field: null, confidence: 0.9, reason: saying('lists.reading.reason.key') };
  }
  if (chosen !== undefined) return { header, ...chosen };
  const lost = claims.map(({ candidate }) => candidate).toSorted((a, b) => b.confidence - a.confidence)[0];
  if (lost !== undefined && lost.confidence >= ENOUGH)
    return { header, field: null, confidence: 0, reason: saying('lists.reading.reason.otherColumn') };
  const key_ = filled.length === 0 ? 'lists.reading.reason.empty' : 'lists.reading.reason.unknown';
  return { header, field: null, confidence: 0, reason: saying(key_) };
}
