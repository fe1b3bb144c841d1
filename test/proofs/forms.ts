import { ORIGIN, type House, type Who } from './house.ts';
import { formsIn, linksIn } from './pages.ts';
import { fill, holesIn, kindOfHole, routesOf } from './routes.ts';

/** What a browser would send. */
export type SentForm = Readonly<Record<string, string>>;

/**
 * Every form that is on a page that one of these people can read, by the pattern of the address it goes to; where
 * nothing is chosen yet something is typed, so that it is read as far as possible.
 */
export async function formsByRoute(
  house: House,
  people: readonly Who[],
  idsOf: (kind: string | null) => readonly string[],
): Promise<ReadonlyMap<string, readonly SentForm[]>> {
  const posts = routesOf(house)
    .filter(({ method }) => method === 'POST')
    .map(({ pattern }) => ({ pattern, matches: new RegExp(`^${pattern.replaceAll(/:\w+/g, '[^/]+')}$`) }));
  const forms = new Map<string, SentForm[]>();
  for (const who of people)
    for (const path of await pathsFor(house, who, idsOf)) {
      const { status, text } = await house.get(path, who);
      if (status !== 200) continue;
      for (const { action, method, fields } of formsIn(text, path)) {
        const target = new URL(action, `${ORIGIN}${path}`).pathname;
        if (method !== 'post') continue;
        // A name of its own wins over a hole: `/vereinbarungen/einlesen` is no agreement.
        const found = posts.filter(({ matches }) => matches.test(target)).toSorted((a, b) => holes(a) - holes(b))[0];
        if (found === undefined) continue;
        const sent = Object.fromEntries([...fields].map(([name, value]) => [name, value === '' ? 'Etwas' : value]));
        const known = forms.get(found.pattern) ?? [];
        if (!known.some((one) => Object.keys(one).join() === Object.keys(sent).join()))
          forms.set(found.pattern, [...known, sent]);
      }
    }
  return forms;
}

const holes = ({ pattern }: { readonly pattern: string }) => holesIn(pattern).length;

/** All pages of this site about the things with these ids, and what they link to. */
async function pathsFor(
  house: House,
  who: Who,
  idsOf: (kind: string | null) => readonly string[],
): Promise<ReadonlySet<string>> {
  const paths = new Set<string>(['/zusammenarbeit']);
  for (const { method, pattern } of routesOf(house)) {
    if (method !== 'GET' || !pattern.includes(':')) continue;
    const [first = '', ...rest] = holesIn(pattern);
    const parts = Object.fromEntries(rest.map((hole) => [hole, idsOf(kindOfHole(pattern, hole))[0] ?? 'x']));
    for (const id of idsOf(kindOfHole(pattern, first))) paths.add(fill(pattern, { ...parts, [first]: id }));
  }
  for (const path of paths) {
    if (paths.size > 600) break;
    const { text } = await house.get(path, who);
    for (const next of linksIn(text, ORIGIN, path))
      if (/^\/(kooperationen|vereinbarungen|anfragen|vorstellungen|gesuche|zusagen)/.test(next)) paths.add(next);
  }
  return paths;
}
