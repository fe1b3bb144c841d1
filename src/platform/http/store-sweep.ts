import type { Transaction } from '../database/index.ts';
import { lastSeenAfter } from './silence.ts';
import './tables.ts';

const LINK_MS = 24 * 3_600_000;

/** Sessions that have ended and links that no longer open. Only as the program itself. */
export async function sweepSessions(tx: Transaction, now: Date): Promise<number> {
  const sessions = await tx
    .deleteFrom('session')
    .where((eb) => eb.or([eb('ends_at', '<=', now), eb('seen_on', '<', lastSeenAfter('other', now))]))
    .executeTakeFirst();
  const links = await tx
    .deleteFrom('entrance')
    .where('made_at', '<=', new Date(now.getTime() - LINK_MS))
    .executeTakeFirst();
  return Number(sessions.numDeletedRows + links.numDeletedRows);
}
