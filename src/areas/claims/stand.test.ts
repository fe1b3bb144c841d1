import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aClaim, anyClaim } from '../../../test/claims.ts';
import { standing, standOn } from './stand.ts';

const at = (day: string) => new Date(`${day}T10:00:00Z`);

test('on a day only what had been said by then is known', () => {
  const claims = [aClaim({ id: 1, saidAt: at('2026-03-01') }), aClaim({ id: 2, saidAt: at('2026-04-01') })];
  expect(standOn('2026-03-31', claims).map(({ id }) => id)).toEqual([1]);
  expect(standOn('2026-04-01', claims).map(({ id }) => id)).toEqual([1, 2]);
});

test('what was taken back later still stood on the day', () => {
  const claims = [aClaim({ saidAt: at('2026-03-01'), retractedAt: at('2026-05-01') })];
  expect(standOn('2026-04-30', claims)).toHaveLength(1);
  expect(standOn('2026-05-01', claims)).toHaveLength(0);
});

test('a claim holds from its first day on and no longer on its last', () => {
  const claims = [aClaim({ saidAt: at('2026-01-01'), validFrom: '2026-03-01', validTo: '2026-06-01' })];
  expect(['2026-02-28', '2026-03-01', '2026-05-31', '2026-06-01'].map((day) => standOn(day, claims).length)).toEqual([
    0, 1, 1, 0,
  ]);
});

test('a later confirmation was not known on the day', () => {
  const claims = [aClaim({ saidAt: at('2026-03-01'), confirmedAt: at('2026-05-01'), confirmedByRole: 'coordination' })];
  expect(standOn('2026-04-01', claims)[0]).toMatchObject({ confirmedAt: null, confirmedByRole: null });
  expect(standOn('2026-05-01', claims)[0]).toMatchObject({ confirmedByRole: 'coordination' });
});

test('a day after everything gives what stands now', () => {
  fc.assert(
    fc.property(fc.array(anyClaim(), { maxLength: 8 }), (claims) => {
      expect(standOn('2027-01-01', claims)).toEqual(standing(claims));
    }),
  );
});

test('what is said or taken back after a day changes nothing about it', () => {
  fc.assert(
    fc.property(
      fc.array(anyClaim({ saidAt: at('2026-03-02') }), { maxLength: 5 }),
      fc.array(anyClaim({ saidAt: at('2026-03-09') }), { maxLength: 5 }),
      (before, after) => {
        expect(standOn('2026-03-08', [...before, ...after])).toEqual(standOn('2026-03-08', before));
      },
    ),
  );
});
