import type { Actor } from '../../plain/actor.ts';
import type { Reader } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import { findClosed, findCooperation, ownOf } from '../cooperations/index.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { askedFor } from './asked.ts';
import { mayBeSigned, type Missing } from './may-be-signed.ts';
import { hashOfParagraph, type Paragraph } from './paragraph.ts';
import type { Signature } from './signature.ts';
import { findAccepted, findOpenChanges } from './store-change.ts';
import { findHistory, type VersionHead } from './store-history.ts';
import { findDraft, findSignatures, findStanding, type Standing } from './store.ts';
import { partnersOf } from './text.ts';

/** Who stands by a paragraph as it reads now: by its hash. */
export type Confirmed = ReadonlyMap<string, readonly string[]>;

/** An agreement as one of its partners reads it. */
export interface AgreementShown {
  readonly standing: Standing;
  /** What the cooperation is called; empty while it has no name. */
  readonly title: string;
  readonly own: string;
  readonly confirmed: Confirmed;
  readonly missing: readonly Missing[];
  /** Goals and tasks that the own side has not said yes to. */
  readonly toConfirm: readonly Paragraph[];
  /** How many changes of others wait for the own answer, and how many of one's own for theirs. */
  readonly toAnswer: number;
  readonly waiting: number;
  readonly history: readonly VersionHead[];
  /** The day on which the cooperation has ended: what was agreed is then read, no longer changed. */
  readonly endedOn: Day | null;
  /** Who has signed the newest version. */
  readonly signatures: readonly Signature[];
}

export async function showAgreement(db: Reader, actor: Actor, id: string): Promise<AgreementShown> {
  const standing = await findStanding(db, id);
  const cooperation = await findCooperation(db, standing.cooperation);
  if (cooperation === null) throw new NotFoundError();
  const own = ownOf(actor, cooperation.partners);
  const draft = await findDraft(db, standing);
  const { text } = standing.version;
  const [closure] = await findClosed(db, [standing.cooperation]);
  const confirmed: Confirmed = new Map(
    [...Map.groupBy(draft.confirmations, ({ hash }) => hash)].map(([hash, all]) => [
      hash,
      all.map(({ partner }) => partner),
    ]),
  );
  const isPartner = partnersOf(text).includes(own);
  const { toAnswer, waiting } = await countOpen(db, id, own);
  return {
    standing,
    title: cooperation.title,
    own,
    confirmed,
    missing: mayBeSigned(draft),
    toConfirm: text.paragraphs.filter(
      (one) =>
        isPartner && askedFor(one, text).includes(own) && confirmed.get(hashOfParagraph(one))?.includes(own) !== true,
    ),
    toAnswer,
    waiting,
    history: await findHistory(db, id),
    endedOn: closure?.day ?? null,
    signatures: (await findSignatures(db, id)).filter(({ version }) => version === standing.hash),
  };
}

/** Changes that wait for somebody: of others for one's own answer, of one's own for theirs. */
export async function countOpen(
  db: Reader,
  agreement: string,
  own: string,
): Promise<{ readonly toAnswer: number; readonly waiting: number }> {
  const open = await findOpenChanges(db, agreement);
  const accepted = await findAccepted(
    db,
    open.map(({ id }) => id),
  );
  return {
    toAnswer: open.filter(({ id, partner }) => partner !== own && accepted.get(id)?.includes(own) !== true).length,
    waiting: open.filter(({ partner }) => partner === own).length,
  };
}
