import { NotFoundError } from '../../../platform/errors.ts';
import type { Request } from '../../../platform/http/index.ts';
import type { Json } from '../../../plain/json.ts';
import { isId } from '../../../plain/ids.ts';
import type { Words } from '../../../plain/words.ts';
import type { Frame } from '../../../ui/index.ts';
import { spokenOf, type Account, type Facts, type ReadPlace } from '../../claims/index.ts';
import type { Ask } from '../confirmation-ask.ts';
import { findEntry, findNames, type Entry } from '../entry.ts';
import type { Country } from '../forms.ts';
import { openAsk } from '../answer.ts';
import type { Work } from '../work.ts';

export interface FreshnessPages extends Work {
  readonly frame: (c: Request) => Promise<Frame>;
  /** Where people reach this site, for what is printed. */
  readonly origin: string;
  readonly readPlaceIn: (country: Country) => ReadPlace;
  readonly countryOf: (facts: Facts) => Country;
}

/** The ask behind the link of the address, with the entry as strangers are shown it. Looking answers nothing. */
export async function askAt(
  c: Request,
  work: Work,
): Promise<{ readonly ask: Ask; readonly entry: Entry; readonly token: string }> {
  keepPrivate(c);
  const token = c.req.param('token') ?? '';
  const ask = await openAsk(c.var.read, work, token);
  const entry = await c.var.read.db.read((db) => findEntry(db, work.register, ask.subject));
  if (entry === null) throw new NotFoundError();
  return { ask, entry, token };
}

/** Nothing of it is kept by browsers on the way or found by search engines. */
export function keepPrivate(c: Request): void {
  c.header('cache-control', 'no-store');
  c.header('x-robots-tag', 'noindex');
}

/** The entry that the address names, for keepers and whoever speaks for it; its name also while nobody else is shown it. */
export async function entryAt(
  c: Request,
  work: Work,
  id = c.req.param('subject') ?? '',
): Promise<{ readonly entry: Entry; readonly name: string }> {
  if (!isId(id)) throw new NotFoundError();
  return c.var.read.db.read(async (db) => {
    const entry = await findEntry(db, work.register, id);
    if (entry === null) throw new NotFoundError();
    return { entry, name: nameIn((await findNames(db, work.register, [id])).get(id)?.name ?? null, c.var.words) };
  });
}

export function nameOf(account: Account | null, words: Words): string {
  return nameIn(account?.facts['name'] ?? null, words);
}

export function nameIn(name: Json | null, words: Words): string {
  const [first] = spokenOf(name ?? undefined, words, 'reader');
  return first?.text ?? words.say('freshness.noName');
}
