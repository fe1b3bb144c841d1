import type { Step } from '../../../platform/database/index.ts';
import { DAYS_GATE } from './gate.ts';

/** No signature for a frame that ends before it begins. */
export const frameDaysStep: Step = {
  name: '2026-11-21-frame-days',
  up: async (db) => {
    for (const statement of DAYS_GATE) await statement.execute(db);
  },
};
