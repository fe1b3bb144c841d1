import { saying } from '../../plain/words.ts';
import type { CooperationPart } from '../cooperations/index.ts';
import { alongPath } from './archive-paths.ts';

/** Everything of a cooperation can be taken along, at any time. */
export const TAKE_ALONG_PART: CooperationPart = {
  name: 'along',
  load:
    async () =>
    ({ cooperation }) => ({
      stage: null,
      open: [],
      links: [{ text: saying('agreements.along.pointer'), href: alongPath(cooperation) }],
    }),
};
