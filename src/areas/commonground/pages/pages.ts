import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { NotFoundError } from '../../../platform/errors.ts';
import { idAt, keepNowhere, type Request } from '../../../platform/http/index.ts';
import { organisationsOf } from '../../../plain/actor.ts';
import { dayOf, daysBetween } from '../../../plain/time.ts';
import type { Words } from '../../../plain/words.ts';
import type { FormError, Frame } from '../../../ui/index.ts';
import { isStewardOf, KEPT_DAYS, type Conversation } from '../conversation.ts';
import { findKept } from '../find-kept.ts';
import type { Problem } from '../forms.ts';
import { DOOR_PATH } from '../paths.ts';
import { findConversation } from '../store.ts';
import { ballotKey } from '../seal.ts';
import { findBallot } from '../store-ballot.ts';
import { findDoorsInside, openDoor } from '../store-door.ts';
import { DOOR, type Work } from '../work.ts';

/** What the pages of conversations are handed in. */
export interface ConversationPages extends Work {
  readonly frame: (c: Request) => Promise<Frame>;
  readonly wordsIn: (language: string) => Words;
  /** `https://netz.example.org` */
  readonly origin: string;
  /** The folder for uploads. */
  readonly uploads: string;
}

/** The conversation in the address, for whoever looks after it; for everybody else there is no such page. */
export async function keptAt(c: Request): Promise<Conversation> {
  const id = idAt(c);
  const found = await c.var.read.db.read((db) => findKept(db, c.var.actor, id));
  keepNowhere(c);
  return found;
}

/** The conversation in the address, as far as anybody may see it. */
export async function conversationAt(c: Request) {
  const id = idAt(c);
  const conversation = await c.var.read.db.read((db) => findConversation(db, id));
  if (conversation === null) throw new NotFoundError();
  const isSteward = isStewardOf(c.var.actor, conversation.steward);
  if (isSteward) keepNowhere(c);
  // What comes from the archive is there to be read; whoever brought it can take it away again.
  return { conversation, isSteward, isKept: isSteward && conversation.takenFrom === null };
}

/** The conversation behind the link in the address, and the mark of this browser, if it has joined. */
export async function doorAt(c: Request, { links }: Pick<Work, 'links'>) {
  keepNowhere(c);
  const token = c.req.param('token') ?? '';
  const hash = links.read(DOOR, token, c.var.read.clock.now());
  const conversation = hash === null ? null : await c.var.read.db.read((db) => openDoor(db, hash));
  if (conversation === null) throw new NotFoundError();
  return {
    conversation,
    path: `${DOOR_PATH}/${token}`,
    mark: getCookie(c, cookieOf(conversation)) ?? null,
    code: getCookie(c, codeCookieOf(conversation)) ?? null,
  };
}

/** The conversations that this browser has joined, with the links that lead back. */
export async function joinedBefore(c: Request, { links }: Pick<Work, 'links'>) {
  const marks = getCookie(c);
  if (!Object.keys(marks).some((name) => MARK_COOKIE.test(name))) return [];
  const now = c.var.read.clock.now();
  return c.var.read.db.read(async (db) => {
    const joined: { readonly href: string; readonly conversation: Conversation }[] = [];
    for (const { conversation: id, token } of await findDoorsInside(db)) {
      const mark = marks[cookieOf({ id })];
      const hash = mark === undefined ? null : links.read(DOOR, token, now);
      if (mark === undefined || hash === null || (await findBallot(db, ballotKey(id, mark))) === null) continue;
      const conversation = await openDoor(db, hash);
      if (conversation !== null) joined.push({ href: `${DOOR_PATH}/${token}`, conversation });
    }
    return joined;
  });
}

type Origin = Pick<ConversationPages, 'origin'>;

export type At = Awaited<ReturnType<typeof doorAt>>;

/** The mark stays in this browser, for this conversation, and goes nowhere but to its pages. */
export function keepMark(c: Request, pages: Origin, conversation: Conversation, mark: string): void {
  const left = daysBetween(dayOf(c.var.read.clock.now()), conversation.endsOn) + KEPT_DAYS;
  setCookie(c, cookieOf(conversation), mark, { ...hidden(pages), maxAge: left * 86_400 });
}

/** The words of a slip wait in this browser until somebody has read what it is about: they are typed once, and in no page. */
export function keepCode(c: Request, pages: Origin, conversation: Pick<Conversation, 'id'>, code: string): void {
  setCookie(c, codeCookieOf(conversation), code.replaceAll(' ', '-'), { ...hidden(pages), maxAge: 3600 });
}

export function dropCode(c: Request, pages: Origin, conversation: Conversation): void {
  deleteCookie(c, codeCookieOf(conversation), hidden(pages));
}

/** By the address that people see: what stands before us may take https off. */
function hidden({ origin }: Origin) {
  return { path: DOOR_PATH, httpOnly: true, sameSite: 'Lax', secure: origin.startsWith('https://') } as const;
}

const MARK_COOKIE = /^g[0-9a-f]{8}$/;

function cookieOf({ id }: Pick<Conversation, 'id'>): string {
  return `g${id.slice(0, 8)}`;
}

function codeCookieOf(conversation: Pick<Conversation, 'id'>): string {
  return `${cookieOf(conversation)}-code`;
}

/** Who reads the pages on which somebody looks after a conversation. */
export function stewardReaders({ steward }: Conversation) {
  return steward === null ? 'keepers' : 'own';
}

/** Who opens a page of a conversation: without its link, where it is not public, only whoever looks after it. */
export function pageReaders(conversation: Conversation, isBehindLink = false) {
  if (conversation.isPublic && conversation.begunOn !== null) return 'public';
  return isBehindLink ? 'link' : stewardReaders(conversation);
}

/** In whose name somebody can look after a conversation. */
export function stewardsOf(c: Request): readonly (string | null)[] {
  const { actor } = c.var;
  return [...organisationsOf(actor), ...(isStewardOf(actor, null) ? [null] : [])];
}

export function today(c: Request): string {
  return dayOf(c.var.read.clock.now());
}

/** In what a text is written that is typed on this page. */
export function writtenIn(words: Words): string {
  return words.language === 'de-simple' ? 'de' : words.language;
}

/** The problems of a form as its summary lists them; `of` is what it is about, where it stands more than once. */
export function tellProblems(words: Words, problems: readonly Problem[], of?: string): readonly FormError[] {
  return problems.map(({ input, told }) => ({
    field: of === undefined ? input : `${input}-${of}`,
    text: words.tell(told),
  }));
}

/** What is wrong at one input. */
export function errorAt(words: Words, problems: readonly Problem[], input: string): string | undefined {
  const told = problems.find((problem) => problem.input === input)?.told;
  return told === undefined ? undefined : words.tell(told);
}
