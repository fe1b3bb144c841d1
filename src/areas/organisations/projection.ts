import { fold } from '../../plain/text.ts';
import type { Projected, Projection } from '../claims/index.ts';

export const organisationProjection: Projection = {
  table: 'organisation',
  of: ['organisation'],
  columns: ({ facts, alsoNamed, confirmedOn, saidOn }) => ({
    facts,
    name_keys: nameKeys(facts, alsoNamed),
    confirmed_on: confirmedOn,
    said_on: saidOn,
  }),
};

function nameKeys(facts: Projected['facts'], alsoNamed: readonly string[] = []): string[] {
  const names = facts['name'];
  if (names === null || typeof names !== 'object') return [];
  const keys = [...Object.values(names), ...alsoNamed].filter((name) => typeof name === 'string').map(fold);
  return [...new Set(keys)].filter((key) => key !== '').toSorted();
}
