import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openGazetteer } from '../places/index.ts';
import { choose, type Choice } from './choose.ts';
import { ALL_OF, FACETS, FACET_VALUES, type FacetName } from './codes.ts';
import { createEntryIndex, dayNumber } from './entry-index.ts';
import { match } from './match.ts';

const PLACE = 'DE-14511-chemnitz';
const centre = openGazetteer().centreOf(PLACE) ?? { lat: 0, lon: 0 };
const VALUES: Readonly<Record<FacetName, readonly string[]>> = { ...FACET_VALUES, language: ['ar', 'kmr', 'uk'] };
const today = dayNumber('2026-11-21');

const some = (facet: FacetName) => fc.subarray([...VALUES[facet]]);
const chosen = fc.record({
  field: some('field'),
  language: some('language'),
  group: some('group'),
  day: some('day'),
  condition: some('condition'),
  kind: some('kind'),
});
const entry = fc.record({
  codes: chosen,
  here: fc.boolean(),
  ended: fc.boolean(),
  north: fc.double({ min: 0, max: 1, noNaN: true }),
});
const area = fc.constantFrom<Choice['area']>(null, { place: PLACE }, { centre, km: 30 });

test('every count is what would be found if that value were chosen', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 25 }), chosen, area, (entries, wish, where) => {
      const index = createEntryIndex();
      for (const [order, { codes, here, ended, north }] of entries.entries()) {
        index.put({
          subject: `00000000-0000-7000-8000-${String(order).padStart(12, '0')}`,
          kind: 'offer',
          since: 0,
          until: null,
          codes: [
            ...FACETS.flatMap((facet) => codes[facet].map((value) => `${facet}:${value}`)),
            ...(here ? [`place:${PLACE}`] : []),
          ],
          nameTerms: 'haus',
          strongTerms: '',
          terms: '',
          lat: centre.lat + north,
          lon: centre.lon,
          confirmedOn: null,
          saidOn: '2026-01-01',
          endsOn: ended ? '2026-01-02' : null,
        });
      }
      const ask = (of: Choice['chosen']) =>
        choose(index, match(index, []), { chosen: of, area: where, today, order: 'quality' }, 100);
      const found = ask(wish);
      for (const facet of FACETS) {
        for (const value of VALUES[facet]) {
          const more = ALL_OF.has(facet) ? [...new Set([...wish[facet], value])] : [value];
          expect(found.counts.get(`${facet}:${value}`) ?? 0, `${facet}:${value}`).toBe(
            ask({ ...wish, [facet]: more }).total,
          );
        }
      }
      expect(found.slots).toHaveLength(found.total);
    }),
    { numRuns: 60 },
  );
});
