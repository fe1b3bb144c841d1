import { NotFoundError } from '../../platform/errors.ts';
import type { Reader } from '../../platform/database/index.ts';
import type { Actor } from '../../plain/actor.ts';
import { isId } from '../../plain/ids.ts';
import { findCooperation, ownOf, type Taken, type Taker, type Taking } from '../cooperations/index.ts';
import { sealedCooperation, type CooperationArchive } from './cooperation-archive.ts';
import { findArchive } from './store-archive.ts';
import { findAgreementOf } from './store.ts';

/** Columns in which an organisation stands. */
const SIDES = ['organisation', 'partner', 'sender', 'receiver', 'introducer', 'introduced', 'third'];

/** A cooperation that a partner takes along, with the address of its agreement here. */
export interface Along {
  readonly archive: CooperationArchive;
  readonly agreement: string | null;
  /** What it is called; empty while it has no name. */
  readonly title: string;
}

/** Everything of a cooperation that the partner for whom the actor is here may read. 404 for everybody else. */
export async function takeAlong(
  db: Reader,
  actor: Actor,
  {
    cooperation,
    takings,
    namesOf,
  }: {
    readonly cooperation: string;
    readonly takings: readonly Taking[];
    readonly namesOf: (db: Reader, organisations: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  },
): Promise<Along> {
  const found = isId(cooperation) ? await findCooperation(db, cooperation) : null;
  if (found === null) throw new NotFoundError();
  const taker = { cooperation, own: ownOf(actor, found.partners) };
  const parts = await takeParts(db, taker, takings);
  const names = [...(await namesOf(db, sidesIn(parts)))].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const agreement = await findAgreementOf(db, cooperation);
  const archive = sealedCooperation({
    format: 'geflecht-cooperation/1',
    cooperation,
    parts: { ...parts, names: names.map(([organisation, name]) => ({ organisation, name })) },
    agreement: agreement === null ? null : await findArchive(db, agreement),
  });
  return { archive, agreement, title: found.title };
}

async function takeParts(db: Reader, taker: Taker, takings: readonly Taking[]): Promise<Taken> {
  const parts: Record<string, Taken[string]> = {};
  for (const take of takings) Object.assign(parts, await take(db, taker));
  return parts;
}

function sidesIn(parts: Taken): readonly string[] {
  const said = Object.values(parts).flatMap((things) => things.flatMap((thing) => SIDES.map((side) => thing[side])));
  return [...new Set(said.filter((one) => typeof one === 'string'))].toSorted();
}
