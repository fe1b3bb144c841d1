import type { Facts } from '../claims/index.ts';
import type { Json } from '../../plain/json.ts';

/** A text of a fact that is one text, or null. */
export function textOf(facts: Facts, field: string): string | null {
  const value = facts[field];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Language → text of a fact that may stand in several languages, in the order of the tags. */
export function spokenOf(facts: Facts, field: string): readonly (readonly [language: string, text: string])[] {
  return entriesOf(facts[field])
    .flatMap(([language, text]) => (typeof text === 'string' && text !== '' ? [[language, text] as const] : []))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** The texts of a fact that is a list of texts. */
export function listOf(facts: Facts, field: string): readonly string[] {
  const value = facts[field];
  return Array.isArray(value) ? value.filter((part) => typeof part === 'string') : [];
}

export interface WeeklyTime {
  readonly day: number;
  readonly from: string;
  readonly to: string;
}

export function timesOf(facts: Facts): readonly WeeklyTime[] {
  const value = facts['times'];
  if (!Array.isArray(value)) return [];
  return value.flatMap((part: Json) => {
    const time = Object.fromEntries(entriesOf(part));
    const { day, from, to } = time;
    return typeof day === 'number' && typeof from === 'string' && typeof to === 'string' ? [{ day, from, to }] : [];
  });
}

/** The resolved place (absent while nobody knows which), the postcode and the name as written. */
export function placeOf(facts: Facts): { id: string | null; postcode: string | null; name: string | null } {
  const place = Object.fromEntries(entriesOf(facts['place']));
  const text = (key: string) => (typeof place[key] === 'string' ? place[key] : null);
  return { id: text('place'), postcode: text('postcode'), name: text('name') };
}

function entriesOf(value: Json | undefined): readonly (readonly [string, Json])[] {
  return value === null || value === undefined || typeof value !== 'object' || Array.isArray(value)
    ? []
    : Object.entries(value);
}
