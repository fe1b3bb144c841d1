import { accountOf, awaitsSecondStep, isKeeper, speaksFor, type Actor } from '../../plain/actor.ts';
import { saying, type Saying } from '../../plain/words.ts';
import type { ByRole, Place, RoleRef } from './role.ts';

type Answer = true | Saying;

/** A place to be given by invitation, and how its role stands. */
export interface Vacancy {
  readonly role: RoleRef;
  readonly place: Place;
  /** The places that are taken. */
  readonly taken: readonly Place[];
  /** The place of whoever invites, in this role. */
  readonly mine: Place | null;
}

/** A term that somebody wants to end. */
export interface Ending {
  readonly role: RoleRef;
  readonly place: Place;
  /** The place of whoever wants to, in this role. */
  readonly mine: Place | null;
  readonly isOwn: boolean;
  /** Whether whoever stands there has not been here for weeks. */
  readonly isAsleep: boolean;
}

const NOT_YOURS = saying('people.may.notYours');

/** Who may do what with roles. */
export const roleMay = {
  /** The page of a role: for whoever stands in it, and for the network that looks after it. */
  seeRole: (actor: Actor, { organisation }: RoleRef): Answer =>
    isKeeper(actor) || (organisation !== null && speaksFor(actor, organisation)) || NOT_YOURS,
  /** By which name: colleagues know each other, and the network knows who looks after it. Nobody else. */
  seeHolders: (actor: Actor, { kind, organisation }: RoleRef): Answer =>
    (kind === 'organisation' ? organisation !== null && speaksFor(actor, organisation) : isKeeper(actor)) || NOT_YOURS,
  /** The network calls somebody only to an organisation that nobody speaks for; from then on it says itself who does. */
  invite: (actor: Actor, { role, place, taken, mine }: Vacancy): Answer => {
    if (taken.includes(place)) return saying('people.role.taken');
    if (mine !== null && mine !== place) return true;
    if (role.kind === 'organisation')
      return actor.kind !== 'system' && isKeeper(actor) && taken.length === 0 ? true : NOT_YOURS;
    return actor.kind === 'operator' || actor.kind === 'system' || NOT_YOURS;
  },
  revokeInvitation: (
    actor: Actor,
    { role, by, mine }: { readonly role: RoleRef; readonly by: ByRole; readonly mine: Place | null },
  ): Answer => {
    if (mine !== null || actor.kind === 'operator') return true;
    return (role.kind !== 'operator' && actor.kind === 'coordination' && by !== 'organisation') || NOT_YOURS;
  },
  /** The network invites others, it never lets itself speak for an organisation. */
  accept: (
    actor: Actor,
    {
      role,
      place,
      by,
      mine,
    }: { readonly role: RoleRef; readonly place: Place; readonly by: ByRole; readonly mine: Place | null },
  ): Answer => {
    if (actor.kind === 'system') return NOT_YOURS;
    if (mine === 'holder' || mine === place) return saying('people.invite.already');
    return (
      !(role.kind === 'organisation' && by !== 'organisation' && isKeeper(actor)) ||
      saying('people.invite.notForNetwork')
    );
  },
  /**
   * One's own at any time; a holder also that of the deputy, the operator also those of the house. From outside nobody,
   * except that the network ends the term of somebody of an organisation who has not been here for weeks.
   */
  endTerm: (actor: Actor, { role, place, mine, isOwn, isAsleep }: Ending): Answer =>
    isOwn ||
    (mine === 'holder' && place === 'deputy') ||
    (role.kind === 'organisation' ? isAsleep && isKeeper(actor) : actor.kind === 'operator') ||
    NOT_YOURS,
  handOver: (_actor: Actor, { mine }: { readonly mine: Place | null }): Answer => mine === 'holder' || NOT_YOURS,
  confirmHandOver: (actor: Actor, { to }: { readonly to: string | null }): Answer =>
    (to !== null && accountOf(actor) === to && !awaitsSecondStep(actor)) || NOT_YOURS,
  /** Either side, until the day. */
  cancelHandOver: (
    actor: Actor,
    { from, to }: { readonly from: string | null; readonly to: string | null },
  ): Answer => {
    const account = accountOf(actor);
    return (account !== null && !awaitsSecondStep(actor) && (account === from || account === to)) || NOT_YOURS;
  },
  /** Whom the network counts in is for the network to say. */
  admit: (actor: Actor): Answer => actor.kind === 'coordination' || actor.kind === 'operator' || NOT_YOURS,
  goRoleRound: (actor: Actor): Answer => actor.kind === 'system' || NOT_YOURS,
  /** Everyone may try the words of a letter. */
  readCode: (_actor: Actor): Answer => true,
};
