import type { ReadContext } from '../../platform/context.ts';
import { dayOf, type Day } from '../../plain/time.ts';
import { headsOf } from '../claims/index.ts';
import { may } from './may.ts';
import { COORDINATION, OPERATOR, type Place, type RoleRef } from './role.ts';
import { findAdmissions } from './store-admission.ts';
import { findAliases, findRoles, findTerms } from './store-role.ts';

/** A role in the list of all, as the reader may know it. */
export interface RoleLine {
  readonly ref: RoleRef;
  readonly vacantSince: Date | null;
  readonly places: readonly {
    readonly place: Place;
    readonly alias: string | null;
    readonly from: Day;
    readonly until: Day | null;
  }[];
  readonly admittedOn: Day | null;
}

/** All roles that the reader may see: those of the house always, then organisations, the vacant ones first. */
export function showRoles({ db, actor, clock }: ReadContext): Promise<readonly RoleLine[]> {
  return db.read(async (reader) => {
    const roles = await findRoles(reader);
    const ids = roles.map(({ id }) => id);
    const terms = await findTerms(reader, ids, dayOf(clock.now()));
    const named = roles.filter((role) => may.seeHolders(actor, role) === true).map(({ id }) => id);
    const accounts = terms.flatMap(({ role, account }) => (account !== null && named.includes(role) ? [account] : []));
    const aliases = await findAliases(reader, accounts);
    const voices = roles.flatMap(({ organisation }) => (organisation === null ? [] : [organisation]));
    const admitted = await findAdmissions(reader, voices);
    const heads = await headsOf(reader, voices);
    // What is known under several ids is one line, under what it counts as.
    const known = Map.groupBy(roles, ({ kind, organisation }) => heads.get(organisation ?? '') ?? organisation ?? kind);
    const lines = [...known.values()].flatMap((same): RoleLine[] => {
      const [first] = same;
      if (first === undefined) return [];
      const own = terms.filter(({ role }) => same.some(({ id }) => id === role));
      const { kind, organisation, vacantSince } = first;
      return [
        {
          ref: { kind, organisation: heads.get(organisation ?? '') ?? organisation },
          vacantSince: own.length > 0 ? null : vacantSince,
          places: own.map(({ place, account, from, until }) => ({
            place,
            alias: aliases.get(account ?? '') ?? null,
            from,
            until,
          })),
          admittedOn:
            same.map((role) => admitted.get(role.organisation ?? '') ?? null).find((day) => day !== null) ?? null,
        },
      ];
    });
    const house = [COORDINATION, OPERATOR].map(
      (ref): RoleLine =>
        lines.find((line) => line.ref.kind === ref.kind) ?? { ref, vacantSince: null, places: [], admittedOn: null },
    );
    return [...house, ...lines.filter(({ ref }) => ref.organisation !== null)];
  });
}
