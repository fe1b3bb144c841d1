import { findSubject, mergeShown, type Facts } from '../claims/index.ts';
import { findPicture, findShownOrganisations, ORGANISATION_FIELDS } from '../organisations/index.ts';
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
  /** What is to be seen on its public picture; null without one. */
  readonly picture: string | null;
  /** The networks that say to everyone that it belongs to them, by their names. */
  readonly networks: readonly { readonly href: string; readonly facts: Facts }[];
  readonly offers: readonly { readonly href: string; readonly facts: Facts }[];
}

export interface Disclosing {
  /** The rights of whoever asks. */
  readonly db: ReadDatabase;
  /** What is published is what a stranger reads, not what whoever asks may read. */
  readonly asStranger: ReadDatabase;
  /** The networks of an organisation as everyone reads them. */
  readonly networksOf: (db: Reader, organisation: string) => Promise<OrganisationDisclosed['networks']>;
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
  { db, asStranger, networksOf, offersOf }: Disclosing,
  organisation: string,
): Promise<OrganisationDisclosed | null> {
  if (!isId(organisation)) return null;
  const subject = await db.read((reader) => findSubject(reader, organisation));
  if (subject?.kind !== 'organisation') return null;
  const told = await db.read((reader) => tellPlaces(reader, organisation));
  const shown = await asStranger.read(async (reader) => {
    const rows = await findShownOrganisations(reader, [organisation]);
    const published = mergeShown(ORGANISATION_FIELDS, rows);
    const picture = (await findPicture(reader, organisation))?.alternative ?? null;
    // Their names only: who else belongs to them is about others.
    const networks = (await networksOf(reader, organisation)).map(({ href, facts: { name } }) => ({
      href,
      facts: name === undefined ? {} : { name },
    }));
    return { published, picture, networks, offers: await offersOf(reader, nameKeysOf(published)) };
  });
  return { organisation, ...told, ...shown };
}

function nameKeysOf({ name }: Facts): readonly string[] {
  if (name === null || name === undefined || typeof name !== 'object') return [];
  return Object.values(name).flatMap((text) => (typeof text === 'string' ? [fold(text)] : []));
}
