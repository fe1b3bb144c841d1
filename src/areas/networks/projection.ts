import type { Json } from '../../plain/json.ts';
import { fold } from '../../plain/text.ts';
import type { Projection } from '../claims/index.ts';
import { membersOf } from './members.ts';

export const networkProjection: Projection = {
  table: 'network',
  of: ['network'],
  columns: ({ facts, confirmedOn, saidOn }) => ({
    facts,
    name_key: nameKey(facts['name']),
    members: membersOf(facts['members']),
    confirmed_on: confirmedOn,
    said_on: saidOn,
  }),
};

/** One order for all readers: by the German name, or else by the first there is. */
function nameKey(names: Json | undefined): string | null {
  if (names === undefined || names === null || typeof names !== 'object') return null;
  const spoken = new Map(Object.entries(names));
  const [first] = [...spoken.keys()].toSorted();
  const name = spoken.get('de') ?? spoken.get('und') ?? spoken.get(first ?? '');
  return typeof name === 'string' ? fold(name) : null;
}
