import { findSubject, mergeShown, type Facts } from '../claims/index.ts';
import { findShownOrganisations, ORGANISATION_FIELDS } from '../organisations/index.ts';
import { tellAccount, tellPlaces, type AccountTold } from '../people/index.ts';
import type { ReadDatabase } from '../../platform/context.ts';
import type { Reader } from '../../platform/database/index.ts';
import { isId } from '../../plain/ids.ts';
import { fold } from '../../plain/text.ts';

/** Everything about an account that could be handed out. An account publishes nothing: only organisations speak. */
export type AccountDisclosed = AccountTold;

/** Everything about an organisation that could be handed out: who reads the pages has it already. */
export interface OrganisationDisclosed {
  readonly organisation: string;
  readonly admittedOn: string | null;
  readonly places: Awaited<ReturnType<typeof tellPlaces>>['places'];
  readonly published: Facts;
  readonly offers: readonly { readonly href: string; readonly facts: Facts }[];
}

export interface Disclosing {
  /** The rights of whoever asks. */
  readonly db: ReadDatabase;
  /** What is published is what a stranger reads, not what whoever asks may read. */
  readonly asStranger: ReadDatabase;
  /** The public offers of an organisation by its folded names. */
  readonly offersOf: (db: Reader, nameKeys: readonly string[]) => Promise<OrganisationDisclosed['offers']>;
}

export async function discloseAccount(
  { db }: Pick<Disclosing, 'db'>,
  by: { readonly alias: string } | { readonly id: string },
): Promise<AccountDisclosed | null> {
  return db.read((reader) => tellAccount(reader, by));
}

/** Null for what is no organisation. */
export async function discloseOrganisation(
  { db, asStranger, offersOf }: Disclosing,
  organisation: string,
): Promise<OrganisationDisclosed | null> {
  if (!isId(organisation)) return null;
  const subject = await db.read((reader) => findSubject(reader, organisation));
  if (subject?.kind !== 'organisation') return null;
  const told = await db.read((reader) => tellPlaces(reader, organisation));
  const shown = await asStranger.read(async (reader) => {
    const rows = await findShownOrganisations(reader, [organisation]);
    const published = mergeShown(ORGANISATION_FIELDS, rows);
    return { published, offers: await offersOf(reader, nameKeysOf(published)) };
  });
  return { organisation, ...told, ...shown };
}

function nameKeysOf({ name }: Facts): readonly string[] {
  if (name === null || name === undefined || typeof name !== 'object') return [];
  return Object.values(name).flatMap((text) => (typeof text === 'string' ? [fold(text)] : []));
}
