import { goConversationRound } from '../areas/commonground/index.ts';
import type { Home } from './home.ts';
import type { Rounds } from './rounds.ts';

const HOUR_MS = 3_600_000;

/** Opens and ends conversations on their days, apart from everything that knows of money. */
export function addConversationRounds(home: Pick<Home, 'as'>, rounds: Rounds): void {
  rounds.add('conversations', HOUR_MS, (signal) => goConversationRound(home.as('conversations'), signal));
}
