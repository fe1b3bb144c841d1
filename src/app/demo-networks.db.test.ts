import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../test/database.ts';
import { isValue, type NewClaim } from '../areas/claims/index.ts';
import { inventCounty } from '../engines/rhoenau/index.ts';
import { system } from '../plain/actor.ts';
import type { Database } from '../platform/database/index.ts';
import { networkClaims } from './demo-networks.ts';
import { MIGRATIONS } from './migrations.ts';
import { REGISTER } from './register.ts';

let database: Database;
let claims: readonly NewClaim[];

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  const county = inventCounty({ seed: 1, scale: 1, today: '2026-11-21' });
  claims = await database.as(system('test')).write((tx) => networkClaims(tx, county, new Date('2026-11-21T09:00:00Z')));
});
afterAll(() => database.close());

test('everything that is said of the invented networks fits its field', () => {
  expect(new Set(claims.map(({ subject }) => subject)).size).toBe(11);
  for (const { field, language, value } of claims) {
    const declared = REGISTER.fields.network.fields.get(field);
    expect(declared !== undefined && isValue(declared, value), JSON.stringify({ field, value })).toBe(true);
    expect(declared?.perLanguage).toBe(language !== null);
  }
});

test('who belongs is public for all of them but the one where it could bring trouble', () => {
  const scopes = claims.filter(({ field }) => field === 'members').map(({ scope }) => scope);
  expect(scopes.toSorted()).toEqual(['network', ...Array.from({ length: 10 }, () => 'public')]);
});
