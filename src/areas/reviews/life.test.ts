import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lifeOf, mayBecome, type LifeFacts } from './life.ts';

const facts: fc.Arbitrary<LifeFacts> = fc.record({
  partners: fc.integer({ min: 1, max: 4 }),
  isAsked: fc.boolean(),
  hasAgreement: fc.boolean(),
  isInForce: fc.boolean(),
  closure: fc.option(fc.constantFrom('together' as const, 'exit' as const, 'nothing' as const)),
});

test('what has ended has ended, whatever else stands there', () => {
  fc.assert(
    fc.property(facts, (of) => {
      expect(lifeOf(of) === 'ended').toBe(of.closure !== null);
      if (of.closure !== null) expect(mayBecome('ended', lifeOf({ ...of, closure: null }))).toBe(false);
    }),
  );
});

test('one more fact never leads to a stage that may not follow', () => {
  fc.assert(
    fc.property(facts, (of) => {
      const from = lifeOf(of);
      const next: readonly LifeFacts[] = [
        { ...of, isAsked: true },
        { ...of, partners: of.partners + 1 },
        { ...of, hasAgreement: true },
        ...(of.hasAgreement ? [{ ...of, isInForce: true }] : []),
        { ...of, closure: of.closure ?? 'nothing' },
      ];
      for (const to of next.map(lifeOf)) expect([from, to, mayBecome(from, to)]).toEqual([from, to, true]);
    }),
  );
});
