import { createHash } from 'node:crypto';

/** A running time of protection. */
export interface ProtectionTerm {
  readonly id: string;
  readonly organisation: string;
  readonly since: Date;
  /** Since when somebody wants to end it, and the mark of who; null while nobody does. */
  readonly ask: { readonly at: Date; readonly mark: string } | null;
}

/** An ask together with the account behind it. */
export interface Ask {
  readonly at: Date;
  readonly by: string;
}

/** What ending a protection is decided by. */
export interface Ending {
  readonly organisation: string;
  readonly ask: Ask | null;
  /** The accounts that speak for the organisation today. */
  readonly speakers: readonly string[];
  readonly now: Date;
}

const DAY_MS = 86_400_000;

/** From when on the coordination may be the second person, where the organisation has only one. */
export function coordinationFrom(ask: Pick<Ask, 'at'>): Date {
  return new Date(ask.at.getTime() + DAY_MS);
}

/** An ask counts only while the one who asked still speaks for the organisation. */
export function isAskAlive({ ask, speakers }: Pick<Ending, 'ask' | 'speakers'>): boolean {
  return ask !== null && speakers.includes(ask.by);
}

/** Tells whether it was the same account that asked, without keeping which. */
export function markOf(term: string, account: string): string {
  return createHash('sha256').update(`${term}/${account}`).digest('hex');
}

/** The ask with its account; null also when nobody who speaks today has asked. */
export function askOf({ id, ask }: ProtectionTerm, speakers: readonly string[]): Ask | null {
  const by = ask === null ? undefined : speakers.find((account) => markOf(id, account) === ask.mark);
  return ask === null || by === undefined ? null : { at: ask.at, by };
}
