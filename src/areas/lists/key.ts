import { createHash } from 'node:crypto';
import { canonical, type Json } from '../../plain/json.ts';
import { fold, tidy } from '../../plain/text.ts';
import type { RowFact } from './import.ts';

/** What a row says, as a short fixed text: equal for equal facts, whatever their order in the file. */
export function fingerprintOf(facts: readonly RowFact[], checkedOn: string | null): string {
  const plain: Json = facts.map(({ field, language, value, scope }) => [field, language, value, scope]);
  return hash(canonical([plain, checkedOn]));
}

/**
 * The key under which the list remembers a row: the list's own key where it has one;
 * otherwise what hardly ever changes about a row – its name, its carrier, its place –
 * so that a new phone number or new times are a change of the same row, not another row.
 */
export function keyOf(ownKey: string | null, facts: readonly RowFact[]): string {
  if (ownKey !== null && tidy(ownKey) !== '') return `k:${tidy(ownKey)}`;
  const identity = ['name', 'carrier', 'place'].map((field) =>
    identityOf(facts.find((fact) => fact.field === field)?.value),
  );
  return `f:${hash(canonical(identity))}`;
}

/** Whether something that a list was asked about is a row, and not a place. */
export function isRowKey(asked: string): boolean {
  return asked.startsWith('k:') || asked.startsWith('f:');
}

function identityOf(value: Json | undefined): string {
  if (typeof value === 'string') return fold(value);
  if (value === undefined || value === null || typeof value !== 'object') return '';
  const parts = new Map<string, Json>(Object.entries(value));
  const place = parts.get('place');
  const name = parts.get('name');
  if (typeof place === 'string') return place;
  return typeof name === 'string' ? fold(name) : '';
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
