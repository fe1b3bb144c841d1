import type { FreshnessPages, Silence } from '../areas/freshness/index.ts';
import { findListedOn } from '../areas/lists/index.ts';
import { insertNotice } from '../areas/notices/index.ts';
import { countryOf, placeReader } from '../areas/organisations/index.ts';
import { findVoiceMailboxes, isHeld } from '../areas/people/index.ts';
import type { Links } from '../platform/links/index.ts';
import type { Home } from './home.ts';
import { REGISTER } from './register.ts';

type Known = Omit<FreshnessPages, 'frame'> & Silence;

/** What asking and answering needs of areas that it does not know. */
export function freshnessWork(
  { words, gazetteer, config }: Pick<Home, 'words' | 'gazetteer'> & { readonly config: Pick<Home['config'], 'origin'> },
  links: Links,
): Known {
  return {
    links,
    ...VOICES,
    origin: config.origin,
    wordsIn: (language) => words.in(language),
    readPlaceIn: (country) => placeReader(gazetteer, country),
    countryOf,
    listedOn: findListedOn,
  };
}

/** Who speaks for organisations, and how those and the network are told of something. */
export const VOICES: Pick<Known, 'register' | 'isHeld' | 'findMailboxes' | 'raise'> = {
  register: REGISTER,
  isHeld: (db, organisation, today) => isHeld(db, { kind: 'organisation', organisation }, today),
  findMailboxes: findVoiceMailboxes,
  raise: insertNotice,
};
