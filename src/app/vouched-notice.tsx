import type { Child } from 'hono/jsx';
import { mergeShown } from '../areas/claims/index.ts';
import { kinOf, talkNotice } from '../areas/duplicates/index.ts';
import { findShownOrganisations, ORGANISATION_FIELDS } from '../areas/organisations/index.ts';
import { isVouched, Vouched } from '../areas/requests/index.ts';
import type { Reader } from '../platform/database/index.ts';
import type { Request } from '../platform/http/index.ts';
import { rankOf } from '../plain/actor.ts';
import { pathOf } from './duplicates.ts';
import { ownNotices } from './own-notices.tsx';
import { REGISTER } from './register.ts';

/** What stands above the facts of an organisation: what whoever speaks for it has to know, and for members that two vouch. */
export async function organisationNotices(c: Request, organisation: string): Promise<Child> {
  const own = (
    <>
      {await ownNotices(c, organisation)}
      {await kinOf(c, { pathOf }, organisation)}
    </>
  );
  const isMember = rankOf(c.var.actor) === 'member';
  if (!isMember || !(await isVouched(c.var.read, { kindOf }, organisation))) return own;
  return (
    <>
      {own}
      <Vouched words={c.var.words} />
    </>
  );
}

/** The same for an offer: what belongs to it, and which others its carrier may want to talk about. */
export async function offerNotices(c: Request, offer: string): Promise<Child> {
  return (
    <>
      {await talkNotice(c, { register: REGISTER, pathOf }, offer)}
      {await kinOf(c, { pathOf }, offer)}
    </>
  );
}

/** What kind of organisation it is; null where nobody knows. */
export async function kindOf(db: Reader, organisation: string): Promise<string | null> {
  const { kind } = mergeShown(ORGANISATION_FIELDS, await findShownOrganisations(db, [organisation]));
  return typeof kind === 'string' ? kind : null;
}
