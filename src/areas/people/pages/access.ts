import { giveSessionCookie, type Request } from '../../../platform/http/index.ts';
import { NotFoundError } from '../../../platform/errors.ts';
import type { Reader } from '../../../platform/database/index.ts';
import { accountOf } from '../../../plain/actor.ts';
import type { Words } from '../../../plain/words.ts';
import type { Frame } from '../../../ui/index.ts';
import { deviceOf } from '../device.ts';
import type { OpenItems } from '../hand-over-items.ts';
import type { OpenedSession } from '../open-session.ts';

export interface PeoplePages {
  readonly frame: (c: Request) => Promise<Frame>;
  /** The address of this installation: it decides how the cookie is given. */
  readonly origin: string;
  /** The names of organisations as the reader may know them: another area has them. */
  readonly namesOf: (
    db: Reader,
    organisations: readonly string[],
    words: Words,
  ) => Promise<ReadonlyMap<string, string>>;
  /** What other areas have open for a role, to be talked about before it changes hands. */
  readonly openItems?: readonly OpenItems[];
}

/** The account of whoever is signed in; a page that is only for accounts is not there for others. */
export function accountAt(c: Request): string {
  const account = accountOf(c.var.actor);
  if (account === null) throw new NotFoundError();
  return account;
}

/** With what somebody came, for the list of sessions. */
export function deviceAt(c: Request): string | null {
  return deviceOf(c.req.header('user-agent'));
}

/** From here on the browser is in this session. */
export function enter(c: Request, origin: string, { token, endsAt }: OpenedSession): void {
  giveSessionCookie(c, origin, token, endsAt);
}

/** Where to sign in and then go on to a page of this site. */
export function signInPath(next: string): string {
  return next === '/konto' ? '/anmelden' : `/anmelden?weiter=${encodeURIComponent(next)}`;
}

/** Nothing of this page is kept anywhere, and no search engine has it. */
export function keepNowhere(c: Request): void {
  c.header('cache-control', 'no-store');
  c.header('x-robots-tag', 'noindex');
}
