import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween } from '../../plain/time.ts';
import { endsAlone, keptUntil } from './closure.ts';
import { departuresOn, lastDayAfter, type Leaving } from './leaving.ts';

const FIRST = '2026-11-21';
const day = fc.integer({ min: 0, max: 40 }).map((days) => addDays(FIRST, days));

/** Some partners, of whom some have said to go, each on its own last day. */
const situation = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1 })
  .chain((partners) => fc.tuple(fc.constant(partners), fc.array(fc.option(day), { maxLength: partners.length })))
  .map(([partners, last]) => ({
    partners,
    leavings: last.flatMap((lastDay, at): Leaving[] =>
      lastDay === null ? [] : [leaving(partners[at] ?? '', lastDay)],
    ),
  }));

function leaving(organisation: string, lastDay: string): Leaving {
  return { id: organisation, cooperation: 'x', organisation, declaredOn: FIRST, lastDay, leftOn: null };
}

test('nobody is out before the last day is over, and nobody who has not said so', () => {
  fc.assert(
    fc.property(situation, day, ({ partners, leavings }, today) => {
      for (const { organisation, lastDay } of departuresOn(today, partners, leavings).gone) {
        expect(lastDay < today).toBe(true);
        expect(leavings.some((one) => one.organisation === organisation)).toBe(true);
      }
    }),
  );
});

test('somebody always stays, and it ends exactly when fewer than two would go on', () => {
  fc.assert(
    fc.property(situation, day, ({ partners, leavings }, today) => {
      const { gone, ends } = departuresOn(today, partners, leavings);
      const left = partners.length - gone.length;
      expect(left).toBeGreaterThan(0);
      if (gone.length > 0) expect(ends === 'exit').toBe(left === 1);
      const wishing = leavings.filter(({ lastDay }) => lastDay < today).length;
      if (ends === null) expect(gone).toHaveLength(wishing);
    }),
  );
});

test('a round that was days late does what the rounds of each day would have done', () => {
  fc.assert(
    fc.property(situation, day, ({ partners, leavings }, today) => {
      let inside = partners;
      let ended = null;
      for (let at = FIRST; at <= today && ended === null; at = addDays(at, 1)) {
        const { gone, ends } = departuresOn(at, inside, leavings);
        inside = inside.filter((one) => !gone.some(({ organisation }) => organisation === one));
        ended = ends;
      }
      const { gone, ends } = departuresOn(today, partners, leavings);
      const late = partners.filter((one) => !gone.some(({ organisation }) => organisation === one));
      expect([late, ends]).toEqual([inside, ended]);
    }),
  );
});

test('who has gone already, or is no partner any more, does not go again', () => {
  const gone = { ...leaving('a', FIRST), leftOn: '2026-11-22' };
  expect(departuresOn('2026-12-24', ['a', 'b'], [gone])).toEqual({ gone: [], ends: null });
  expect(departuresOn('2026-12-24', ['b', 'c'], [leaving('a', FIRST)])).toEqual({ gone: [], ends: null });
});

test('the notice is counted in weeks, and without one it is today', () => {
  fc.assert(
    fc.property(day, fc.nat({ max: 52 }), (today, weeks) => {
      expect(daysBetween(today, lastDayAfter(today, weeks))).toBe(weeks * 7);
      expect(lastDayAfter(today, null)).toBe(today);
    }),
  );
});

test('everything stays for five years after the end, or after what was due last', () => {
  expect(keptUntil('2026-11-21', null)).toBe('2031-11-21');
  expect(keptUntil('2026-11-21', '2026-03-01')).toBe('2031-11-21');
  expect(keptUntil('2026-11-21', '2027-06-30')).toBe('2032-06-30');
  expect(keptUntil('2028-02-29', null)).toBe('2033-03-01');
});

test('one alone ends only what binds nobody and sends nobody but one other home', () => {
  expect(endsAlone({ partners: 1, isInForce: false })).toBe(true);
  expect(endsAlone({ partners: 2, isInForce: false })).toBe(true);
  expect(endsAlone({ partners: 2, isInForce: true })).toBe(false);
  expect(endsAlone({ partners: 3, isInForce: false })).toBe(false);
});
