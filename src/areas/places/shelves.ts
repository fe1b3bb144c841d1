import type { Country } from './place.ts';
import { baseName, PLAIN, shelfKeys } from './name-key.ts';
import { type Spellings, spellingsOf } from './near-names.ts';
import { type Entry, type Part, readTable } from './read-table.ts';
import { tableFile } from './table-file.ts';

/** A Gemeinde, or one of its parts, that has a name. */
export interface Named {
  readonly entry: Entry;
  readonly part: Part | null;
}

/** The gazetteer in memory, arranged by what one looks for. */
export interface Shelves {
  readonly byId: ReadonlyMap<string, Entry>;
  readonly byPostcode: ReadonlyMap<string, readonly Entry[]>;
  /** Gemeinden by their whole name. */
  readonly whole: ReadonlyMap<string, readonly Named[]>;
  /** Gemeinden by what stands before "am …" or "(…)". */
  readonly base: ReadonlyMap<string, readonly Named[]>;
  /** Districts and villages of a Gemeinde; arranged when first asked for. */
  readonly parts: () => ReadonlyMap<string, readonly Named[]>;
  /** How the names of Gemeinden are spelt; arranged when first asked for. */
  readonly spellings: () => Spellings;
  /** Countries, Länder and Kreise. */
  readonly areas: ReadonlyMap<string, readonly Named[]>;
  /** Postcodes of single receivers. */
  readonly receivers: ReadonlySet<string>;
}

interface Filling extends Shelves {
  readonly byId: Map<string, Entry>;
  readonly byPostcode: Map<string, Entry[]>;
  readonly whole: Map<string, Named[]>;
  readonly base: Map<string, Named[]>;
  readonly areas: Map<string, Named[]>;
}

const FILES = ['de.tsv', 'at.tsv', 'ch.tsv', 'li.tsv'];

/** Names in other languages, and short names, by the id of the place. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  'AT-90001': ['Vienna', 'Viyana'],
  'CH-261': ['Zurich'],
  'CH-351': ['Berne'],
  'CH-1061': ['Lucerne'],
  'CH-371': ['Bienne'],
  'CH-2196': ['Freiburg im Üechtland'],
  'CH-2701': ['Basle', 'Bâle'],
  'CH-5192': ['Lauis'],
  'CH-6266': ['Sitten'],
  'CH-6458': ['Neuenburg'],
  'CH-6621': ['Genf', 'Geneva'],
  'DE-09162-muenchen': ['Munich'],
  'DE-05315-koeln': ['Cologne'],
  'DE-09564-nuernberg': ['Nuremberg'],
  'DE-03241-hannover': ['Hanover'],
  'DE-12052-cottbus': ['Chóśebuz'],
  'DE-14625-bautzen': ['Budyšin'],
  'DE-14511-chemnitz': ['Karl-Marx-Stadt'],
  'DE-15091-lutherstadt-wittenberg': ['Wittenberg'],
};

/** Loads the tables of the four countries and what is given in the same format besides. */
export function fillShelves(extra: readonly string[]): Shelves {
  const shelves: Filling = {
    byId: new Map<string, Entry>(),
    byPostcode: new Map<string, Entry[]>(),
    whole: new Map<string, Named[]>(),
    base: new Map<string, Named[]>(),
    parts: once(() => shelveParts(shelves.byId.values())),
    areas: new Map<string, Named[]>(),
    spellings: once(() => spellingsOf([...shelves.whole.keys()].filter((key) => !key.startsWith(PLAIN)))),
    receivers: new Set(tableFile('de-receivers.txt').split(/\s+/)),
  };
  for (const table of [...FILES.map(tableFile), ...extra]) place(readTable(table));
  return shelves;

  function place(entry: Entry): void {
    const known = shelves.byId.get(entry.place.id);
    // An extra table names its country again; what is inside it goes to the country that is there.
    const kept = known === undefined ? entry : { ...known, children: [...known.children, ...entry.children] };
    shelves.byId.set(entry.place.id, kept);
    for (const child of entry.children) place(child);
    if (entry.place.level !== 'gemeinde') {
      for (const key of shelfKeys(entry.place.name)) put(shelves.areas, key, { entry: kept, part: null });
      return;
    }
    for (const postcode of entry.place.postcodes) put(shelves.byPostcode, postcode, entry);
    name(entry);
  }

  function name(entry: Entry): void {
    const named: Named = { entry, part: null };
    const names = [
      entry.place.name,
      ...(OTHER_NAMES[entry.place.id] ?? []),
      ...secondNames(entry.place.name, entry.country),
    ];
    for (const key of names.length === 1 ? shelfKeys(entry.place.name) : new Set(names.flatMap(shelfKeys)))
      put(shelves.whole, key, named);
    const base = baseName(entry.place.name);
    if (base !== null) for (const key of shelfKeys(base)) put(shelves.base, key, named);
  }
}

function shelveParts(entries: Iterable<Entry>): Map<string, Named[]> {
  const shelf = new Map<string, Named[]>();
  for (const entry of entries) {
    for (const part of entry.parts)
      for (const key of partKeys(part.name, entry.country)) put(shelf, key, { entry, part });
  }
  return shelf;
}

/** "Biel/Bienne", "Hornstein / Vorištan": outside Germany the second name is one of its own. */
function secondNames(name: string, country: Country): string[] {
  return country === 'DE' || !name.includes('/') ? [] : name.split('/').map((part) => part.trim());
}

/** A part is found by its name, by its two names, and by the last of "Ortmannsdorf, Marienau". */
function partKeys(name: string, country: Country): Iterable<string> {
  const base = baseName(name);
  if (base === null) return shelfKeys(name);
  const last = name.includes(',') ? [name.slice(name.lastIndexOf(',') + 1)] : [];
  const names = [name, ...last, ...secondNames(name, country), ...(last.length > 0 ? [] : [base])];
  return new Set(names.flatMap(shelfKeys));
}

function once<Thing>(make: () => Thing): () => Thing {
  let made: { readonly thing: Thing } | null = null;
  return () => (made ??= { thing: make() }).thing;
}

function put<Thing>(shelf: Map<string, Thing[]>, key: string, thing: Thing): void {
  const there = shelf.get(key);
  if (there === undefined) shelf.set(key, [thing]);
  else there.push(thing);
}
