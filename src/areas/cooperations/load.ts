import type { Actor } from '../../plain/actor.ts';
import { isId } from '../../plain/ids.ts';
import type { Day } from '../../plain/time.ts';
import type { Reader } from '../../platform/database/index.ts';
import { NotFoundError } from '../../platform/errors.ts';
import type { Cooperation } from './cooperation.ts';
import { ownOf, voicesOf } from './own.ts';
import type { CooperationPart, CooperationView, Pointer, Stage } from './part.ts';
import { openAt, stageOf } from './stage.ts';
import { findCooperation } from './store.ts';

/** A cooperation as one of its partners looks at it, and who that is. */
export interface Seen {
  readonly cooperation: Cooperation;
  readonly own: string;
  /** The partners that the reader speaks for, mostly one. */
  readonly voices: readonly string[];
}

/** What does not exist and what is not for the actor are the same. */
export async function seeCooperation(db: Reader, actor: Actor, id: string, asked: string | null = null): Promise<Seen> {
  const cooperation = isId(id) ? await findCooperation(db, id) : null;
  if (cooperation === null) throw new NotFoundError();
  const { partners } = cooperation;
  return { cooperation, own: ownOf(actor, partners, asked), voices: voicesOf(actor, partners) };
}

export interface Together {
  readonly stage: Stage;
  readonly open: readonly Pointer[];
  readonly links: readonly Pointer[];
}

/** What all parts say about a cooperation. */
export async function gatherParts(
  db: Reader,
  seen: Omit<Seen, 'voices'>,
  parts: readonly CooperationPart[],
  today: Day,
): Promise<Together> {
  const gathered = await gatherAll(db, [seen], parts, today);
  return gathered(seen);
}

/** The same for many, with as few questions as for one. */
export async function gatherAll(
  db: Reader,
  all: readonly Omit<Seen, 'voices'>[],
  parts: readonly CooperationPart[],
  today: Day,
): Promise<(seen: Omit<Seen, 'voices'>) => Together> {
  const viewOf = ({ cooperation: { id, partners }, own }: Omit<Seen, 'voices'>): CooperationView => ({
    cooperation: id,
    own,
    partners,
  });
  const views = all.map(viewOf);
  const loaded: Awaited<ReturnType<CooperationPart['load']>>[] = [];
  if (views.length > 0) for (const part of parts) loaded.push(await part.load(db, views, today));
  return (seen) => {
    const shown = loaded.map((show) => show(viewOf(seen)));
    const stage = stageOf(shown.map((one) => one.stage));
    return {
      stage,
      open: openAt(
        stage,
        shown.flatMap(({ open }) => open),
      ),
      links: shown.flatMap(({ links }) => links),
    };
  };
}
