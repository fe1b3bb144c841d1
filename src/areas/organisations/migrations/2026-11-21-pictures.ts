import { sql } from 'kysely';
import { ORGANISATIONS, wallIn, type Step } from '../../../platform/database/index.ts';
import { isForActorUnveiled } from '../../claims/index.ts';

/** One picture an organisation, beside its claims: it is an own word only, and leaves no history. */
export const picturesStep: Step = {
  name: '2026-11-21-organisations-pictures',
  up: async (db) => {
    await sql`
      create table picture (
        subject uuid primary key references subject on delete cascade,
        name text not null,
        scope text not null check (scope in ('public', 'network', 'partner', 'own')),
        alternative text not null check (alternative <> ''),
        language text not null,
        width integer not null check (width > 0),
        height integer not null check (height > 0),
        bytes bytea not null,
        said_on date not null
      )`.execute(db);
    // Whoever sees nothing of the organisation sees no picture of it either.
    await wallIn(db, 'picture', {
      read: `subject = any(${ORGANISATIONS}) or (${isForActorUnveiled('picture')}
        and exists (select from organisation o where o.subject = picture.subject))`,
      write: `subject = any(${ORGANISATIONS})`,
    });
  },
};
