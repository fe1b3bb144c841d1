import { NotFoundError } from '../../../platform/errors.ts';
import type { Request } from '../../../platform/http/index.ts';
import { isId } from '../../../plain/ids.ts';
import { findPartners, ownOf, voicesOf, askedAt } from '../../cooperations/index.ts';
import type { Countered } from '../countered.ts';
import type { DraftChanges } from '../draft.ts';
import { findOpenPoints } from '../open-points.ts';
import type { ProposedChange } from '../proposal.ts';
import { findOpenChanges } from '../store-change.ts';
import { findDraftChanges, findUsedIds } from '../store-draft.ts';
import { findLastSigned, type LastSigned } from '../store-history.ts';
import { findCountered } from '../store-thread.ts';
import { findStanding, type Standing } from '../store.ts';
import type { TalkingPoint } from '../talking-point.ts';
import { partnersOf, type AgreementText } from '../text.ts';
import type { Reading } from './spoken.tsx';

/** Where somebody writes: an agreement, in whose name, what of it is theirs alone, and what lies before everybody. */
export interface DraftPlace {
  readonly agreement: string;
  readonly own: string;
  /** The partners that the writer speaks for, mostly one. */
  readonly voices: readonly string[];
  readonly standing: Standing;
  readonly text: AgreementText;
  readonly draft: DraftChanges;
  readonly open: readonly ProposedChange[];
  /** What was answered with other words, the newest first. */
  readonly countered: readonly Countered[];
  /** What is still to be talked about. */
  readonly points: readonly TalkingPoint[];
  readonly used: readonly string[];
  readonly lastSigned: LastSigned | null;
  readonly reading: Reading;
}

/** Whoever speaks for no partner in the text finds nothing here. */
export async function draftPlace(c: Request): Promise<DraftPlace> {
  const agreement = c.req.param('id') ?? '';
  if (!isId(agreement)) throw new NotFoundError();
  const asked = await askedAt(c);
  return c.var.read.db.read(async (db) => {
    const standing = await findStanding(db, agreement);
    const partners = await findPartners(db, standing.cooperation);
    const own = ownOf(c.var.actor, partners, asked);
    const { text } = standing.version;
    if (!partnersOf(text).includes(own)) throw new NotFoundError();
    return {
      agreement,
      own,
      voices: voicesOf(c.var.actor, partners),
      standing,
      text,
      draft: await findDraftChanges(db, { agreement, partner: own }),
      open: await findOpenChanges(db, agreement),
      countered: await findCountered(db, agreement),
      points: await findOpenPoints(db, { cooperation: standing.cooperation, own }),
      used: await findUsedIds(db, agreement),
      lastSigned: await findLastSigned(db, agreement),
      reading: { words: c.var.words, text, all: false, gaps: true, stays: true },
    };
  });
}
