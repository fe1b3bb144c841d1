import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyClaim, aClaim } from '../../../test/claims.ts';
import type { Claim } from './claim.ts';
import { decide, dissenting, freshness } from './winner.ts';

const MARCH = new Date('2026-03-01T10:00:00Z');
const MAY = new Date('2026-05-01T10:00:00Z');

test('the organisation about itself wins over a newer list and over what a role has confirmed', () => {
  const own = aClaim({ id: 1, sourceKind: 'own', value: 'Frauenverein Nûjîn', saidAt: MARCH });
  const confirmed = aClaim({
    id: 2,
    sourceKind: 'list',
    value: 'Nujin',
    confirmedAt: MAY,
    confirmedByRole: 'coordination',
  });
  const newer = aClaim({ id: 3, sourceKind: 'list', value: 'FV Nujin', saidAt: MAY });
  expect(decide([newer, confirmed, own]).wins).toBe(own);
});

test('what a responsible role has confirmed wins over a newer word that nobody has', () => {
  const confirmed = aClaim({ id: 1, saidAt: MARCH, confirmedAt: MARCH, confirmedByRole: 'coordination' });
  const newer = aClaim({ id: 2, saidAt: MAY, value: 'other' });
  expect(decide([newer, confirmed]).wins).toBe(confirmed);
});

test('among equals the newer word wins, and a confirmation counts as said again', () => {
  const old = aClaim({ id: 1, sourceKind: 'own', saidAt: MARCH, confirmedAt: MAY });
  const newer = aClaim({ id: 2, sourceKind: 'own', saidAt: new Date('2026-04-01T10:00:00Z'), value: 'other' });
  expect(decide([old, newer]).wins).toBe(old);
  expect(freshness(old)).toBe(MAY.getTime());
});

test('the order of claims never decides, and none is lost', () => {
  fc.assert(
    fc.property(
      fc
        .array(anyClaim(), { maxLength: 8 })
        .chain((claims) => fc.tuple(fc.constant(claims), fc.shuffledSubarray(claims, { minLength: claims.length }))),
      ([claims, shuffled]) => {
        const first = decide(claims);
        const again = decide(shuffled);
        expect(sayings(again)).toEqual(sayings(first));
        expect(sayings(first)).toHaveLength(claims.length);
      },
    ),
  );
});

test('taking a loser away never changes the winner', () => {
  fc.assert(
    fc.property(fc.array(anyClaim(), { minLength: 2, maxLength: 8 }), fc.nat(), (claims, pick) => {
      const { wins, others } = decide(claims);
      const gone = others[pick % others.length];
      expect(decide(claims.filter((claim) => claim !== gone)).wins).toBe(wins);
    }),
  );
});

test('only those dissent who say something else than the winner', () => {
  fc.assert(
    fc.property(fc.array(anyClaim(), { maxLength: 8 }), (claims) => {
      const { wins } = decide(claims);
      const dissent = dissenting(claims);
      for (const claim of claims)
        expect(dissent.includes(claim)).toBe(JSON.stringify(claim.value) !== JSON.stringify(wins?.value));
    }),
  );
});

test('nobody wins where nobody has said anything', () => {
  expect(decide([])).toEqual({ wins: null, others: [] });
  expect(dissenting([])).toEqual([]);
});

function sayings({ wins, others }: { wins: Claim | null; others: readonly Claim[] }): readonly number[] {
  return [...(wins === null ? [] : [wins]), ...others].map(({ id }) => id);
}
