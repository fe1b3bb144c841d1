import type { Reader } from '../../platform/database/index.ts';
import type { SubjectKind } from './field.ts';
import type { SubjectTable } from './tables.ts';
import type { Veil } from './veil.ts';

/** What is known of a subject itself, apart from what is said about it. */
export interface Known {
  readonly kind: SubjectKind;
  readonly veil: Veil;
}

/** Subjects in the order of their ids, after one: for walking through all of them in batches. */
export async function walkSubjects(
  db: Reader,
  after: string | null,
  limit: number,
): Promise<readonly ({ readonly id: string } & Known)[]> {
  let query = db.selectFrom('subject').select(KNOWN).orderBy('id').limit(limit);
  if (after !== null) query = query.where('id', '>', after);
  return (await query.execute()).map((row) => ({ id: row.id, ...asKnown(row) }));
}

/** What is known of some subjects, by their ids. */
export async function knownOf(db: Reader, subjects: readonly string[]): Promise<ReadonlyMap<string, Known>> {
  if (subjects.length === 0) return new Map();
  const rows = await db
    .selectFrom('subject')
    .select(KNOWN)
    .where('id', 'in', [...subjects])
    .execute();
  return new Map(rows.map((row) => [row.id, asKnown(row)]));
}

const KNOWN = ['id', 'kind', 'protected_at', 'lapsed_at', 'withdrawn_at'] as const;

export function asKnown({
  kind,
  protected_at,
  lapsed_at,
  withdrawn_at,
}: Pick<SubjectTable, 'kind' | 'protected_at' | 'lapsed_at' | 'withdrawn_at'>): Known {
  const veil = { isProtected: protected_at !== null, isLapsed: lapsed_at !== null, isWithdrawn: withdrawn_at !== null };
  return { kind, veil };
}
