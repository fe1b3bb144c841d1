import type { Actor } from '../../plain/actor.ts';
import type { Reader } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import { findClosed, findCooperation, ownOf, voicesOf } from '../cooperations/index.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { askedFor } from './asked.ts';
import { mayBeSigned, type Missing } from './may-be-signed.ts';
import { findOpenPoints } from './open-points.ts';
import { hashOfParagraph, type Paragraph } from './paragraph.ts';
import type { Signature } from './signature.ts';
import { findOpenIn } from './store-change.ts';
import { findHistory, findLastSigned, type LastSigned, type VersionHead } from './store-history.ts';
import { findInForce, type InForce } from './store-in-force.ts';
import { findThreads, type Said } from './store-thread.ts';
import { findDraft, findSignatures, findStanding, type Standing } from './store.ts';
import { partnersOf } from './text.ts';
import { isAsked, isAsking } from './turns.ts';

/** Who stands by a paragraph as it reads now: by its hash. */
export type Confirmed = ReadonlyMap<string, readonly string[]>;

/** An agreement as one of its partners reads it. */
export interface AgreementShown {
  readonly standing: Standing;
  /** What the cooperation is called; empty while it has no name. */
  readonly title: string;
  readonly own: string;
  /** The partners that the reader speaks for, mostly one. */
  readonly voices: readonly string[];
  readonly confirmed: Confirmed;
  readonly missing: readonly Missing[];
  /** Goals and tasks that the own side has not said yes to. */
  readonly toConfirm: readonly Paragraph[];
  /** How many changes of others wait for the own answer, and how many of one's own for theirs. */
  readonly open: OpenCount;
  /** How many points are still to be talked about. */
  readonly toTalk: number;
  /** The versions up to the one that stands. */
  readonly history: readonly VersionHead[];
  /** The day on which the cooperation has ended: what was agreed is then read, no longer changed. */
  readonly endedOn: Day | null;
  /** Who has signed the newest version. */
  readonly signatures: readonly Signature[];
  readonly lastSigned: LastSigned | null;
  /** What holds, perhaps an older version. */
  readonly inForce: InForce | null;
}

export async function showAgreement(
  db: Reader,
  actor: Actor,
  id: string,
  asked: string | null = null,
): Promise<AgreementShown> {
  const standing = await findStanding(db, id);
  const cooperation = await findCooperation(db, standing.cooperation);
  if (cooperation === null) throw new NotFoundError();
  const own = ownOf(actor, cooperation.partners, asked);
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
  return {
    standing,
    title: cooperation.title,
    own,
    voices: voicesOf(actor, cooperation.partners),
    confirmed,
    missing: mayBeSigned(draft),
    toConfirm: text.paragraphs.filter(
      (one) =>
        isPartner && askedFor(one, text).includes(own) && confirmed.get(hashOfParagraph(one))?.includes(own) !== true,
    ),
    open: (await countOpen(db, [id]))(id, own),
    toTalk: (await findOpenPoints(db, { cooperation: standing.cooperation, own })).length,
    history: (await findHistory(db, id)).filter(({ number }) => number <= standing.version.number),
    endedOn: closure?.day ?? null,
    signatures: (await findSignatures(db, id)).filter(({ version }) => version === standing.hash),
    lastSigned: await findLastSigned(db, id),
    inForce: (await findInForce(db, [standing.cooperation])).find(({ agreement }) => agreement === id) ?? null,
  };
}

function isTurnOf(thread: readonly Said[], own: string): boolean {
  return !isAsking(thread, own) && !thread.some(({ partner, verdict }) => partner === own && verdict === 'accept');
}

export interface OpenCount {
  readonly toAnswer: number;
  /** Questions about one's own. */
  readonly toReply: number;
  readonly waiting: number;
}

/** Changes that wait for somebody: of others for one's own answer, of one's own for theirs. */
export async function countOpen(
  db: Reader,
  agreements: readonly string[],
): Promise<(agreement: string, own: string) => OpenCount> {
  const all = await findOpenIn(db, agreements);
  const threads = await findThreads(
    db,
    all.map(({ id }) => id),
  );
  return (agreement, own) => {
    const open = all.filter((one) => one.agreement === agreement);
    return {
      toAnswer: open.filter(({ id, partner }) => partner !== own && isTurnOf(threads.get(id) ?? [], own)).length,
      toReply: open.filter(({ id, partner }) => partner === own && isAsked(threads.get(id) ?? [])).length,
      waiting: open.filter(({ id, partner }) => partner === own && !isAsked(threads.get(id) ?? [])).length,
    };
  };
}
