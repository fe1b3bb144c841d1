import { insertNotice } from '../areas/notices/index.ts';
import { goExitRound, type Voices } from '../areas/reviews/index.ts';
import { isHouseClosed } from './closed-house.ts';
import type { Home } from './home.ts';
import { findOrganisationMailboxes } from './mailboxes.ts';
import type { Rounds } from './rounds.ts';

const HOUR_MS = 3_600_000;

/** How partners are told that one of them goes, or that all is over. */
export function partnerVoices({ words }: Pick<Home, 'words'>): Voices {
  return { findMailboxes: findOrganisationMailboxes, raise: insertNotice, wordsIn: (code) => words.in(code) };
}

/** Lets partners out of cooperations when their last day is over. */
export function addPartings(home: Home, rounds: Rounds): void {
  rounds.add('partings', HOUR_MS, async (signal) => {
    // Nobody can take a leaving back while the pages of cooperations are shut.
    if (isHouseClosed(home.folder.path)) return;
    await goExitRound(home.as('partings'), partnerVoices(home), signal);
  });
}
