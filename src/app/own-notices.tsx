import type { Child } from 'hono/jsx';
import { findFamily, headsOf, knownOf } from '../areas/claims/index.ts';
import { WithdrawnNotice } from '../areas/freshness/index.ts';
import { findNotices, OwnNotices } from '../areas/notices/index.ts';
import type { Request } from '../platform/http/index.ts';
import { organisationsOf, speaksFor } from '../plain/actor.ts';
import { namesOf } from './names.ts';

const MOST = 20;

/**
 * What whoever speaks for organisations has to know first: that one is not shown, that somebody asks for something.
 * On the page of one organisation only what is about it. Null for everybody else.
 */
export async function ownNotices(c: Request, organisation?: string): Promise<Child> {
  const { actor, words, read } = c.var;
  const own =
    organisation === undefined ? organisationsOf(actor) : speaksFor(actor, organisation) ? [organisation] : [];
  if (own.length === 0) return null;
  const { heads, known, notices, names } = await read.db.read(async (db) => ({
    heads: [...new Set((await headsOf(db, own)).values())],
    known: await knownOf(db, own),
    notices: await findNotices(db, { most: MOST, organisations: await findFamily(db, own) }),
    names: await namesOf(db, own, words),
  }));
  const withdrawn = heads.filter((id) => known.get(id)?.veil.isWithdrawn === true);
  if (withdrawn.length === 0 && notices.length === 0) return null;
  return (
    <>
      {withdrawn.map((id) => (
        <WithdrawnNotice
          words={words}
          organisation={id}
          name={organisation === undefined ? names.get(id) : undefined}
        />
      ))}
      <OwnNotices words={words} notices={notices} />
    </>
  );
}
