import type { Transaction } from '../../platform/database/index.ts';
import { noteFailure, secondsToWait, type Pace } from '../../platform/throttle/index.ts';

/** So often one organisation turns to others on one day: whoever asks everybody means nobody. */
const PACE: Pace = { free: 9, firstSeconds: 86_400, mostSeconds: 86_400 };

/** Counts one more; false when it was enough for today, and then it counts none. */
export async function keepPace(
  tx: Transaction,
  kind: 'request' | 'introduction',
  organisation: string,
  at: Date,
): Promise<boolean> {
  const key = `${kind}/${organisation}`;
  if ((await secondsToWait(tx, key, at)) > 0) return false;
  await noteFailure(tx, key, PACE, at);
  return true;
}
