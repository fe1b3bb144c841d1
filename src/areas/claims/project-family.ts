import type { Claim } from './claim.ts';
import type { FieldSet } from './field.ts';
import { project, type Facts, type Projected } from './project.ts';
import { isSpoken } from './spoken.ts';
import { NAMES } from './store-protected.ts';

/**
 * The projection of a family from the claims about all its members. Where a member goes by another name in public, it
 * is found by that too. Pure.
 */
export function projectFamily(fields: FieldSet, head: string, claims: readonly Claim[]): readonly Projected[] {
  const projected = project(fields, head, claims);
  const members = Map.groupBy(claims, ({ subject }) => subject);
  if (members.size < 2) return projected;
  const said = [...members].flatMap(([member, own]) => namesIn(publicOf(project(fields, member, own))));
  return projected.map((part) => {
    if (part.scope !== 'public' || part.facts['name'] === undefined) return part;
    const shown = namesIn(part.facts);
    return { ...part, alsoNamed: [...new Set(said)].filter((name) => !shown.includes(name)).toSorted() };
  });
}

function publicOf(projected: readonly Projected[]): Facts {
  return projected.find(({ scope }) => scope === 'public')?.facts ?? {};
}

function namesIn(facts: Facts): readonly string[] {
  return NAMES.flatMap((field) => {
    const value = facts[field];
    return (isSpoken(value) ? Object.values(value) : [value]).filter((name) => typeof name === 'string');
  });
}
