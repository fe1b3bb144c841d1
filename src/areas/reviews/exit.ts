import { lastDayAfter } from '../cooperations/index.ts';
import { paragraphsOf, type InForce, type PartsOf, type Texts } from '../agreements/index.ts';
import type { Day } from '../../plain/time.ts';

/** What was agreed about leaving, in the order in which it is read. */
export const EXIT_PARTS = ['money', 'data', 'name', 'materials'] as const;
export type ExitPart = (typeof EXIT_PARTS)[number];

/** What happens when a partner says on a day that it goes. */
export interface Exit {
  readonly lastDay: Day;
  /** Weeks of notice; null when nothing is in force that speaks of it. */
  readonly notice: number | null;
  readonly agreed: Readonly<Partial<Record<ExitPart, Texts>>>;
  /** What it has agreed to do and what falls due after its last day, and so no longer binds it. */
  readonly released: number;
  /** With fewer than two left the cooperation ends. */
  readonly ends: boolean;
}

/** What would be if a partner went; asked as often as anybody likes, and kept nowhere. */
export function exitOf(
  inForce: Pick<InForce, 'version'> | null,
  { own, today, partners }: { readonly own: string; readonly today: Day; readonly partners: number },
): Exit {
  const text = inForce?.version.text ?? null;
  const parts: PartsOf<'exit'> | undefined = text === null ? undefined : paragraphsOf(text, 'exit')[0]?.parts;
  const lastDay = lastDayAfter(today, parts?.notice ?? null);
  const due =
    text === null
      ? []
      : [
          ...paragraphsOf(text, 'task')
            .filter((one) => one.parts.doer === own)
            .map((one) => one.parts.until),
          ...paragraphsOf(text, 'duty')
            .filter((one) => one.parts.responsible === own)
            .map((one) => one.parts.due),
        ];
  return {
    lastDay,
    notice: parts?.notice ?? null,
    agreed:
      parts === undefined ? {} : { money: parts.money, data: parts.data, name: parts.name, materials: parts.materials },
    released: due.filter((day) => day !== null && day > lastDay).length,
    ends: partners <= 2,
  };
}

/** What is still to come when all partners end it together: how much of it falls away, and how much stays. */
export interface Ahead {
  /** Tasks and promises. */
  readonly falls: number;
  /** Duties: papers are often due only after the end. */
  readonly stays: number;
}

export function aheadOf(inForce: Pick<InForce, 'version'> | null, today: Day): Ahead {
  if (inForce === null) return { falls: 0, stays: 0 };
  const { text } = inForce.version;
  const isAhead = (day: Day | null): boolean => day === null || day > today;
  const ends = [...paragraphsOf(text, 'task'), ...paragraphsOf(text, 'promise')].map(({ parts: { until } }) => until);
  return {
    falls: ends.filter(isAhead).length,
    stays: paragraphsOf(text, 'duty').filter(({ parts: { due } }) => isAhead(due)).length,
  };
}

/** The last day on which something is due by what is in force. */
export function lastDueOf(inForce: Pick<InForce, 'version'> | null): Day | null {
  if (inForce === null) return null;
  const days = paragraphsOf(inForce.version.text, 'duty').flatMap(({ parts: { due } }) => (due === null ? [] : [due]));
  return days.toSorted().at(-1) ?? null;
}
