import type { Step } from '../../../platform/database/index.ts';
import { refuseEnded } from '../../cooperations/index.ts';

/** What has ended stays as it was agreed. */
export const endedAgreementsStep: Step = {
  name: '2026-11-21-ended-agreements',
  up: async (db) => {
    for (const table of [
      'agreement',
      'agreement_version',
      'proposed_change',
      'change_answer',
      'paragraph_confirmation',
      'sheet',
      'talking_point',
      'agreement_signature',
    ])
      await refuseEnded(db, table);
  },
};
