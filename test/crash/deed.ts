import type { Home } from '../../src/app/home.ts';
import type { Site } from '../../src/app/site.ts';
import { tokenOf, type DeedWorld, type Person } from './deed-world.ts';

/** What a process finds when it opens the folder. */
export interface Found {
  /** How many deeds of this kind have been done. */
  readonly number: number;
  /** What is done by half. */
  readonly problems: readonly string[];
}

/** Deeds that follow one another; the next one is told from what the folder shows, so any process can go on. */
export interface Deeds {
  /** How many of them have been done. */
  count(): Promise<number>;
  found(): Promise<Found>;
  /** Brings back what a deed needs and is none itself. */
  settle(): Promise<void>;
  /** Does the one after `number` of them. It is done when this comes back. */
  next(number: number): { readonly name: string; readonly work: () => Promise<void> };
}

export interface House {
  readonly home: Home;
  readonly site: Site;
  readonly world: DeedWorld;
}

/** Somebody who is signed in, whoever has this cookie, or nobody. */
export type Sender = Person | { readonly cookie: string } | null;

export async function get(house: House, path: string, who: Sender): Promise<string> {
  const answer = await ask(house, path, who, {});
  if (answer.status !== 200) throw new Error(`${answer.status} GET ${path}`);
  return answer.text();
}

/** Comes back when the house has said that it is done. */
export async function post(house: House, path: string, who: Sender, form: Record<string, string> = {}): Promise<void> {
  const { status } = await ask(house, path, who, { method: 'POST', body: new URLSearchParams(form) });
  if (status !== 303) throw new Error(`${status} POST ${path}`);
}

export async function ask({ home, site }: House, path: string, who: Sender, init: RequestInit): Promise<Response> {
  const cookie: Record<string, string> =
    who === null ? {} : { cookie: typeof who === 'string' ? `session=${tokenOf(who)}` : who.cookie };
  const { origin } = home.config;
  return site.web.request(origin + path, { ...init, headers: { origin, 'accept-language': 'de', ...cookie } });
}
