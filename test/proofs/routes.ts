import type { House } from './house.ts';

export interface Route {
  readonly method: 'GET' | 'POST';
  /** As it was declared: `/organisationen/:id`. */
  readonly pattern: string;
}

/** Every address that answers, as the site has declared them; middleware left out. */
export function routesOf({ site }: Pick<House, 'site'>): readonly Route[] {
  const seen = new Map<string, Route>();
  for (const { method, path } of site.web.routes)
    if (method === 'GET' || method === 'POST') seen.set(`${method} ${path}`, { method, pattern: path });
  return [...seen.values()];
}

/** The names of the parts of an address that change: `['id', 'part']`. */
export function holesIn(pattern: string): readonly string[] {
  return [...pattern.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
}

/** Which kind of thing a hole holds, by the folder before it; null where nobody has said so yet. */
export function kindOfHole(pattern: string, hole: string): string | null {
  const before = pattern.slice(0, pattern.indexOf(`/:${hole}`));
  return KINDS[`${before.split('/').at(-1) ?? ''}/:${hole}`] ?? null;
}

const KINDS: Readonly<Record<string, string>> = {
  'organisationen/:id': 'organisation',
  'organisationen/:organisation': 'organisation',
  'angebote/:id': 'offer',
  'netzwerke/:id': 'network',
  'listen/:id': 'list',
  'importe/:id': 'import',
  'auffrischen/:subject': 'organisation',
  'hinweise/:id': 'notice',
  'postausgang/:id': 'mail',
  'sitzungen/:id': 'session',
  'passkeys/:id': 'passkey',
  'einladung/:invitation': 'invitation',
  'aufgabe/:term': 'term',
  'bild/:picture': 'picture',
  'eintritt/:token': 'entrance token',
  'einladung/:token': 'invitation token',
  'bestaetigen/:token': 'confirm token',
  'stimme/:token': 'voice token',
  'nicht-wir/:token': 'objection token',
  'kooperationen/:id': 'cooperation',
  'gesuche/:id': 'search request',
  'anfragen/:id': 'request',
  'vorstellungen/:id': 'introduction',
  'buergschaften/:id': 'organisation',
  'vereinbarungen/:id': 'agreement',
  'eingelesen/:id': 'kept agreement',
  'punkte/:point': 'talking point',
  'zusagen/:id': 'commitment',
  'zusagen/:cooperation': 'cooperation',
  ':cooperation/:id': 'commitment',
  'antwort/:token': 'answer token',
  'vorstellung/:token': 'introduction token',
  'gespraeche/:id': 'conversation',
  'g/:token': 'conversation token',
  'kalender/:file': 'calendar token',
  // Names of parts and files are no secret: they are the same in every installation.
  'bearbeiten/:part': 'part',
  'hinweis/:part': 'part',
  'bogen/:part': 'part of a sheet',
  'entwurf/:section': 'section',
  'fassungen/:number': 'number',
  'plan/:question': 'question',
  'uebersetzung/:language': 'language',
  'beispiele/:name': 'file',
};

/** A pattern with its holes filled. */
export function fill(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replaceAll(/:(\w+)/g, (_, name: string) => values[name] ?? '');
}
