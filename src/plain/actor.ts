/**
 * Who is asking. The database knows the rank of the actor in every transaction
 * (row-level security), the policies of the areas (`may.ts`) know the rest.
 *
 * - `stranger`: nobody has signed in; sees what is public
 * - `account`: somebody who has signed in, perhaps speaking for organisations
 * - `coordination`: an account that holds the coordination of the network, or deputises for it; keeps the lists
 * - `operator`: an account that runs this installation, or the first entrance by the one-time link of the terminal
 * - `system`: the program itself, for example a job or a command; `task` says which
 */
export type Actor =
  | { readonly kind: 'stranger' }
  | ({ readonly kind: 'account' } & Person)
  | ({ readonly kind: 'coordination' } & Person)
  | ({ readonly kind: 'operator' } & Pick<Person, 'session'> & Partial<Person>)
  | { readonly kind: 'system'; readonly task: string };

/** Somebody with an account, in one session. */
export interface Person {
  readonly session: string;
  readonly account: string;
  /** Organisations that the account speaks for today, as holder or deputy. */
  readonly organisations: readonly string[];
  /** Other ids under which these are known: entries that count as the same. Nobody is asked to choose among them. */
  readonly alsoAs?: readonly string[];
  /** The one of them that was chosen in this session, where somebody speaks for several. */
  readonly actingFor?: string;
  /** Whether the coordination has confirmed one of them in the network. */
  readonly isAdmitted: boolean;
  /** Has a role that counts only with a second step, and has not shown one in this session. */
  readonly awaitsSecondStep?: true;
}

/** What the database knows the actor as; `member` is an account of an organisation that is confirmed in the network. */
export type Rank = 'stranger' | 'account' | 'member' | 'coordination' | 'operator' | 'system';

export const STRANGER: Actor = { kind: 'stranger' };

export function system(task: string): Actor {
  return { kind: 'system', task };
}

export function rankOf(actor: Actor): Rank {
  return actor.kind === 'account' && actor.isAdmitted ? 'member' : actor.kind;
}

/** Whoever keeps the register: the coordination, the operator, the program itself. */
export function isKeeper(actor: Actor): boolean {
  return actor.kind === 'coordination' || actor.kind === 'operator' || actor.kind === 'system';
}

/** The account behind an actor; null for strangers, the program and the first entrance. */
export function accountOf(actor: Actor): string | null {
  return actor.kind === 'stranger' || actor.kind === 'system' ? null : (actor.account ?? null);
}

/** Whether somebody has roles that open only with a second step: until then no right of theirs counts. */
export function awaitsSecondStep(actor: Actor): boolean {
  return actor.kind === 'account' && actor.awaitsSecondStep === true;
}

/** The organisations that an actor speaks for. */
export function organisationsOf(actor: Actor): readonly string[] {
  return actor.kind === 'stranger' || actor.kind === 'system' ? [] : (actor.organisations ?? []);
}

/** The organisation that an actor has chosen to be here for; null where nothing was chosen. */
export function actingFor(actor: Actor): string | null {
  return actor.kind === 'stranger' || actor.kind === 'system' ? null : (actor.actingFor ?? null);
}

/** All ids of the organisations that an actor speaks for, also those under which they were known before. */
export function voicesOf(actor: Actor): readonly string[] {
  const alsoAs = actor.kind === 'stranger' || actor.kind === 'system' ? [] : (actor.alsoAs ?? []);
  return [...organisationsOf(actor), ...alsoAs];
}

export function speaksFor(actor: Actor, organisation: string): boolean {
  return voicesOf(actor).includes(organisation);
}
