import type { Actor } from '../../plain/actor.ts';
import { isId } from '../../plain/ids.ts';
import type { Day } from '../../plain/time.ts';
import type { Reader } from '../../platform/database/index.ts';
import { NotFoundError } from '../../platform/errors.ts';
import type { Cooperation } from './cooperation.ts';
import { ownOf } from './own.ts';
import type { CooperationPart, Pointer, Stage } from './part.ts';
import { stageOf } from './stage.ts';
import { findCooperation } from './store.ts';

/** A cooperation as one of its partners looks at it, and who that is. */
export interface Seen {
  readonly cooperation: Cooperation;
  readonly own: string;
}

/** What does not exist and what is not for the actor are the same. */
export async function seeCooperation(db: Reader, actor: Actor, id: string): Promise<Seen> {
  const cooperation = isId(id) ? await findCooperation(db, id) : null;
  if (cooperation === null) throw new NotFoundError();
  return { cooperation, own: ownOf(actor, cooperation.partners) };
}

export interface Together {
  readonly stage: Stage;
  readonly open: readonly Pointer[];
  readonly links: readonly Pointer[];
}

/** What all parts say about a cooperation. */
export async function gatherParts(
  db: Reader,
  { cooperation: { id, partners }, own }: Seen,
  parts: readonly CooperationPart[],
  today: Day,
): Promise<Together> {
  const view = { cooperation: id, own, partners, today };
  const shown = [];
  for (const part of parts) shown.push(await part.load(db, view));
  return {
    stage: stageOf(shown.map(({ stage }) => stage)),
    open: shown.flatMap(({ open }) => open),
    links: shown.flatMap(({ links }) => links),
  };
}
