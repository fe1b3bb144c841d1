import { sql } from 'kysely';
import { KEEPER, ORGANISATIONS, SYSTEM_ONLY, wallIn, type Step } from '../../../platform/database/index.ts';
import { IS_FOR_ACTOR, IS_KEPT } from '../visible.ts';
import { CAME } from './2026-11-21-claims.ts';

/** Organisations speak about what they keep, for example their offers, and only in sources of their own. */
export const keptSubjectsStep: Step = {
  name: '2026-11-21-kept-subjects',
  up: async (db) => {
    await sql`
      create table subject_keeper (
        subject uuid not null references subject on delete cascade,
        organisation uuid not null references subject on delete cascade,
        primary key (subject, organisation)
      )`.execute(db);
    await sql`create index subject_keeper_organisation on subject_keeper (organisation)`.execute(db);
    await wallIn(db, 'subject_keeper', {
      ...SYSTEM_ONLY,
      read: `${KEEPER} or organisation = any(${ORGANISATIONS})`,
    });
    // Who has spoken about an offer in its own name keeps it. The wall holds for the owner of the tables too.
    await sql`select set_config('geflecht.actor', 'system', true)`.execute(db);
    await sql`
      insert into subject_keeper (subject, organisation)
      select distinct claim.subject, source.speaker
      from claim join source on source.id = claim.source join subject kept on kept.id = claim.subject
        join subject keeper on keeper.id = source.speaker
      where source.kind = 'own' and kept.kind = 'offer'`.execute(db);
    await sql`select set_config('geflecht.actor', '', true)`.execute(db);
    const isOwnSource = `source in (select id from source where speaker = any(${ORGANISATIONS}))`;
    await wallIn(db, 'claim', {
      read: `(${IS_FOR_ACTOR} or ${IS_KEPT}) and ${CAME}`,
      write: `${KEEPER} or ((subject = any(${ORGANISATIONS}) or ${IS_KEPT}) and ${isOwnSource})`,
    });
  },
};
