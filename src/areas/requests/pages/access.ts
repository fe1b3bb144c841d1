import type { Child } from 'hono/jsx';
import type { Reader } from '../../../platform/database/index.ts';
import { NotFoundError } from '../../../platform/errors.ts';
import { idAt, keepNowhere, type Request as Asked } from '../../../platform/http/index.ts';
import type { Words } from '../../../plain/words.ts';
import type { Frame } from '../../../ui/index.ts';
import { findCooperation, findPartners, ownOf } from '../../cooperations/index.ts';
import { findNames } from '../name.ts';
import { isYes, type Request } from '../request.ts';
import { byProgram, findPartnersWhoever } from '../store-known.ts';
import type { Work } from '../work.ts';

/** What the pages of requests are handed in: everything that other areas know. */
export interface RequestPages extends Work {
  readonly frame: (c: Asked) => Promise<Frame>;
  /** An organisation in its own words, as this reader may see it; null where it sees nothing. */
  readonly portraitOf: (c: Asked, organisation: string) => Promise<Portrait | null>;
  /** How to reach the contact function, for whoever works together with it. Read by the program, after both agreed. */
  readonly contactOf: (db: Reader, organisation: string, words: Words) => Promise<Child>;
  /** Where a promise is written into the agreement; null while there is none. */
  readonly promisePathOf: (db: Reader, cooperation: string) => Promise<string | null>;
}

export interface Portrait {
  readonly name: string;
  /** What it says of itself and what it offers, without any address; null where it says nothing. */
  readonly words: Child;
  /** When and how it likes to be reached, without any address; null where it says nothing. */
  readonly manners: Child;
}

/** The cooperation in the address, as one of its partners; for everybody else there is no such page. */
export async function cooperationAt(c: Asked) {
  keepNowhere(c);
  const id = idAt(c);
  return c.var.read.db.read(async (db) => {
    const own = ownOf(c.var.actor, await findPartners(db, id));
    const cooperation = await findCooperation(db, id);
    if (cooperation === null) throw new NotFoundError();
    return { id, own, title: cooperation.title, partners: cooperation.partners };
  });
}

/** How two who have agreed reach each other; nothing before. */
export async function contactFor(
  c: Asked,
  pages: RequestPages,
  other: string | null,
): Promise<{ readonly name: string; readonly facts: Child } | null> {
  if (other === null) return null;
  return c.var.read.db.read(async (db) => {
    const name = (await findNames(db, pages, [other], c.var.words))(other);
    return { name, facts: await byProgram(db, () => pages.contactOf(db, other, c.var.words)) };
  });
}

/** The same for the two sides of a request: after a yes, for as long as both are in the cooperation. */
export async function contactAfter(c: Asked, pages: RequestPages, request: Request, other: string) {
  const { cooperation, sender, receiver } = request;
  if (request.state !== 'answered' || !isYes(request.answer)) return null;
  const partners = await c.var.read.db.read((db) => findPartnersWhoever(db, cooperation));
  const isInside = (side: string) => partners.some(({ organisation }) => organisation === side);
  return contactFor(c, pages, isInside(sender) && isInside(receiver) ? other : null);
}

/** The names of some organisations, in one transaction. */
export async function namesAt(c: Asked, pages: RequestPages, organisations: readonly string[]) {
  return c.var.read.db.read((db) => findNames(db, pages, organisations, c.var.words));
}
