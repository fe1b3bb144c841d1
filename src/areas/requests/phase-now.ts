import type { Transaction } from '../../platform/database/index.ts';
import type { Phase } from '../cooperations/index.ts';
import { byProgram } from './store-known.ts';
import type { Reached, Work } from './work.ts';

const PHASES: Readonly<Record<Reached, Phase>> = {
  nothing: 'idea',
  plan: 'plan',
  draft: 'application',
  'in force': 'running',
};

/** In which phase somebody who comes in today comes in: by what has been written, whoever asks. */
export async function phaseNow(
  tx: Transaction,
  { reached }: Pick<Work, 'reached'>,
  cooperation: string,
): Promise<Phase> {
  return PHASES[await byProgram(tx, () => reached(tx, cooperation))];
}
