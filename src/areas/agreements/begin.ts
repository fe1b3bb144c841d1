import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { newId } from '../../plain/ids.ts';
import { dayOf } from '../../plain/time.ts';
import { findPartners } from '../cooperations/index.ts';
import { demand, may } from './may.ts';
import { insertAgreement, insertVersion } from './store.ts';
import type { Paragraph } from './paragraph.ts';
import { changesBetween, type Partner } from './text.ts';

/**
 * A partner of a cooperation puts the first version on the table: who the partners are, and what it has thought of
 * itself so far, perhaps nothing. Everything after that needs the others.
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
    const partners = await findPartners(tx, cooperation);
    if (!partners.some(({ organisation }) => organisation === partner)) throw new NotFoundError();
    const at = clock.now();
    const day = dayOf(at);
    const id = newId(at);
    await insertAgreement(tx, { id, cooperation, day });
    const named = partners.map(({ organisation }): Partner => ({
      id: organisation,
      name: names.get(organisation) ?? '',
    }));
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
