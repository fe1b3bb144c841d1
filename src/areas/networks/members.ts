import type { Json } from '../../plain/json.ts';

/** The ids of a network's members. */
export function membersOf(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
}
