import { mergeShown, spokenOf } from '../areas/claims/index.ts';
import { findShownOrganisations, ORGANISATION_FIELDS } from '../areas/organisations/index.ts';
import type { Reader } from '../platform/database/index.ts';
import type { Words } from '../plain/words.ts';

/** The names of organisations as this reader may know them, for the pages of areas that do not know organisations. */
export async function namesOf(
  db: Reader,
  organisations: readonly string[],
  words: Words,
): Promise<ReadonlyMap<string, string>> {
  const rows = Map.groupBy(await findShownOrganisations(db, organisations), ({ subject }) => subject);
  const named = [...rows].flatMap(([subject, shown]): [string, string][] => {
    const [name] = spokenOf(mergeShown(ORGANISATION_FIELDS, shown)['name'], words, 'reader');
    return name === undefined ? [] : [[subject, name.text]];
  });
  return new Map(named);
}
