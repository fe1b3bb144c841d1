import type { Child } from 'hono/jsx';
import { giveSessionCookie, leaveNotice, type Request } from '../../../platform/http/index.ts';
import { NotFoundError } from '../../../platform/errors.ts';
import type { Reader } from '../../../platform/database/index.ts';
import { accountOf } from '../../../plain/actor.ts';
import { saying, type Words } from '../../../plain/words.ts';
import type { Frame } from '../../../ui/index.ts';
import { deviceOf } from '../device.ts';
import type { OpenItems } from '../hand-over-items.ts';
import type { OpenedSession } from '../open-session.ts';

export interface PeoplePages {
  readonly frame: (c: Request) => Promise<Frame>;
  /** The address of this installation: it decides how the cookie is given. */
  readonly origin: string;
  /** Where whoever begins to speak for an organisation finds what waits for it: another area has it. */
  readonly workPath: string;
  /** The names of organisations as the reader may know them: another area has them. */
  readonly namesOf: (
    db: Reader,
    organisations: readonly string[],
    words: Words,
  ) => Promise<ReadonlyMap<string, string>>;
  /** What whoever speaks for organisations has to know first, as other areas say it. */
  readonly noticesFor?: (c: Request) => Promise<Child>;
  /** In which languages a mail is written for whoever is to speak for an organisation, or to look after the network. */
  readonly wordsFor: (c: Request, organisation: string | null) => Promise<readonly [Words, ...Words[]]>;
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

/** Where a second step is set up. */
export const SECOND_STEP = '/konto/zweiter-schritt';

/** In with this session, and on to a page of this site, or first to the second step that is missing. */
export function goOn(c: Request, origin: string, session: OpenedSession, next: string, done = 'people.signIn.welcome') {
  enter(c, origin, session);
  leaveNotice(c, saying(done));
  return c.redirect(session.awaitsSecondStep ? secondStepPath(next) : next, 303);
}

/** Setting up a second step, and then going on to a page of this site. */
export function secondStepPath(next: string): string {
  return next === '/konto' ? SECOND_STEP : `${SECOND_STEP}?weiter=${encodeURIComponent(next)}`;
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
