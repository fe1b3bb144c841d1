import type { FreshnessPages, Silence } from '../areas/freshness/index.ts';
import { findFamily, headsOf } from '../areas/claims/index.ts';
import { findListedOn } from '../areas/lists/index.ts';
import { insertNotice } from '../areas/notices/index.ts';
import { countryOf, placeReader } from '../areas/organisations/index.ts';
import type { Reader } from '../platform/database/index.ts';
import type { Links } from '../platform/links/index.ts';
import type { Day } from '../plain/time.ts';
import type { Home } from './home.ts';
import { REGISTER } from './register.ts';
import { findOwnMailboxes, isSpokenFor } from './voices.ts';

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
    listedOn,
  };
}

/** Who speaks for organisations, and how those and the network are told of something. */
export const VOICES: Pick<Known, 'register' | 'isHeld' | 'findMailboxes' | 'raise'> = {
  register: REGISTER,
  isHeld: isSpokenFor,
  findMailboxes: findOwnMailboxes,
  raise: insertNotice,
};

/** What a list says of one of several entries that count as the same, it says of all of them. */
async function listedOn(db: Reader, subjects: readonly string[]): Promise<ReadonlyMap<string, Day>> {
  const family = await findFamily(db, subjects);
  const [days, heads] = [await findListedOn(db, family), await headsOf(db, family)];
  const last = new Map<string, Day>();
  for (const [subject, day] of days) {
    const head = heads.get(subject) ?? subject;
    if (day > (last.get(head) ?? '')) last.set(head, day);
  }
  return new Map(
    subjects.flatMap((subject): [string, Day][] => {
      const day = last.get(heads.get(subject) ?? subject);
      return day === undefined ? [] : [[subject, day]];
    }),
  );
}
