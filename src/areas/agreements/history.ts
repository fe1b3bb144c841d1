import type { Paragraph, ParagraphKind } from './paragraph.ts';
import type { VersionHead } from './store-history.ts';
import type { Partner } from './text.ts';
import type { AcceptedChange } from './version.ts';

/** Who has changed a paragraph after it was brought, in the order of the versions. */
export function changersOf(
  history: readonly VersionHead[],
  paragraph: string,
): readonly { readonly number: number; readonly by: string }[] {
  const all = history.flatMap(({ number, changes }) =>
    changes.filter((one) => one.paragraph === paragraph).map(({ by }) => ({ number, by })),
  );
  return all.slice(1);
}

/** Whether a change brings the idea of somebody else in words of its own: the idea was countered before all said yes. */
function isCounter({ base, after, by }: Pick<AcceptedChange, 'base' | 'after' | 'by'>): boolean {
  return base === null && after !== null && after.origin !== by;
}

/** Who has put the idea of somebody else into the words with which a paragraph came about; null for nobody. */
export function countererOf(history: readonly VersionHead[], paragraph: string): string | null {
  const first = history.flatMap(({ changes }) => changes).find((one) => one.paragraph === paragraph);
  return first !== undefined && isCounter(first) ? first.by : null;
}

/** Whose words a version took over: those who changed something of their own accord, and whose idea somebody countered. */
export function voicesIn({ changes }: Pick<VersionHead, 'changes'>): {
  readonly own: readonly string[];
  readonly countered: readonly { readonly origin: string; readonly by: string }[];
} {
  const countered = changes.flatMap((one) =>
    isCounter(one) && one.after !== null ? [{ origin: one.after.origin, by: one.by }] : [],
  );
  const own = changes.filter((one) => !isCounter(one)).map(({ by }) => by);
  return {
    own: [...new Set(own)],
    countered: [...new Map(countered.map((one) => [`${one.origin}/${one.by}`, one])).values()],
  };
}

/** Everybody who has ever been a partner, under the name of last time: who has left is still named. */
export function everyoneIn(history: readonly VersionHead[]): { readonly partners: readonly Partner[] } {
  const all = new Map(history.flatMap(({ partners }) => partners.map((one): [string, Partner] => [one.id, one])));
  return { partners: [...all.values()] };
}

/** What a version did, kind by kind: so many goals new, so many tasks changed. */
export interface Done {
  readonly kind: ParagraphKind;
  readonly became: 'added' | 'changed' | 'removed';
  readonly count: number;
}

/** For each version, by its number, what it did; what was taken away is known from when it was brought. */
export function doneIn(history: readonly VersionHead[]): ReadonlyMap<number, readonly Done[]> {
  const kinds = new Map<string, ParagraphKind>();
  return new Map(
    history.map(({ number, changes }) => {
      const counts = new Map<string, Done>();
      for (const { paragraph, base, after } of changes) {
        const kind = kindOf(after, kinds.get(paragraph));
        if (kind === null) continue;
        kinds.set(paragraph, kind);
        const became = after === null ? 'removed' : base === null ? 'added' : 'changed';
        const name = `${kind}/${became}`;
        counts.set(name, { kind, became, count: (counts.get(name)?.count ?? 0) + 1 });
      }
      return [number, [...counts.values()]];
    }),
  );
}

function kindOf(after: Paragraph | null, known: ParagraphKind | undefined): ParagraphKind | null {
  return after?.kind ?? known ?? null;
}
