import { ACTOR, KEEPER, wallIn, type Step } from '../../database/index.ts';

/** Who may begin an installation, since there are accounts. */
export const installationKeepersStep: Step = {
  name: '2026-11-21-installation-keepers',
  up: (db) => wallIn(db, 'installation', { read: `${ACTOR} is not null`, write: KEEPER }),
};
