import { accountOf, awaitsSecondStep, type Actor } from '../../plain/actor.ts';
import type { Day } from '../../plain/time.ts';
import type { RoleKind } from './store.ts';

/** A role: of one organisation, or one of the two that every house has. */
export interface RoleRef {
  readonly kind: RoleKind;
  /** The organisation that is spoken for; null for the others. */
  readonly organisation: string | null;
}

export interface Role extends RoleRef {
  readonly id: string;
  readonly vacantSince: Date | null;
}

export type Place = 'holder' | 'deputy';

export const PLACES: readonly Place[] = ['holder', 'deputy'];

/** A term that has not been ended. */
export interface Term {
  readonly id: string;
  readonly role: string;
  readonly place: Place;
  readonly account: string | null;
  readonly from: Day;
  /** Not included. */
  readonly until: Day | null;
}

/** A holder who has not been here for so long can be told to go by the network: a key may be lost for good. */
export const ASLEEP_DAYS = 60;

/** In which role something was done, as notes and invitations keep it. */
export type ByRole = 'organisation' | 'coordination' | 'operator' | 'link' | 'system';

export const COORDINATION: RoleRef = { kind: 'coordination', organisation: null };
export const OPERATOR: RoleRef = { kind: 'operator', organisation: null };

export function byRoleOf({ kind }: Actor): ByRole {
  if (kind === 'stranger') return 'link';
  return kind === 'account' ? 'organisation' : kind;
}

/** Whether a term counts on a day: one whose end has come counts no more, also before the round has closed it. */
export function isRunning({ from, until }: Pick<Term, 'from' | 'until'>, day: Day): boolean {
  return from <= day && (until === null || until > day);
}

/** Roles of the house, and whatever an account that came back without its second step holds, open only with one. */
export function needsSecondStep(
  { owesSecondStep }: { readonly owesSecondStep: boolean },
  roles: readonly { readonly kind: RoleKind }[],
): boolean {
  return owesSecondStep || roles.some(({ kind }) => kind !== 'organisation');
}

/** The place that an actor has among the terms of a role, as far as it counts now. */
export function placeAmong(terms: readonly Term[], actor: Actor): Place | null {
  const account = awaitsSecondStep(actor) ? null : accountOf(actor);
  return account === null ? null : (terms.find((term) => term.account === account)?.place ?? null);
}

const HOUSE_PATHS = { coordination: '/rollen/koordination', operator: '/rollen/betrieb' } as const;

/** The page of a role. */
export function pathOfRole({ kind, organisation }: RoleRef): string {
  return kind === 'organisation' ? `/organisationen/${organisation ?? ''}/rollen` : HOUSE_PATHS[kind];
}
