import fc from 'fast-check';
import type { Claim, insertSource, NewClaim } from '../src/areas/claims/index.ts';
import { idFor } from '../src/plain/ids.ts';
import { SCOPES } from '../src/plain/scope.ts';

/** A list that is taken over, unless said otherwise. */
export function aSource(retrievedAt: Date, more: Partial<NewSource> = {}): NewSource {
  return { kind: 'list', speaker: null, publisher: 'Amt', licence: 'CC0', takedownContact: '', retrievedAt, ...more };
}

type NewSource = Parameters<typeof insertSource>[1];

/** What a list says in public, unless said otherwise. */
export function newClaim(
  said: Pick<NewClaim, 'subject' | 'field' | 'value' | 'source' | 'saidAt'> & Partial<NewClaim>,
): NewClaim {
  const open = { validFrom: null, validTo: null, confirmedAt: null, confirmedByRole: null };
  return { language: null, sourceKind: 'list', scope: 'public', ...open, ...said };
}

/** One with a number. */
export function aClaim(more: Partial<Claim> = {}): Claim {
  const said = { subject: idFor('nujin'), field: 'name', value: 'Nûjîn', source: 1 };
  return { id: 1, retractedAt: null, ...newClaim({ ...said, saidAt: new Date('2026-03-01T10:00:00Z') }), ...more };
}

let lastId = 0;

/** Claims about one subject with few values, moments and sources, so that ties happen often. Each has its own id. */
export function anyClaim(more: Partial<Claim> = {}): fc.Arbitrary<Claim> {
  const moment = fc.integer({ min: 0, max: 4 }).map((day) => new Date(Date.UTC(2026, 2, 1 + day, 10)));
  return fc
    .record({
      field: fc.constantFrom('name', 'description', 'mailbox'),
      language: fc.constantFrom(null, 'de', 'ar'),
      value: fc.constantFrom('one', 'two', 'three'),
      source: fc.integer({ min: 1, max: 3 }),
      sourceKind: fc.constantFrom('own', 'role', 'list', 'city'),
      scope: fc.constantFrom(...SCOPES),
      saidAt: moment,
      confirmation: fc.option(
        fc.record({ confirmedAt: moment, confirmedByRole: fc.constantFrom('coordination', 'speaker') }),
      ),
      retractedAt: fc.option(moment),
    })
    .map(({ confirmation, ...claim }) => aClaim({ ...claim, ...confirmation, id: (lastId += 1), ...more }));
}
