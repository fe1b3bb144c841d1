import { findSubject, mergeShown, type Facts } from '../claims/index.ts';
import { findPicture, findShownOrganisations, ORGANISATION_FIELDS } from '../organisations/index.ts';
import { tellAccount, tellPlaces, type AccountTold } from '../people/index.ts';
import type { ReadDatabase } from '../../platform/context.ts';
import type { Reader } from '../../platform/database/index.ts';
import { speaksFor, type Actor } from '../../plain/actor.ts';
import { isId } from '../../plain/ids.ts';
import type { Json } from '../../plain/json.ts';
import { fold } from '../../plain/text.ts';
import { countHeld, readHeld, tablesOf, type Held, type HeldTables } from './store-held.ts';

/** Everything about an account that could be handed out. An account publishes nothing: only organisations speak. */
export type AccountDisclosed = AccountTold;

/** Parts of what organisations do together, in the order in which they come. */
export const TOGETHER_PARTS = ['cooperations', 'requests', 'agreements', 'commitments', 'reviews'] as const;
type OfParts<Of> = Readonly<Record<(typeof TOGETHER_PARTS)[number], Readonly<Record<string, Of>>>>;

/** What is held of working together, by part and table. It stands in the database in plain text. */
export type HeldTogether = {
  readonly rows: OfParts<number>;
  /** All that the organisation itself may read of it; null for the program, which says how much there is. */
  readonly contents: OfParts<readonly Json[]> | null;
};

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
  /** Null for whoever keeps the register: not even whether there is something. */
  readonly together: HeldTogether | null;
}

export interface Disclosing {
  /** The rights of whoever asks. */
  readonly db: ReadDatabase;
  /** What is published is what a stranger reads, not what whoever asks may read. */
  readonly asStranger: ReadDatabase;
  /** The rights of somebody: whoever speaks for two partners is told about one with the rights of this one only. */
  readonly as: (actor: Actor) => ReadDatabase;
  /** The networks of an organisation as everyone reads them. */
  readonly networksOf: (db: Reader, organisation: string) => Promise<OrganisationDisclosed['networks']>;
  /** The public offers of an organisation by its folded names. */
  readonly offersOf: (db: Reader, nameKeys: readonly string[]) => Promise<OrganisationDisclosed['offers']>;
  /** What the parts of working together keep. */
  readonly together: Readonly<Record<(typeof TOGETHER_PARTS)[number], HeldTables>>;
}

export async function discloseAccount(
  { db }: Pick<Disclosing, 'db'>,
  by: { readonly alias: string } | { readonly id: string },
): Promise<AccountDisclosed | null> {
  return db.read((reader) => tellAccount(reader, by));
}

/** Null for what is no organisation. */
export async function discloseOrganisation(
  { db, asStranger, as, networksOf, offersOf, together }: Disclosing,
  organisation: string,
  actor: Actor,
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
  const isOwn = actor.kind !== 'stranger' && actor.kind !== 'system' && speaksFor(actor, organisation);
  const narrowed = isOwn ? as({ ...actor, organisations: [organisation] }) : db;
  const held = await narrowed.read((reader) => tellTogether(reader, together, { organisation, actor }));
  return { organisation, ...told, ...shown, together: held };
}

/** What the other side has written and not handed over stays with it: the walls do not know whoever asks. */
async function tellTogether(
  db: Reader,
  tables: Disclosing['together'],
  { organisation, actor }: { readonly organisation: string; readonly actor: Actor },
): Promise<HeldTogether | null> {
  const isOwn = speaksFor(actor, organisation);
  if (!isOwn && actor.kind !== 'system') return null;
  const all = TOGETHER_PARTS.flatMap((part) => tables[part]);
  const parts = async <Of>(
    tell: (db: Reader, held: Held, organisation: string) => Promise<Readonly<Record<string, Of>>>,
  ): Promise<OfParts<Of>> => {
    const of = (part: (typeof TOGETHER_PARTS)[number]) =>
      tell(db, { tables: tablesOf(tables[part]), all }, organisation);
    return {
      cooperations: await of('cooperations'),
      requests: await of('requests'),
      agreements: await of('agreements'),
      commitments: await of('commitments'),
      reviews: await of('reviews'),
    };
  };
  return { rows: await parts(countHeld), contents: isOwn ? await parts(readHeld) : null };
}

function nameKeysOf({ name }: Facts): readonly string[] {
  if (name === null || name === undefined || typeof name !== 'object') return [];
  return Object.values(name).flatMap((text) => (typeof text === 'string' ? [fold(text)] : []));
}
