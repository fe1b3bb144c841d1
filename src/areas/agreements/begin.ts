import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import type { Reader } from '../../platform/database/index.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { newId } from '../../plain/ids.ts';
import { dayOf } from '../../plain/time.ts';
import { demandGoingOn, findPartners } from '../cooperations/index.ts';
import { confirmOwn } from './confirm-own.ts';
import { demand, may } from './may.ts';
import { findAgreementOf, insertAgreement, insertVersion } from './store.ts';
import type { Paragraph } from './paragraph.ts';
import { changesBetween, type Partner } from './text.ts';

/**
 * A partner of a cooperation puts the first version on the table: who the partners are, what it has thought of itself
 * so far, perhaps nothing, and what it takes out of the opened sheets of the others. Everything after that needs the
 * others. Where somebody was quicker, it is theirs that is answered: there is one agreement in a cooperation.
 */
export async function beginAgreement(
  { db, actor, clock }: Context,
  {
    cooperation,
    partner,
    languages,
    namesOf,
    paragraphs,
  }: {
    readonly cooperation: string;
    readonly partner: string;
    readonly languages: readonly string[];
    /** What its partners are called, asked for when nobody comes in any more. */
    readonly namesOf: (db: Reader, organisations: readonly string[]) => Promise<ReadonlyMap<string, string>>;
    readonly paragraphs: readonly Paragraph[];
  },
): Promise<string> {
  demand(may.write(actor, partner));
  return db.write(async (tx) => {
    // First, so that whoever comes in or goes out at this moment is waited for, and the text names who is in it then.
    await demandGoingOn(tx, cooperation);
    const partners = (await findPartners(tx, cooperation)).map(({ organisation }) => organisation);
    if (!partners.includes(partner)) throw new NotFoundError();
    const at = clock.now();
    const day = dayOf(at);
    const id = newId(at);
    const isFirst = await insertAgreement(tx, { id, cooperation, day });
    if (!isFirst) return (await findAgreementOf(tx, cooperation)) ?? id;
    const names = await namesOf(tx, partners);
    const named = partners.map((one): Partner => ({ id: one, name: names.get(one) ?? '' })).toSorted(byName);
    const text = { partners: named, languages, paragraphs: paragraphs.map((one) => brought(one, partner, partners)) };
    const changes = changesBetween({ ...text, paragraphs: [] }, text).map((change) => {
      const by = change.after?.origin ?? partner;
      // What another has written, it has brought; whoever begins has said yes to it.
      return { ...change, proposal: id, by, acceptedBy: by === partner ? [] : [partner] };
    });
    await insertVersion(tx, cooperation, { agreement: id, number: 1, former: null, day, changes, text });
    await confirmOwn(tx, { id, cooperation }, { partner, paragraphs: text.paragraphs }, day);
    await note(tx, partner, { at, act: 'agreement.begun', byRole: 'organisation', about: `agreement/${id}` });
    return id;
  });
}

/** From whom a paragraph comes: a sentence out of the sheet of another partner stays the other's. */
function brought(paragraph: Paragraph, partner: string, partners: readonly string[]): Paragraph {
  return partners.includes(paragraph.origin) ? paragraph : { ...paragraph, origin: partner };
}

/** In the order of the alphabet: nobody stands first for having begun. */
function byName(a: Partner, b: Partner): number {
  return a.name.localeCompare(b.name, 'de') || (a.id < b.id ? -1 : 1);
}
