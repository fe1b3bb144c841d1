import { sql } from 'kysely';
import { IN_NETWORK, KEEPER, ORGANISATIONS, SYSTEM_ONLY, wallIn, type Step } from '../../../platform/database/index.ts';
import {
  HOLDS_NOW,
  IS_FOR_ACTOR,
  IS_HIDDEN,
  IS_KIN_KEPT,
  IS_KIN_OPENED,
  IS_LAPSED,
  IS_WITHDRAWN,
  NAMES_HIDDEN,
} from '../visible.ts';
import { CAME } from './2026-11-21-claims.ts';

/** Subjects that were found to be the same count as one, for the walls too. `kept`: the projections of what organisations keep. */
export function forwardingStep(kept: readonly string[]): Step {
  return {
    name: '2026-11-21-forwarding',
    up: async (db) => {
      await sql`
        create table own_veil (
          subject uuid primary key references subject on delete cascade,
          protected_at timestamptz,
          hidden_fields text[],
          lapsed_at timestamptz,
          withdrawn_at timestamptz
        )`.execute(db);
      await wallIn(db, 'own_veil', SYSTEM_ONLY);
      await sql`
        create function kin_of(subjects uuid[]) returns uuid[] language plpgsql stable set jit = off as $$
        begin
          -- Hardly anybody was forwarded: most of the time this is one look into an index.
          if not exists (select from subject where forwarded_to is not null) then
            return subjects;
          end if;
          return (
            with recursive kin(id, forwarded_to) as (
              select id, forwarded_to from subject where id = any(subjects)
              union
              select next.id, next.forwarded_to from kin cross join lateral (
                select id, forwarded_to from subject where subject.id = kin.forwarded_to
                union all
                select id, forwarded_to from subject where subject.forwarded_to = kin.id
              ) next
            )
            select coalesce(array_agg(id), '{}') from kin);
        end $$`.execute(db);
      const isOwnSource = `source in (select id from source where speaker = any(${ORGANISATIONS}))`;
      const isOurs = `(subject = any(${ORGANISATIONS}) or ${IS_KIN_KEPT})`;
      const isUnveiled = `(not ${IS_HIDDEN} or ${IS_KIN_OPENED}) and (not ${IS_WITHDRAWN} or ${IS_KIN_OPENED})
        and (not ${IS_LAPSED} or ${IN_NETWORK})`;
      await wallIn(db, 'claim', {
        read: `(${IS_FOR_ACTOR} or ${IS_KIN_OPENED} or ${IS_KIN_KEPT}) and ${CAME} and not ${NAMES_HIDDEN}
          and (${isOurs} or (${isUnveiled}))`,
        write: `${KEEPER} or (${isOurs} and ${isOwnSource})`,
      });
      for (const table of kept)
        await wallIn(db, table, { read: `(${IS_FOR_ACTOR} or ${IS_KIN_KEPT}) and ${HOLDS_NOW}`, write: 'false' });
    },
  };
}
