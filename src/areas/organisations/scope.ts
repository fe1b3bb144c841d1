import type { Json } from '../../plain/json.ts';
import type { Scope } from '../../plain/scope.ts';
import { kindFromName, type Field } from '../claims/index.ts';

/** Houses of these have a public door; the address of an association or an initiative can be somebody's home. */
const PUBLIC_HOUSES: ReadonlySet<string> = new Set(['carrier', 'administration', 'institution']);

/** Whose eyes a fact of somebody else's list is for: the declared scope, and a public street only for public houses. */
export function scopeOf(field: Field, subject: 'organisation' | 'offer', facts: ReadonlyMap<string, Json>): Scope {
  if (field.neverWider || (field.name !== 'street' && field.name !== 'point')) return field.scope;
  return isPublicHouse(subject, facts) ? 'public' : field.scope;
}

function isPublicHouse(subject: 'organisation' | 'offer', facts: ReadonlyMap<string, Json>): boolean {
  if (subject === 'organisation') {
    const kind = facts.get('kind');
    return typeof kind === 'string' && PUBLIC_HOUSES.has(kind);
  }
  if (facts.get('publicBody') === 'yes') return true;
  const carrier = facts.get('carrier');
  const kind = typeof carrier === 'string' ? kindFromName(carrier) : null;
  return kind !== null && PUBLIC_HOUSES.has(kind);
}
