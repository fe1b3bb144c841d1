import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../plain/time.ts';
import { isWaiting, parkAnew, type Parked } from './parking.ts';

const ON = '2026-11-22';
const day = fc.integer({ min: 1, max: 5 }).map((days) => addDays(ON, days));
const topics = fc.record({ de: fc.constantFrom('Krieg', 'Geld', 'Miete', 'Schule') }, { requiredKeys: ['de'] });
const place = fc.uniqueArray(fc.record({ topics, day }), { selector: (one) => one.topics.de, maxLength: 3 });
const plain = ({ topics: said, day: on }: Parked) => ({ topics: said, day: on });

test('whatever is parked, moved and taken out: what is wanted waits, nothing vanishes, and the same again changes nothing', () => {
  fc.assert(
    fc.property(place, fc.array(place, { maxLength: 6 }), (first, wishes) => {
      let parked: readonly Parked[] = first;
      for (const wanted of wishes) {
        const before = parked;
        parked = parkAnew(before, wanted, ON);
        expect(parked.filter(isWaiting).map(plain)).toEqual(wanted);
        for (const { topics: was } of before) expect(parked.map((one) => one.topics)).toContainEqual(was);
        expect(parkAnew(parked, wanted, addDays(ON, 1))).toEqual(parked);
      }
    }),
  );
});

test('a topic stays the same when it is said in one more language, or in better words in one of two', () => {
  const war = { topics: { de: 'Der Krieg' }, day: '2027-01-10' };
  const said = { topics: { de: 'Der Krieg', ar: 'الحرب' }, day: '2027-01-10' };
  const better = { topics: { de: 'Krieg und Frieden', ar: 'الحرب' }, day: '2027-01-10' };
  expect(parkAnew(parkAnew([war], [said], ON), [better], ON)).toEqual([better]);
});
