import { NotFoundError } from '../../platform/errors.ts';
import type { ReadContext } from '../../platform/context.ts';
import type { Reader } from '../../platform/database/index.ts';
import { isId } from '../../plain/ids.ts';
import type { Day } from '../../plain/time.ts';
import { accountOf, findSubject, mergeShown, type Account, type Facts } from '../claims/index.ts';
import {
  aroundOf,
  findShownOrganisations,
  ORGANISATION_FIELDS,
  type Forwarded,
  type Neighbours,
  type ShownSubject,
} from '../organisations/index.ts';
import { NETWORK_FIELDS } from './fields.ts';
import { membersOf } from './members.ts';
import { findShownNetworks } from './store.ts';

export interface NetworkShown extends ShownSubject {
  /** What the reader sees of the organisations that are named as members, now or before. */
  readonly organisations: ReadonlyMap<string, Facts>;
}

/** A network as this reader may see it; what does not exist and what must not be known are the same. */
export async function showNetwork(
  ctx: ReadContext,
  id: string,
  day: Day | null,
  neighbours: Neighbours,
): Promise<NetworkShown | Forwarded> {
  if (!isId(id)) throw new NotFoundError();
  return ctx.db.read(async (db) => {
    // What is hidden takes as many queries as what does not exist: nobody can tell them apart by the clock.
    const [subject, shown] = [await findSubject(db, id), await findShownNetworks(db, [id])];
    if (subject === null || subject.kind !== 'network') throw new NotFoundError();
    // Where the one that it counts as is not for this reader, nobody is led there either.
    if (subject.forwardedTo !== null && (await findShownNetworks(db, [id])).length > 0)
      return { forwardedTo: subject.forwardedTo };
    if (shown.length === 0) throw new NotFoundError();
    const account = await accountOf(db, { fields: NETWORK_FIELDS, subject: id, shown, day });
    if (account === null) throw new NotFoundError();
    return {
      account,
      organisations: await organisationsIn(db, account),
      ...(await aroundOf(db, id, account, neighbours)),
    };
  });
}

async function organisationsIn(db: Reader, { facts, fields }: Account): Promise<ReadonlyMap<string, Facts>> {
  const said = fields
    .filter(({ field }) => field.name === 'members')
    .flatMap(({ holds, agree, others, before }) => [holds, ...agree, ...others, ...before])
    .flatMap(({ value }) => membersOf(value));
  // Where one of them is protected nobody reads who said it, and the rest still belong.
  const ids = [...membersOf(facts['members']), ...said];
  const rows = Map.groupBy(await findShownOrganisations(db, [...new Set(ids)]), (row) => row.subject);
  return new Map([...rows].map(([subject, parts]) => [subject, mergeShown(ORGANISATION_FIELDS, parts)]));
}
