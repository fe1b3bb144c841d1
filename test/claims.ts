import fc from 'fast-check';
import type { Claim } from '../src/areas/claims/index.ts';
import { idFor } from '../src/plain/ids.ts';
import { SCOPES } from '../src/plain/scope.ts';

/** A claim of a list in public, unless said otherwise. */
export function aClaim(more: Partial<Claim> = {}): Claim {
  return {
    id: 1,
    subject: idFor('nujin'),
    field: 'name',
    language: null,
    value: 'Nûjîn',
    source: 1,
    sourceKind: 'list',
    scope: 'public',
    saidAt: new Date('2026-03-01T10:00:00Z'),
    validFrom: null,
    validTo: null,
    confirmedAt: null,
    confirmedByRole: null,
    retractedAt: null,
    ...more,
  };
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
