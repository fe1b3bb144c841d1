import { ORGANISATIONS, wallInLedger, type Step } from '../../database/index.ts';

/**
 * Only an organisation itself reads its chain. Whoever keeps the register read it too, and would have learned from two
 * chains with notes of the same moment who works together with whom.
 */
export const ownChainStep: Step = {
  name: '2026-11-21-own-chain',
  up: async (db) => {
    await wallInLedger(db, 'chain_note', { read: `chain = any(${ORGANISATIONS})`, write: 'false' });
  },
};
