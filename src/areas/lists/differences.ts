import { canonical } from '../../plain/json.ts';
import { dayOf, type Day } from '../../plain/time.ts';
import type { StoredClaim } from '../claims/index.ts';
import type { Change, RowFact } from './import.ts';

export interface Differences {
  /** What is to be said anew. */
  readonly says: readonly RowFact[];
  /** Ids of the earlier claims that end. */
  readonly ends: readonly number[];
  readonly changes: readonly Change[];
}

/**
 * What changed between the claims a list stands by and what its row says now. A day of checking
 * that moved on is a change of its own: everything is said again, with the new day.
 */
export function differences(
  facts: readonly RowFact[],
  checkedOn: Day | null,
  claims: readonly StoredClaim[],
): Differences {
  const before = new Map(claims.map((claim) => [slot(claim.field, claim.language), claim]));
  const now = new Map(facts.map((fact) => [slot(fact.field, fact.language), fact]));
  const changes: Change[] = [];
  for (const [key, fact] of now) {
    const old = before.get(key);
    if (old === undefined) changes.push({ field: fact.field, language: fact.language, new: fact.value });
    else if (canonical(old.value) !== canonical(fact.value)) {
      changes.push({ field: fact.field, language: fact.language, old: old.value, new: fact.value });
    }
  }
  for (const [key, old] of before) {
    if (!now.has(key)) changes.push({ field: old.field, language: old.language, old: old.value });
  }
  const checkedBefore = claims.map((claim) => claim.confirmedAt).find((at) => at !== null);
  const dayBefore = checkedBefore === undefined || checkedBefore === null ? null : dayOf(checkedBefore);
  if (dayBefore !== checkedOn && claims.length > 0) {
    changes.push({
      field: 'checkedOn',
      language: null,
      ...(dayBefore === null ? {} : { old: dayBefore }),
      ...(checkedOn === null ? {} : { new: checkedOn }),
    });
    return { says: facts, ends: claims.map((claim) => claim.id), changes };
  }
  const kept = new Set(
    [...before]
      .filter(([key, old]) => {
        const fact = now.get(key);
        return fact !== undefined && canonical(fact.value) === canonical(old.value) && fact.scope === old.scope;
      })
      .map(([key]) => key),
  );
  return {
    says: facts.filter((fact) => !kept.has(slot(fact.field, fact.language))),
    ends: claims.filter((claim) => !kept.has(slot(claim.field, claim.language))).map((claim) => claim.id),
    changes,
  };
}

function slot(field: string, language: string | null): string {
  return `${field}/${language ?? ''}`;
}
