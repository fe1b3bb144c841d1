import { sql } from 'kysely';
import { ORGANISATIONS, wallIn, type Step } from '../../../platform/database/index.ts';
import { PARTNERS_WALL, refuseEnded } from '../../cooperations/index.ts';

/** Looking back together, and ending well. */
export const reviewsStep: Step = {
  name: '2026-11-21-reviews',
  up: async (db) => {
    await sql`
      create table review (
        id uuid primary key,
        cooperation uuid not null references cooperation on delete cascade,
        begun_on date not null,
        opened_on date
      )`.execute(db);
    await sql`create unique index review_open on review (cooperation) where opened_on is null`.execute(db);
    await sql`
      create table review_part (
        review uuid not null references review on delete cascade,
        cooperation uuid not null references cooperation on delete cascade,
        organisation uuid not null references subject on delete cascade,
        words jsonb not null,
        done_on date,
        opened_on date check (opened_on is null or done_on is not null),
        primary key (review, organisation)
      )`.execute(db);
    await sql`
      create table closing_part (
        cooperation uuid not null references cooperation on delete cascade,
        organisation uuid not null references subject on delete cascade,
        words jsonb not null,
        written_on date not null,
        primary key (cooperation, organisation)
      )`.execute(db);
    await sql`
      create table closing_wish (
        cooperation uuid not null references cooperation on delete cascade,
        organisation uuid not null references subject on delete cascade,
        said_on date not null,
        primary key (cooperation, organisation)
      )`.execute(db);
    await sql`
      create table deletion_wish (
        cooperation uuid not null references cooperation on delete cascade,
        organisation uuid not null references subject on delete cascade,
        said_on date not null,
        primary key (cooperation, organisation)
      )`.execute(db);
    const own = `organisation = any(${ORGANISATIONS}) and ${PARTNERS_WALL.read}`;
    await wallIn(db, 'review', { read: PARTNERS_WALL.read, write: `${PARTNERS_WALL.write} and opened_on is null` });
    // A part is for its own side until all are done; then the program opens all of them at once.
    await wallIn(db, 'review_part', {
      read: `(${own}) or (opened_on is not null and ${PARTNERS_WALL.read})`,
      write: `${own} and opened_on is null`,
    });
    for (const table of ['closing_part', 'closing_wish', 'deletion_wish'])
      await wallIn(db, table, { read: PARTNERS_WALL.read, write: own });
    await refuseEnded(db, 'review', 'insert');
    await refuseEnded(db, 'review_part');
    await refuseEnded(db, 'closing_wish');
  },
};
