import type { Reader } from '../../platform/database/index.ts';
import type { Claim } from './claim.ts';
import { familiesOf, type Families } from './store-family.ts';
import { NAMING } from './visible.ts';

type Said = Pick<Claim, 'field' | 'value'>;

/**
 * What projections are made from: nobody who is protected or has asked not to be shown is named by another, and who
 * was forwarded goes by the one that they count as now.
 */
export async function withoutHidden<Each extends Said>(db: Reader, claims: readonly Each[]): Promise<readonly Each[]> {
  return withNamed(db, claims, (families, id) => {
    const veil = families.known.get(id)?.veil;
    return veil === undefined || (!veil.isProtected && !veil.isWithdrawn);
  });
}

/** The same with everybody who is named, for readers whom the wall lets read it. */
export async function withHeads<Each extends Said>(db: Reader, claims: readonly Each[]): Promise<readonly Each[]> {
  return withNamed(db, claims, () => true);
}

async function withNamed<Each extends Said>(
  db: Reader,
  claims: readonly Each[],
  isNamed: (families: Families, id: string) => boolean,
): Promise<readonly Each[]> {
  const named = claims.flatMap(({ field, value }) => (NAMING.includes(field) ? idsIn(value) : []));
  if (named.length === 0) return claims;
  const families = await familiesOf(db, named);
  const isForwarded = (id: string) => families.headOf(id) !== id;
  return claims.map((claim) => {
    if (!NAMING.includes(claim.field)) return claim;
    const ids = idsIn(claim.value).filter((id) => isNamed(families, id));
    return { ...claim, value: ids.some(isForwarded) ? [...new Set(ids.map(families.headOf))].toSorted() : ids };
  });
}

function idsIn(value: Claim['value']): readonly string[] {
  return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
}
