import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { newId } from '../../plain/ids.ts';
import { dayOf } from '../../plain/time.ts';
import { demandGoingOn, findPartners } from '../cooperations/index.ts';
import { demand, may } from './may.ts';
import { findAgreementOf, insertAgreement, insertVersion } from './store.ts';
import type { Paragraph } from './paragraph.ts';
import { changesBetween, type Partner } from './text.ts';

/**
 * A partner of a cooperation puts the first version on the table: who the partners are, and what it has thought of
 * itself so far, perhaps nothing. Everything after that needs the others. Where somebody was quicker, it is theirs
 * that is answered: there is one agreement in a cooperation.
 */
export async function beginAgreement(
  { db, actor, clock }: Context,
  {
    cooperation,
    partner,
    languages,
    names,
    paragraphs,
  }: {
    readonly cooperation: string;
    readonly partner: string;
    readonly languages: readonly string[];
    readonly names: ReadonlyMap<string, string>;
    readonly paragraphs: readonly Paragraph[];
  },
): Promise<string> {
  demand(may.write(actor, partner));
  return db.write(async (tx) => {
    // First, so that whoever comes in or goes out at this moment is waited for, and the text names who is in it then.
    await demandGoingOn(tx, cooperation);
    const partners = await findPartners(tx, cooperation);
    if (!partners.some(({ organisation }) => organisation === partner)) throw new NotFoundError();
    const at = clock.now();
    const day = dayOf(at);
    const id = newId(at);
    const isFirst = await insertAgreement(tx, { id, cooperation, day });
    if (!isFirst) return (await findAgreementOf(tx, cooperation)) ?? id;
    const named = partners
      .map(({ organisation }): Partner => ({ id: organisation, name: names.get(organisation) ?? '' }))
      .toSorted(byName);
    const text = { partners: named, languages, paragraphs: paragraphs.map((one) => ({ ...one, origin: partner })) };
    const changes = changesBetween({ ...text, paragraphs: [] }, text).map((change) => ({
      ...change,
      proposal: id,
      by: partner,
      acceptedBy: [],
    }));
    await insertVersion(tx, cooperation, { agreement: id, number: 1, former: null, day, changes, text });
    await note(tx, partner, { at, act: 'agreement.begun', byRole: 'organisation', about: `agreement/${id}` });
    return id;
  });
}

/** In the order of the alphabet: nobody stands first for having begun. */
function byName(a: Partner, b: Partner): number {
  return a.name.localeCompare(b.name, 'de') || (a.id < b.id ? -1 : 1);
}
