import type { Item } from '../../engines/same/index.ts';
import type { Reader } from '../../platform/database/index.ts';
import type { Scope } from '../../plain/scope.ts';
import { findShown, headsOf, knownOf, mergeShown, walkSubjects, type Facts, type Register } from '../claims/index.ts';
import { COMPARED, itemOf, namesOf } from './find-pairs-item.ts';
import type { PairKind } from './questions.ts';

/** Which list names each of some entries. */
export type ListOf = (db: Reader, subjects: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** An entry of the register with what is compared of it. */
export interface Entry {
  readonly subject: string;
  readonly kind: PairKind;
  readonly item: Item;
  readonly facts: Facts;
  /** The widest eyes that see all that is compared. */
  readonly scope: Scope;
}

export interface Reading {
  readonly register: Register;
  readonly listOf: ListOf;
}

const AT_ONCE = 1_000;

/**
 * All entries that can be asked about: what counts as itself, has a name, and shows it to the network. What is protected
 * or does not want to be shown is compared with nothing.
 */
export async function readEntries(
  db: Reader,
  reading: Reading,
  eyes: readonly Scope[],
  signal?: AbortSignal,
): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for (let after: string | null = null; ;) {
    signal?.throwIfAborted();
    const batch = await walkSubjects(db, after, AT_ONCE);
    const ids = batch.map(({ id }) => id);
    entries.push(...(await readSome(db, reading, ids, eyes)));
    after = ids.at(-1) ?? null;
    if (batch.length < AT_ONCE) return entries;
  }
}

/** The same of some of them. */
export async function readSome(
  db: Reader,
  { register, listOf }: Reading,
  ids: readonly string[],
  eyes: readonly Scope[],
): Promise<readonly Entry[]> {
  const heads = await headsOf(db, ids);
  const known = await knownOf(db, ids);
  const open = ids.filter((id) => {
    const veil = known.get(id)?.veil;
    return heads.get(id) === id && veil?.isProtected === false && !veil.isWithdrawn;
  });
  const lists = await listOf(db, open);
  const entries: Entry[] = [];
  for (const kind of ['organisation', 'offer'] as const) {
    const subjects = open.filter((id) => known.get(id)?.kind === kind);
    const shown = Map.groupBy(await findShown(db, kind, subjects), ({ subject }) => subject);
    for (const subject of subjects) {
      const parts = (shown.get(subject) ?? []).filter(({ scope }) => eyes.includes(scope));
      const facts = mergeShown(register.fields[kind], parts);
      if (namesOf(facts['name']).length === 0) continue;
      const isPublic = parts.every(
        ({ scope, facts: of }) => scope === 'public' || !COMPARED.some((name) => name in of),
      );
      const item = itemOf(kind, facts, lists.get(subject) ?? `of its own ${subject}`);
      entries.push({ subject, kind, item, facts, scope: isPublic ? 'public' : 'network' });
    }
  }
  return entries;
}
