import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import { openProtected, type Transaction } from '../../platform/database/index.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { isId } from '../../plain/ids.ts';
import type { Json } from '../../plain/json.ts';
import {
  findKeepersOf,
  findKeptBy,
  findSubject,
  mergeShown,
  type Facts,
  type FieldSet,
  type ShownRow,
} from '../claims/index.ts';
import { findShownOffers, OFFER_FIELDS } from '../offers/index.ts';
import { findShownOrganisations, ORGANISATION_FIELDS } from '../organisations/index.ts';
import type { Reason } from './look-reason.ts';
import { demand, may } from './may.ts';

export interface OfferLooked {
  readonly offer: string;
  /** What everybody may call it, in its languages; undefined where its name is closed too. */
  readonly name: Json | undefined;
  readonly facts: Facts;
}

export interface Looked {
  readonly facts: Facts;
  /** The offers that the organisation keeps, as far as something of them is closed. */
  readonly offers: readonly OfferLooked[];
}

/**
 * Whoever keeps the register looks at what an organisation and its offers show to partners or to nobody. The notes
 * for the organisation are made in the same transaction: without a note there are no facts.
 */
export async function look(
  { db, actor, clock }: Context,
  { organisation, reason }: { readonly organisation: string; readonly reason: Reason },
): Promise<Looked> {
  demand(may.look(actor));
  return db.write(async (tx) => {
    const subject = isId(organisation) ? await findSubject(tx, organisation) : null;
    if (subject?.kind !== 'organisation') throw new NotFoundError();
    const facts = closedIn(ORGANISATION_FIELDS, await opened(tx, organisation, findShownOrganisations));
    const offers = await offersOf(tx, organisation);
    const notes = [
      ...offers.map((one) => ({ chain: one.keepers, about: `${namesOf(one.facts)} offer/${one.offer}` })),
      { chain: [organisation], about: namesOf(facts) },
    ].flatMap(({ chain, about }) => chain.map((of) => ({ of, about })));
    // Always in one order: two who look at the same time must not wait for each other.
    for (const { of, about } of notes.toSorted((a, b) => (a.of < b.of ? -1 : a.of === b.of ? 0 : 1)))
      await note(tx, of, {
        at: clock.now(),
        act: 'protected.read',
        byRole: actor.kind,
        about: `reason/${reason} fields/${about}`,
      });
    return { facts, offers };
  });
}

async function offersOf(tx: Transaction, organisation: string) {
  const offers: (OfferLooked & { readonly keepers: readonly string[] })[] = [];
  for (const offer of await findKeptBy(tx, organisation)) {
    const rows = await opened(tx, offer, findShownOffers);
    const facts = closedIn(OFFER_FIELDS, rows);
    if (Object.keys(facts).length === 0) continue;
    const { name } = mergeShown(
      OFFER_FIELDS,
      rows.filter(({ scope }) => scope === 'public'),
    );
    // What two keep together is noted for both.
    offers.push({ offer, name, facts, keepers: await findKeepersOf(tx, offer) });
  }
  return offers;
}

async function opened(
  tx: Transaction,
  subject: string,
  find: (tx: Transaction, subjects: readonly string[]) => Promise<readonly ShownRow[]>,
): Promise<readonly ShownRow[]> {
  await openProtected(tx, subject);
  return find(tx, [subject]);
}

function closedIn(fields: FieldSet, rows: readonly ShownRow[]): Facts {
  return mergeShown(
    fields,
    rows.filter(({ scope }) => scope === 'partner' || scope === 'own'),
  );
}

function namesOf(facts: Facts): string {
  return Object.keys(facts).toSorted().join(',');
}
