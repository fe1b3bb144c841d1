import { READERS, type Holding } from '../../plain/holding.ts';
import type { Scope } from '../../plain/scope.ts';
import type { Field, FieldSet, SubjectKind } from '../claims/index.ts';

/** What a declared fact is for, from the declaration alone. */
export type FactGroup = 'work' | 'conditions' | 'reach' | 'where' | 'belonging' | 'inside';

/** One fact that can stand in the register. */
export interface FactLine {
  readonly subject: SubjectKind;
  readonly field: string;
  readonly group: FactGroup;
  readonly scope: Scope;
  readonly neverWider: boolean;
  readonly hidesInProtection: boolean;
  /** After so many days without confirmation it counts as half out of date. */
  readonly halfLifeDays: number;
}

/** Columns of a table that are kept for the same, with the same readers, for the same time. */
export interface HoldingLine extends Omit<Holding, 'columns' | 'leadsTo'> {
  readonly columns: readonly string[];
}

export interface Inventory {
  readonly facts: readonly FactLine[];
  readonly holdings: readonly HoldingLine[];
}

/** Everything that this installation can hold, made from the declarations and nothing else. */
export function inventoryOf(fields: Readonly<Record<SubjectKind, FieldSet>>, holdings: readonly Holding[]): Inventory {
  return {
    facts: Object.values(fields).flatMap(({ subject, fields: declared }) =>
      [...declared.values()].map((field): FactLine => ({
        subject,
        field: field.name,
        group: groupOf(field),
        scope: field.scope,
        neverWider: field.neverWider,
        // A network is never protected; what hides of it is who belongs to it.
        hidesInProtection: field.hidesInProtection && (subject !== 'network' || field.kind === 'subjects'),
        halfLifeDays: field.halfLifeDays,
      })),
    ),
    holdings: joined(holdings),
  };
}

/** Free words, hidden because they may name a door or a person, not because they are there for that. */
const FREE: ReadonlySet<string> = new Set([
  'description',
  'topics',
  'offersExpertise',
  'seeks',
  'registerNumber',
  'costNote',
  'barriers',
]);

const WHERE: ReadonlySet<string> = new Set(['place', 'street', 'point']);

function groupOf(field: Field): FactGroup {
  if (field.kind === 'subjects') return 'belonging';
  if (field.scope === 'own') return 'inside';
  if (WHERE.has(field.kind) || field.name === 'district') return 'where';
  if (field.hidesInProtection && !FREE.has(field.name)) return 'reach';
  return field.kind === 'answer' || field.name.startsWith('cost') ? 'conditions' : 'work';
}

/** Neighbours of one table that differ only in their columns become one line. */
function joined(holdings: readonly Holding[]): readonly HoldingLine[] {
  const lines = new Map<string, HoldingLine>();
  for (const { table, purpose, readers, keep, hidesInProtection, columns } of holdings) {
    const sorted = READERS.filter((reader) => readers.includes(reader));
    const key = JSON.stringify([table, purpose, sorted, keep, hidesInProtection]);
    const known = lines.get(key);
    lines.set(key, {
      table,
      purpose,
      readers: sorted,
      keep,
      columns: [...(known?.columns ?? []), ...columns],
      ...(hidesInProtection === true ? { hidesInProtection } : {}),
    });
  }
  return [...lines.values()];
}
