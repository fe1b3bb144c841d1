import type { ReadContext } from '../../platform/context.ts';
import { dayOf, type Day } from '../../plain/time.ts';
import type { Json } from '../../plain/json.ts';
import { findLastWords, type LastWord, type SubjectKind } from '../claims/index.ts';
import type { Ask } from './confirmation-ask.ts';
import { findNames } from './entry.ts';
import type { QueueView } from './forms.ts';
import { countAsks, findAsksIn, findAsksOn } from './store.ts';
import type { Work } from './work.ts';

export const QUEUE_PAGE = 50;

export interface QueueLine {
  readonly subject: string;
  readonly kind: SubjectKind;
  /** Language → name; null where none is known. */
  readonly name: Json | null;
  readonly on: Day | null;
  readonly isLapsed: boolean;
  readonly isWithdrawn: boolean;
  readonly ask: Ask | null;
}

export interface Queue {
  readonly lines: readonly QueueLine[];
  readonly counts: Readonly<Partial<Record<QueueView, number>>>;
}

/** One page of what wants to be asked, oldest word first. For keepers only: the page asks before. */
export async function openQueue(
  ctx: ReadContext,
  { register }: Pick<Work, 'register'>,
  { view, page }: { readonly view: QueueView; readonly page: number },
): Promise<Queue> {
  const today = dayOf(ctx.clock.now());
  const part = { limit: QUEUE_PAGE, offset: (page - 1) * QUEUE_PAGE };
  return ctx.db.read(async (db) => {
    const asks =
      view === 'offen' || view === 'mensch'
        ? await findAsksIn(db, view === 'offen' ? 'open' : 'with a person', { ...part, noted: view === 'mensch' })
        : [];
    const only = asks.map(({ subject }) => subject);
    const words: readonly LastWord[] =
      view === 'offen' || view === 'mensch'
        ? await findLastWords(db, { today, only, limit: QUEUE_PAGE })
        : await findLastWords(db, {
            today,
            ...(view === 'still' ? { lapsed: true } : {}),
            withdrawn: view === 'nicht',
            ...part,
          });
    const ids = [...new Set([...words.map(({ subject }) => subject), ...only])];
    const names = await findNames(db, register, ids);
    const running = await findAsksOn(db, ids);
    const { open, person } = await countAsks(db);
    return {
      counts: { offen: open, mensch: person },
      lines: ids.flatMap((subject): QueueLine[] => {
        const named = names.get(subject);
        const word = words.find((each) => each.subject === subject);
        if (named === undefined) return [];
        return [
          {
            subject,
            ...named,
            on: word?.on ?? null,
            isLapsed: word?.lapsedOn !== null && word !== undefined,
            isWithdrawn: word?.withdrawnOn !== null && word !== undefined,
            ask: running.get(subject) ?? null,
          },
        ];
      }),
    };
  });
}
