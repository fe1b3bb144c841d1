import type { Item, Register as Records } from '../../engines/same/index.ts';
import type { Clock } from '../../platform/clock.ts';
import type { ReadContext, ReadDatabase } from '../../platform/context.ts';
import { findShown, knownOf, mergeShown, walkSubjects, type Facts } from '../claims/index.ts';
import { itemOf } from './find-pairs-item.ts';
import { readEntries, readSome, type Entry, type Reading } from './find-pairs-read.ts';
import type { PairKind } from './questions.ts';
import { cluesOf, tellClues, type Told } from './reasons.ts';

/** An entry that is there already and looks like what somebody is about to add. */
export interface There {
  readonly subject: string;
  readonly facts: Facts;
  readonly told: readonly Told[];
}

/** Finds what is there already, by what everybody sees. */
export interface Lookout {
  look(ctx: ReadContext, kind: PairKind, facts: Facts): Promise<readonly There[]>;
}

export interface Looking extends Reading {
  /** As the program itself. */
  readonly db: ReadDatabase;
  readonly clock: Clock;
  /** The engine: records that stay, to be asked about one new record at a time. */
  readonly open: (items: readonly Item[]) => Records;
}

/** From so little on it is worth a look: whoever adds something has typed a name and a place, not more. */
const LEAST_P = 0.1;
const MOST = 5;

/** What is known of entries is read anew after so long; what is new since is there at once. */
const KEPT_MS = 600_000;
const AT_ONCE = 1_000;

/** Keeps the public entries at hand as the engine has them, so that a look takes no longer than a page. */
export function openLookout(looking: Looking): Lookout {
  const { db, clock } = looking;
  let kept: Kept | null = null;

  async function atHand(): Promise<Kept> {
    const now = clock.now().getTime();
    if (kept === null || now - kept.at > KEPT_MS) kept = await openKept(looking, now);
    const known = kept;
    await db.read(async (reader) => {
      for (;;) {
        const ids = (await walkSubjects(reader, known.last, AT_ONCE)).map(({ id }) => id).filter(isTimed);
        if (ids.length === 0) return;
        const fresh = await readSome(reader, looking, ids, ['public']);
        // Somebody else who looks may have taken them in meanwhile.
        for (const entry of fresh) if (entry.subject > known.last) addTo(known, entry);
        known.last = [known.last, ...ids].toSorted().at(-1) ?? known.last;
      }
    });
    return kept;
  }

  return {
    async look(ctx, kind, facts) {
      const { records, entries } = (await atHand()).of[kind];
      const item = itemOf(kind, facts, 'a form');
      const alike = records
        .candidates(item)
        .filter(({ p }) => p >= LEAST_P)
        .slice(0, MOST)
        .flatMap(({ b: at, reasons }) => entries.slice(at, at + 1).map((subject) => ({ subject, reasons })));
      return ctx.db.read(async (reader) => {
        const there: There[] = [];
        const known = await knownOf(
          reader,
          alike.map(({ subject }) => subject),
        );
        for (const { subject, reasons } of alike) {
          // It may have been veiled since: nobody finds it by what it showed before.
          const veil = known.get(subject)?.veil;
          if (veil === undefined || veil.isProtected || veil.isWithdrawn) continue;
          const shown = await findShown(reader, kind, [subject]);
          if (shown.length === 0) continue;
          const seen = mergeShown(looking.register.fields[kind], shown);
          there.push({ subject, facts: seen, told: tellClues(cluesOf(reasons), facts, seen) });
        }
        return there;
      });
    },
  };
}

interface Kept {
  readonly at: number;
  readonly of: Readonly<Record<PairKind, { readonly records: Records; readonly entries: string[] }>>;
  /** The newest subject that was looked at. */
  last: string;
}

async function openKept(looking: Looking, at: number): Promise<Kept> {
  const all = await looking.db.read((db) => readEntries(db, looking, ['public']));
  const heap = (kind: PairKind) => {
    const some = all.filter((entry) => entry.kind === kind);
    return {
      records: looking.open(some.map(({ item }) => item)),
      entries: some.map(({ subject }) => subject),
    };
  };
  const timed = all.map(({ subject }) => subject).filter(isTimed);
  const last = timed.toSorted().at(-1) ?? NOBODY;
  return { at, of: { organisation: heap('organisation'), offer: heap('offer') }, last };
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Ids of version 7 tell when they were made; those of the invented county do not. */
function isTimed(id: string): boolean {
  return id[14] === '7';
}

function addTo({ of }: Kept, { kind, subject, item }: Entry): void {
  const { records, entries } = of[kind];
  entries[records.add(item)] = subject;
}
