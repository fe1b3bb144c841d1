import { listOf, pathOf } from '../src/app/duplicates.ts';
import { MERGING } from '../src/app/merging.ts';
import { NEIGHBOURS } from '../src/app/neighbours.ts';
import { addDuplicatePages, findPairs, type Searching } from '../src/areas/duplicates/index.ts';
import { take } from '../src/areas/lists/take.ts';
import { addOrganisationPages } from '../src/areas/organisations/index.ts';
import { matchAll } from '../src/engines/same/index.ts';
import { openDesk, type ImportDesk } from './import-desk.ts';
import { asking, enterAsOperator, frameOf, openWeb, type Answer } from './web.ts';

/** A desk at which lists are brought in and questions about them are answered, as a page shows them. */
export interface SameDesk extends ImportDesk {
  readonly ctx: Searching;
  readonly cookie: string;
  /** Brings a list in, takes it over, and looks for what may be the same. */
  takeOver(list: string, csv: string): Promise<void>;
  search(): Promise<number>;
  get(path: string, cookie?: string | null, language?: string): Promise<Answer>;
  post(path: string, form: Readonly<Record<string, string>>, cookie?: string | null): Promise<Answer>;
  /** Answers the question that is shown. */
  answer(outcome: string, more?: Readonly<Record<string, string>>): Promise<Answer>;
  /** What the page asks about: the two names, or null. */
  asked(): Promise<readonly string[] | null>;
}

export async function openSameDesk(): Promise<SameDesk> {
  const desk = await openDesk();
  const web = openWeb(desk);
  const { titlesOf } = NEIGHBOURS;
  const pages = { frame: frameOf(), ...MERGING, pathOf, titlesOf, search: () => Promise.resolve() };
  addDuplicatePages(web, pages);
  addOrganisationPages(web, { frame: frameOf(), ...NEIGHBOURS });
  const cookie = await enterAsOperator(web, desk);
  const { get, post } = asking(web);
  const ctx: Searching = {
    ...desk.ctx,
    ...MERGING,
    listOf,
    match: (items) => Promise.resolve(matchAll(items)),
  };
  const search = () => findPairs(ctx);
  const question = async () => (await get('/dasselbe', cookie)).text;
  return {
    ...desk,
    ctx,
    cookie,
    search,
    takeOver: async (list, csv) => {
      await take(desk.work, (await desk.bring(list, csv)).id);
      await search();
    },
    get: (path, as = cookie, language = 'de') => get(path, as, language),
    post: (path, form, as = cookie) => post(path, form, as),
    asked: async () => {
      const cards = [...(await question()).matchAll(/<section class="card"><h2>(.*?)<\/h2>/gs)];
      return cards.length === 0 ? null : cards.map(([, name = '']) => name.replaceAll(/<[^>]+>/g, '')).toSorted();
    },
    answer: async (outcome, more = {}) => {
      const html = await question();
      const [a, b] = ['a', 'b'].map((name) => new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? '');
      return post('/dasselbe', { a: a ?? '', b: b ?? '', outcome, ...more }, cookie);
    },
  };
}
