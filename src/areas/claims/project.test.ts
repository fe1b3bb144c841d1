import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aClaim, anyClaim } from '../../../test/claims.ts';
import { REGISTER } from '../../app/register.ts';
import { canonical } from '../../plain/json.ts';
import { project } from './project.ts';
import { decide } from './winner.ts';

const { organisation } = REGISTER.fields;
const subject = aClaim().subject;

test('each scope holds its own facts only', () => {
  const parts = project(organisation, subject, [
    aClaim({ id: 1, field: 'mailbox', value: 'kontakt@nujin.example' }),
    aClaim({ id: 2, field: 'street', value: 'Löwenplatz 3', scope: 'partner' }),
  ]);
  expect(parts).toHaveLength(2);
  expect(parts.find(({ scope }) => scope === 'public')?.facts).toEqual({ mailbox: 'kontakt@nujin.example' });
  expect(parts.find(({ scope }) => scope === 'partner')?.facts).toEqual({ street: 'Löwenplatz 3' });
});

test('what the organisation keeps to partners is not said to strangers by a list', () => {
  const parts = project(organisation, subject, [
    aClaim({ id: 1, field: 'mailbox', value: 'innen@nujin.example', sourceKind: 'own', scope: 'partner' }),
    aClaim({ id: 2, field: 'mailbox', value: 'alt@nujin.example', sourceKind: 'list', scope: 'public' }),
  ]);
  expect(parts).toHaveLength(1);
  expect(parts[0]).toMatchObject({ scope: 'partner', facts: { mailbox: 'innen@nujin.example' } });
});

test('a field in several languages holds one winner for each', () => {
  const [part] = project(organisation, subject, [
    aClaim({ id: 1, language: 'de', value: 'Frauenverein' }),
    aClaim({ id: 2, language: 'ar', value: 'جمعية النساء' }),
    aClaim({ id: 3, language: null, value: 'Nûjîn' }),
  ]);
  expect(part?.facts['name']).toEqual({ de: 'Frauenverein', ar: 'جمعية النساء', und: 'Nûjîn' });
});

test('a claim about a field that is not declared shows nowhere', () => {
  expect(project(organisation, subject, [aClaim({ field: 'shoe size', value: '43' })])).toEqual([]);
});

test('the order of claims changes no byte of what they add up to', () => {
  fc.assert(
    fc.property(
      fc
        .array(anyClaim(), { maxLength: 10 })
        .chain((claims) => fc.tuple(fc.constant(claims), fc.shuffledSubarray(claims, { minLength: claims.length }))),
      ([claims, shuffled]) => {
        expect(bytes(shuffled)).toBe(bytes(claims));
      },
    ),
  );
  function bytes(claims: Parameters<typeof project>[2]): string {
    const parts = project(organisation, subject, claims).toSorted((a, b) => (a.scope < b.scope ? -1 : 1));
    return canonical(parts.map(({ scope, facts, confirmedOn, saidOn }) => ({ scope, facts, confirmedOn, saidOn })));
  }
});

test('nothing that a narrower winner keeps appears in a wider scope', () => {
  fc.assert(
    fc.property(fc.array(anyClaim({ field: 'mailbox', language: null }), { minLength: 1, maxLength: 6 }), (claims) => {
      const { wins } = decide(claims);
      const parts = project(organisation, subject, claims);
      expect(parts.map(({ scope }) => scope)).toEqual([wins?.scope]);
    }),
  );
});
