import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readOffered, typedOffer } from './forms-offer.ts';
import { asAnswers, offerIn, WAYS, type Offered } from './offer.ts';
import { isAnswered } from './plan.ts';

const written = fc.stringMatching(/^[a-zäöüşğ]{1,12}( [a-zäöüşğ]{1,12}){0,4}$/);
const offered = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...WAYS), written, { noNullPrototype: true }),
    fc.option(fc.integer({ min: 1, max: 9_999_999 }), { nil: undefined }),
  )
  .map(([words, money]): Offered => (money === undefined ? { words } : { words, money }));
const isSomething = ({ words, money }: Offered) => money !== undefined || Object.keys(words).length > 0;

test('what is offered is read from a plan as it was written into it, and nothing is no answer', () => {
  fc.assert(
    fc.property(offered, (said) => {
      const answers = Object.fromEntries(Object.entries(asAnswers(said)).filter(([, text]) => text !== ''));
      expect(offerIn(answers)).toEqual(isSomething(said) ? said : null);
      expect(isAnswered(answers, 'offer')).toBe(isSomething(said));
    }),
  );
});

test('fields that were filled in and sent as they stand say the same, in every language', () => {
  fc.assert(
    fc.property(offered, fc.constantFrom('de', 'en', 'tr', 'ar', 'uk'), (said, language) => {
      expect(readOffered(typedOffer(said, language), language)).toEqual({ ok: true, value: said });
    }),
  );
});

test('a plan from before there were ways is one in free words', () => {
  expect(offerIn({ offer: '40 € die Stunde\nund ein Raum' })).toEqual({
    words: { other: '40 € die Stunde\nund ein Raum' },
  });
});
