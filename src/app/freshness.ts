import type { FreshnessPages, Silence } from '../areas/freshness/index.ts';
import { findListedOn } from '../areas/lists/index.ts';
import { countryOf, placeReader } from '../areas/organisations/index.ts';
import type { Links } from '../platform/links/index.ts';
import type { Home } from './home.ts';
import { REGISTER } from './register.ts';

type Known = Omit<FreshnessPages, 'frame'> & Silence;

/** What asking and answering needs of areas that it does not know. */
export function freshnessWork({ words, gazetteer, config }: Home, links: Links): Known {
  return {
    links,
    register: REGISTER,
    origin: config.origin,
    wordsIn: (language) => words.in(language),
    readPlaceIn: (country) => placeReader(gazetteer, country),
    countryOf,
    listedOn: findListedOn,
  };
}
