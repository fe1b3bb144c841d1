import type { CommitmentWork } from '../areas/commitments/index.ts';
import type { Links } from '../platform/links/index.ts';
import type { Home } from './home.ts';
import { findOrganisationMailboxes } from './mailboxes.ts';

/** What deadlines, reminders and calendars need of areas that theirs does not know. */
export function commitmentWork({ words }: Pick<Home, 'words'>, links: Links): CommitmentWork {
  return { links, wordsIn: (language) => words.in(language), findMailboxes: findOrganisationMailboxes };
}
