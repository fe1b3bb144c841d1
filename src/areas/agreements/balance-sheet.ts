import { canonical } from '../../plain/json.ts';
import { balanceOf, type Side } from './balance.ts';
import { isSignedByAll, type Signature } from './signature.ts';
import { paragraphsOf, type AgreementText } from './text.ts';
import type { Version } from './version.ts';

/** What the sheet holds against each other, in this order. */
export const MEASURES = [
  'cents',
  'paidMinutes',
  'unpaidMinutes',
  'decisions',
  'credits',
  'goals',
  'promises',
] as const satisfies readonly (keyof Side)[];
export type MeasureName = (typeof MEASURES)[number];

/** The balance of one version. `sides` in the order of its partners. */
export interface VersionBalance {
  readonly number: number;
  readonly isSigned: boolean;
  readonly sides: readonly Side[];
}

/** One measure: what each of these partners has in each version; null where a partner was not there yet. */
export interface Measure {
  readonly name: MeasureName;
  /** What belongs to all together in the newest version: decisions, results. */
  readonly shared: number;
  readonly rows: readonly {
    readonly version: VersionBalance;
    readonly sides: readonly (Side | null)[];
  }[];
}

type History = readonly { readonly version: Version; readonly hash: string }[];

/**
 * The first version, those in which the balance became another one, and the newest, which stands for all before it with
 * the same balance. With many, the first and the last `most - 1` of them.
 */
export function turningPoints(history: History, signatures: readonly Signature[], most = 4): readonly VersionBalance[] {
  const all = history.map(({ version, hash }) => ({
    number: version.number,
    isSigned: isSignedByAll(version.text, hash, signatures),
    sides: balanceOf(version.text),
  }));
  const balances = all.map(({ sides }) => canonical(sides.map((side) => ({ ...side }))));
  const last = all.length - 1;
  const sameAsLast = balances.findLastIndex((balance) => balance !== balances[last]) + 1;
  const turns = all.filter(
    (_, at) => at === 0 || at === last || (balances[at] !== balances[at - 1] && at < sameAsLast),
  );
  return turns.length <= most ? turns : [...turns.slice(0, 1), ...turns.slice(1 - most)];
}

/** All measures over these versions, for the partners of the newest. Promises only where somebody has given one. */
export function measuresOf(text: AgreementText, versions: readonly VersionBalance[]): readonly Measure[] {
  return MEASURES.map((name) => ({
    name,
    shared: sharedIn(text, name),
    rows: versions.map((version) => ({
      version,
      sides: text.partners.map(({ id }) => version.sides.find(({ partner }) => partner === id) ?? null),
    })),
  })).filter(({ name, rows }) => name !== 'promises' || rows.some(({ sides }) => sides.some((side) => side?.promises)));
}

/** What nobody has alone. */
function sharedIn(text: AgreementText, name: MeasureName): number {
  if (name === 'decisions') return paragraphsOf(text, 'decision').filter(({ parts }) => parts.decider === null).length;
  if (name === 'credits') return paragraphsOf(text, 'credit').filter(({ parts }) => parts.owner === null).length;
  return 0;
}
