import { APP_ROLE, type Database } from '../../platform/database/index.ts';

/** Tables of the migrator itself: the app's role has no right to them at all. */
const OF_THE_MIGRATOR = /^kysely_migration/;

/**
 * Tables without their wall: row-level security on and forced, a policy for each of reading, adding, changing and
 * removing, and none for everything at once. A table that the app's role has no right to needs none.
 */
export async function findWallGaps(database: Pick<Database, 'sql'>): Promise<readonly string[]> {
  const { rows } = await database.sql(
    `select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as walled,
       has_table_privilege($1, c.oid, 'select, insert, update, delete, truncate, references, trigger') as reachable,
       exists (select from pg_policy p where p.polrelid = c.oid and p.polcmd in ('r', '*') and p.polqual is not null) as reads,
       (select count(distinct p.polcmd) = 3 from pg_policy p where p.polrelid = c.oid and (
         p.polcmd = 'a' and p.polwithcheck is not null or p.polcmd = 'd' and p.polqual is not null
         or p.polcmd = 'w' and p.polqual is not null and p.polwithcheck is not null)) as writes,
       exists (select from pg_policy p where p.polrelid = c.oid and p.polcmd = '*') as blunt
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p', 'f', 'm', 'v') and not exists (
       select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
     order by c.relname`,
    [APP_ROLE],
  );
  return rows.flatMap(({ name, walled, reachable, reads, writes, blunt }) => {
    const isOpen = OF_THE_MIGRATOR.test(String(name))
      ? reachable === true
      : walled !== true || reads !== true || writes !== true || blunt === true;
    return isOpen ? [String(name)] : [];
  });
}

/** Whether the role that the product works as could climb over the wall. */
export async function isRoleTooStrong(database: Pick<Database, 'sql'>): Promise<boolean> {
  const { rows } = await database.sql(
    `select r.rolsuper or r.rolbypassrls or r.rolcreaterole
       or exists (select from pg_class c where c.relowner = r.oid)
       or exists (select from pg_auth_members m join pg_roles g on g.oid = m.roleid where m.member = r.oid and (g.rolsuper or g.rolbypassrls)) as strong
     from pg_roles r where r.rolname = $1`,
    [APP_ROLE],
  );
  return rows[0]?.['strong'] !== false;
}
