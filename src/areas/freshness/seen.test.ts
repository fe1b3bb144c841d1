import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seenOf } from './seen.ts';

const fact = fc.record({
  field: fc.constantFrom('name', 'phone', 'place'),
  language: fc.option(fc.constantFrom('de', 'ar')),
  value: fc.oneof(fc.string({ maxLength: 9 }), fc.record({ name: fc.string({ maxLength: 9 }) })),
});

test('the same facts in any order have been seen alike', () => {
  fc.assert(
    fc.property(fc.array(fact), (facts) => {
      expect(seenOf(facts.toReversed())).toBe(seenOf(facts));
    }),
  );
});

test('a changed, a new and a missing fact have not been seen', () => {
  fc.assert(
    fc.property(fc.array(fact), fact, fc.nat(), (facts, other, at) => {
      expect(seenOf([...facts, other])).not.toBe(seenOf(facts));
      if (facts.length === 0) return;
      const place = at % facts.length;
      expect(seenOf(facts.toSpliced(place, 1))).not.toBe(seenOf(facts));
      const changed = facts.with(place, { ...other, value: { name: 'x'.repeat(20) } });
      expect(seenOf(changed)).not.toBe(seenOf(facts));
    }),
  );
});
