import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NotFoundError } from '../../platform/errors.ts';
import { STRANGER, type Actor } from '../../plain/actor.ts';
import { ownOf, voicesOf } from './own.ts';

const organisation = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const world = fc.record({
  partners: fc.uniqueArray(organisation, { minLength: 1 }),
  organisations: fc.uniqueArray(organisation),
  alsoAs: fc.uniqueArray(organisation),
  actingFor: fc.option(organisation, { nil: undefined }),
  asked: fc.option(organisation, { nil: null }),
});

function speaking(organisations: readonly string[], alsoAs: readonly string[], actingFor: string | undefined): Actor {
  const chosen = actingFor === undefined ? {} : { actingFor };
  return { kind: 'account', session: 's', account: 'x', organisations, alsoAs, isAdmitted: false, ...chosen };
}

test('one is always here for a partner that one speaks for, under whichever id it came, as the form says, else as was chosen, else for the first', () => {
  fc.assert(
    fc.property(world, ({ partners, organisations, alsoAs, actingFor, asked }) => {
      const actor = speaking(organisations, alsoAs, actingFor);
      const rows = partners.map((one) => ({ organisation: one }));
      const theirs = partners.filter((one) => organisations.includes(one) || alsoAs.includes(one));
      expect(voicesOf(actor, rows)).toEqual(theirs);
      const chosen = theirs.find((one) => one === actingFor);
      if (theirs.length === 0 || (asked !== null && !theirs.includes(asked)))
        expect(() => ownOf(actor, rows, asked)).toThrow(NotFoundError);
      else expect(ownOf(actor, rows, asked)).toBe(asked ?? chosen ?? theirs[0]);
    }),
  );
});

test('whoever is nobody, keeps the register or is the program speaks for no partner', () => {
  for (const actor of [STRANGER, { kind: 'operator', session: 's' }, { kind: 'system', task: 'test' }] as const)
    expect(() => ownOf(actor, [{ organisation: 'a' }])).toThrow(NotFoundError);
});
