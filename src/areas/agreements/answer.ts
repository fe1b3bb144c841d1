import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { newId } from '../../plain/ids.ts';
import { dayOf } from '../../plain/time.ts';
import { beginCounter } from './counter.ts';
import { demand, may } from './may.ts';
import { isAccepted, type ProposedChange, type Verdict } from './proposal.ts';
import { findAccepted, findOpenChanges, insertAnswer, settleChange } from './store-change.ts';
import { insertVersion, takeAgreement, type Standing } from './store.ts';
import { nobody, tellPartners, type FindMailboxes } from './tell-partners.ts';
import { isCurrent, partnersOf, withChanges, type AgreementText } from './text.ts';
import type { AcceptedChange } from './version.ts';

export interface Answer {
  readonly change: string;
  readonly verdict: Verdict;
  /** A question, a reason, or nothing. */
  readonly words: string;
}

/** What became of the answers: the new version, if there is one, and the changes that had been overtaken. */
export interface Answered {
  readonly version: number | null;
  readonly overtaken: readonly string[];
  /** Changes that somebody has settled in the meantime. */
  readonly gone: readonly string[];
}

/** A partner answers changes of the others. What all the others accept in one go becomes one new version. */
export async function answer(
  { db, actor, clock }: Context,
  {
    agreement,
    partner,
    answers,
  }: { readonly agreement: string; readonly partner: string; readonly answers: readonly Answer[] },
  findMailboxes: FindMailboxes = nobody,
): Promise<Answered> {
  demand(may.write(actor, partner));
  return db.write(async (tx) => {
    const standing = await takeAgreement(tx, agreement);
    if (!partnersOf(standing.version.text).includes(partner)) throw new NotFoundError();
    const open = new Map((await findOpenChanges(tx, agreement)).map((change) => [change.id, change]));
    const at = clock.now();
    const gone: string[] = [];
    const accepted: ProposedChange[] = [];
    for (const { change: id, verdict, words } of answers) {
      const change = open.get(id);
      if (change === undefined || change.partner === partner) gone.push(id);
      else {
        const { cooperation } = standing;
        await insertAnswer(tx, { id: newId(at), change: id, cooperation, partner, day: dayOf(at), verdict, words });
        if (verdict === 'decline') await settleChange(tx, id, 'declined');
        if (verdict === 'counter') {
          await settleChange(tx, id, 'countered');
          await beginCounter(tx, standing, { change, partner, day: dayOf(at) });
        }
        if (verdict === 'accept') accepted.push(change);
      }
    }
    await note(tx, partner, { at, act: 'agreement.answered', byRole: 'organisation', about: `agreement/${agreement}` });
    const taken = await takeOver(tx, standing, accepted, dayOf(at));
    if (gone.length < answers.length)
      await tellPartners(tx, { cooperation: standing.cooperation, by: partner }, { findMailboxes, at });
    return { ...taken, gone };
  });
}

async function takeOver(
  tx: Transaction,
  standing: Standing,
  changes: readonly ProposedChange[],
  day: string,
): Promise<Pick<Answered, 'version' | 'overtaken'>> {
  const said = await findAccepted(
    tx,
    changes.map(({ id }) => id),
  );
  const partners = partnersOf(standing.version.text);
  const overtaken: string[] = [];
  const taken: { readonly id: string; readonly change: AcceptedChange }[] = [];
  let text: AgreementText = standing.version.text;
  for (const change of changes) {
    const acceptedBy = said.get(change.id) ?? [];
    if (!isAccepted(change, partners, acceptedBy)) continue;
    if (!isCurrent(text, change)) overtaken.push(change.id);
    else {
      const { id, paragraph, base, after, proposal, partner } = change;
      text = withChanges(text, [change]) ?? text;
      taken.push({
        id,
        change: { paragraph, base, after, proposal, by: partner, acceptedBy: [...acceptedBy].toSorted() },
      });
    }
  }
  if (taken.length === 0) return { version: null, overtaken };
  const number = standing.version.number + 1;
  await insertVersion(tx, standing.cooperation, {
    agreement: standing.id,
    number,
    former: standing.hash,
    day,
    changes: taken.map(({ change }) => change),
    text,
  });
  for (const { id } of taken) await settleChange(tx, id, 'accepted', number);
  return { version: number, overtaken };
}
