import { canonical } from '../../plain/json.ts';
import type { Claim } from './claim.ts';

/**
 * Which of several claims about one field of one subject (in one language) holds:
 *
 * 1. the organisation about itself before everybody else
 * 2. what a responsible role has confirmed before what nobody has
 * 3. the newer word (said or confirmed) before the older
 * 4. at a tie the later source, then the value in canonical order, so that the order of rows never decides
 *
 * Nothing is dropped: the others come back in the same order, as "others say".
 */
export function decide(claims: readonly Claim[]): { readonly wins: Claim | null; readonly others: readonly Claim[] } {
  const [wins, ...others] = claims.toSorted(compare);
  return { wins: wins ?? null, others };
}

/** The losers that really say something else than the winner. */
export function dissenting(claims: readonly Claim[]): readonly Claim[] {
  const { wins, others } = decide(claims);
  if (wins === null) return [];
  const said = canonical(wins.value);
  return others.filter((other) => canonical(other.value) !== said);
}

function compare(a: Claim, b: Claim): number {
  return (
    rank(b) - rank(a) ||
    freshness(b) - freshness(a) ||
    b.source - a.source ||
    order(canonical(a.value), canonical(b.value)) ||
    a.id - b.id
  );
}

function rank(claim: Claim): number {
  if (claim.sourceKind === 'own') return 2;
  return claim.confirmedByRole === null ? 0 : 1;
}

/** Milliseconds of the last time somebody stood by the claim. */
export function freshness(claim: Pick<Claim, 'saidAt' | 'confirmedAt'>): number {
  return Math.max(claim.saidAt.getTime(), claim.confirmedAt?.getTime() ?? 0);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
