import type { Step } from '../../../platform/database/index.ts';
import { wallInProjection } from '../../claims/index.ts';

/** Who reads what, since there are accounts. */
export const organisationsReadersStep: Step = {
  name: '2026-11-21-organisations-readers',
  up: (db) => wallInProjection(db, 'organisation'),
};
