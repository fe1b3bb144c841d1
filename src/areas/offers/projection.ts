import { fold } from '../../plain/text.ts';
import type { Projection } from '../claims/index.ts';

export const offerProjection: Projection = {
  table: 'offer',
  of: ['offer'],
  columns: ({ facts, confirmedOn, saidOn }) => ({
    facts,
    carrier_key: typeof facts['carrier'] === 'string' ? fold(facts['carrier']) : null,
    confirmed_on: confirmedOn,
    said_on: saidOn,
  }),
};
