import { dayOf, type Day } from '../../plain/time.ts';
import type { Claim } from './claim.ts';

/**
 * The claims as they were known on a day and held on that day ("Stand am …"):
 * said by then, not yet taken back by then, and the day inside their validity
 * (closed at the start, open at the end). A later confirmation was not known yet.
 */
export function standOn(day: Day, claims: readonly Claim[]): readonly Claim[] {
  return claims
    .filter(
      (claim) =>
        dayOf(claim.saidAt) <= day &&
        (claim.retractedAt === null || dayOf(claim.retractedAt) > day) &&
        (claim.validFrom === null || claim.validFrom <= day) &&
        (claim.validTo === null || claim.validTo > day),
    )
    .map((claim) =>
      claim.confirmedAt !== null && dayOf(claim.confirmedAt) > day
        ? { ...claim, confirmedAt: null, confirmedByRole: null }
        : claim,
    );
}

/** The claims that nobody has taken back or replaced. */
export function standing(claims: readonly Claim[]): readonly Claim[] {
  return claims.filter((claim) => claim.retractedAt === null);
}
