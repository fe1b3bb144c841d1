import type { Reader } from '../../platform/database/index.ts';
import type { Claim } from './claim.ts';
import { findHidden } from './store-named.ts';
import { NAMING } from './visible.ts';

/** What projections are made from: nobody who is protected or has asked not to be shown is named by another. */
export async function withoutHidden<Said extends Pick<Claim, 'field' | 'value'>>(
  db: Reader,
  claims: readonly Said[],
): Promise<readonly Said[]> {
  const named = claims.flatMap(({ field, value }) => (NAMING.includes(field) ? idsIn(value) : []));
  if (named.length === 0) return claims;
  const hidden = new Set(await findHidden(db, named));
  if (hidden.size === 0) return claims;
  return claims.map((claim) =>
    NAMING.includes(claim.field) ? { ...claim, value: idsIn(claim.value).filter((id) => !hidden.has(id)) } : claim,
  );
}

function idsIn(value: Claim['value']): readonly string[] {
  return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
}
