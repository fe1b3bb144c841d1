import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aClaim } from '../../../test/claims.ts';
import { narrowest, SCOPES, type Scope } from '../../plain/scope.ts';
import { loadWords } from '../../platform/words/index.ts';
import { ORGANISATION_FIELDS } from '../organisations/index.ts';
import type { Claim } from './claim.ts';
import { adoptableOf, readAdopted } from './forms-adopt.ts';
import { changesOf } from './forms-change.ts';
import { scopeNow, type Desk, type Word } from './forms-desk.ts';
import { inputName, takeName } from './forms-names.ts';
import { readWishes } from './forms-read.ts';
import { project } from './project.ts';

const phone = ORGANISATION_FIELDS.fields.get('phone')!;
const contact = ORGANISATION_FIELDS.fields.get('contactFunction')!;
const words = loadWords('src', { strict: false }).in('de');
const widthOf = (scope: Scope) => SCOPES.indexOf(scope);

const claimOf = (more: Partial<Claim>) => aClaim({ field: 'phone', value: '+493711234567', ...more });

function deskOf(...laid: readonly Word[]): Desk {
  return { voice: { kind: 'own', speaker: 'x' }, base: '', words: laid };
}

function word(claims: readonly Claim[], field = phone): Word {
  return { field, language: null, mine: null, others: claims.map((claim) => ({ claim, source: undefined })) };
}

/** Claims about the fields of an organisation, each in a scope of its own. */
const aDesk = fc
  .array(
    fc.record({ field: fc.constantFrom(...ORGANISATION_FIELDS.fields.values()), scope: fc.constantFrom(...SCOPES) }),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((said) =>
    deskOf(
      ...[...new Map(said.map((one) => [one.field.name, one])).values()].map(({ field, scope }, index) =>
        word([claimOf({ id: index + 1, field: field.name, value: `Wert ${index}`, scope })], field),
      ),
    ),
  );

test('whatever is adopted, nobody reads more than before', () => {
  fc.assert(
    fc.property(aDesk, (desk) => {
      const typed = Object.fromEntries(desk.words.map((one) => [takeName(one), String(one.others[0]?.claim.id)]));
      const before = desk.words.flatMap(({ others }) => others.map(({ claim }) => claim));
      const read = readAdopted(desk, {
        ...Object.fromEntries(adoptableOf(desk).map(({ word: one, claim }) => [takeName(one), String(claim.id)])),
        ...typed,
      });
      const { say } = changesOf(desk, read.ok ? read.value : []);
      const after = say.map((one, index) => claimOf({ ...one, id: 100 + index, sourceKind: 'own', source: 2 }));
      const readBy = (claims: readonly Claim[], scope: Scope) =>
        project(ORGANISATION_FIELDS, 'x', claims)
          .filter((part) => widthOf(part.scope) <= widthOf(scope))
          .flatMap(({ facts }) => Object.keys(facts));
      expect(say.length).toBe(adoptableOf(desk).length);
      for (const scope of SCOPES)
        expect(readBy(before, scope)).toEqual(expect.arrayContaining(readBy([...before, ...after], scope)));
    }),
  );
});

test('everything that only others say is adopted as it stands; what is unticked is left to them', () => {
  const [one, other] = [claimOf({ id: 1 }), claimOf({ id: 2, field: 'contactFunction', value: 'Beratung' })];
  const desk = deskOf(word([one]), word([other], contact));
  const all = readAdopted(desk, { [takeName(desk.words[0]!)]: '1', [takeName(desk.words[1]!)]: '2' });
  expect(all.ok && all.value.map(({ value }) => value)).toEqual([one.value, 'Beratung']);
  const some = readAdopted(desk, { [takeName(desk.words[1]!)]: '2' });
  expect(some.ok && some.value.map(({ value }) => value)).toEqual(['Beratung']);
});

test('what does not hold any more is not adopted by chance: it is looked at again', () => {
  const desk = deskOf(word([claimOf({ id: 2, value: '+493710000000' })]));
  expect(readAdopted(desk, { [takeName(desk.words[0]!)]: '1' })).toEqual({ ok: false, issue: 'movedOn' });
});

test('the name of a person in place of a function is not offered', () => {
  expect(adoptableOf(deskOf(word([claimOf({ value: 'Frau Anna Schmidt' })], contact)))).toEqual([]);
});

test('a tick beside a field opens nothing either, whatever the declaration would allow', () => {
  const desk = deskOf(word([claimOf({ id: 8, scope: 'partner' })]));
  expect(scopeNow(desk, phone, 'public')).toBe('partner');
  const [place] = desk.words;
  const read = readWishes({
    desk,
    fields: [phone],
    typed: { [inputName(place!)]: '', [takeName(place!)]: '8' },
    words,
    country: 'DE',
    readPlace: () => ({ ok: true, value: null }),
    declaredScope: () => 'public',
  });
  expect(read.ok && changesOf(desk, read.value).say).toMatchObject([{ scope: 'partner' }]);
});

test('the narrowest of some scopes is the one that the fewest read', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...SCOPES), { minLength: 1 }), (scopes) => {
      const found = narrowest(scopes);
      expect(scopes).toContain(found);
      for (const scope of scopes) expect(widthOf(found)).toBeGreaterThanOrEqual(widthOf(scope));
    }),
  );
});
