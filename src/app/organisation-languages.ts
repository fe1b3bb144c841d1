import { mergeShown } from '../areas/claims/index.ts';
import { findShownOrganisations, ORGANISATION_FIELDS } from '../areas/organisations/index.ts';
import type { Reader } from '../platform/database/index.ts';

/** The languages that organisations say they speak, as this reader may know them. */
export async function languagesOf(db: Reader, organisations: readonly string[]): Promise<readonly string[]> {
  const rows = Map.groupBy(await findShownOrganisations(db, organisations), ({ subject }) => subject);
  const said = [...rows.values()].flatMap((shown) => mergeShown(ORGANISATION_FIELDS, shown)['languages'] ?? []);
  return [...new Set(said.filter((one) => typeof one === 'string'))];
}
