import type { Step } from '../../../platform/database/index.ts';
import { wallInProjection } from '../../claims/index.ts';

/** Who reads what, since there are accounts. */
export const networksReadersStep: Step = {
  name: '2026-11-21-networks-readers',
  up: (db) => wallInProjection(db, 'network'),
};
