import type { Child } from 'hono/jsx';
import { mergeShown } from '../areas/claims/index.ts';
import { findShownOrganisation, ORGANISATION_FIELDS } from '../areas/organisations/index.ts';
import { isVouched, Vouched } from '../areas/requests/index.ts';
import type { Reader } from '../platform/database/index.ts';
import type { Request } from '../platform/http/index.ts';
import { rankOf } from '../plain/actor.ts';
import { ownNotices } from './own-notices.tsx';

/** What stands above the facts of an organisation: what whoever speaks for it has to know, and for members that two vouch. */
export async function organisationNotices(c: Request, organisation: string): Promise<Child> {
  const own = await ownNotices(c, organisation);
  const isMember = rankOf(c.var.actor) === 'member';
  if (!isMember || !(await isVouched(c.var.read, { kindOf }, organisation))) return own;
  return (
    <>
      {own}
      <Vouched words={c.var.words} />
    </>
  );
}

/** What kind of organisation it is; null where nobody knows. */
export async function kindOf(db: Reader, organisation: string): Promise<string | null> {
  const { kind } = mergeShown(ORGANISATION_FIELDS, await findShownOrganisation(db, organisation));
  return typeof kind === 'string' ? kind : null;
}
