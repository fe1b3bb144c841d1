import { guessColumns } from '../../areas/lists/index.ts';
import { factNamed, targetOf, TARGETS, type Target } from './headers.ts';

export interface Column {
  readonly at: number;
  readonly header: string;
  readonly target: Target;
}

export interface Columns {
  readonly kind: 'organisation' | 'offer';
  readonly columns: readonly Column[];
}

interface Table {
  readonly headers: readonly { readonly name: string }[];
  readonly sample: readonly (readonly string[])[];
}

/** What lists call their fields, as far as it helps to tell records apart. */
const OF_LISTS: Readonly<Record<string, Target>> = {
  name: 'name',
  carrier: 'carrier',
  street: 'street',
  houseNumber: 'houseNumber',
  streetWithPlace: 'streetWithPlace',
  postcode: 'postcode',
  placeName: 'place',
  placeText: 'postcodePlace',
  phone: 'phone',
  mailbox: 'mail',
  website: 'site',
  languages: 'language',
  topics: 'topic',
  fieldsOfAction: 'topic',
  lat: 'lat',
  lon: 'lon',
  point: 'point',
  registerNumber: 'field',
  times: 'field',
};

/**
 * Which column is what: as the caller says (`told`, by header), else by its header, else as lists are read.
 * A column that nobody knows is held against others only where no name tells the records apart, and never if its
 * cells are all different: that is a key, which says nothing about another list.
 *
 * @example readColumns(table, new Map()).columns // [{ at: 0, header: 'Vereinsname', target: 'name' }, …]
 */
export function readColumns(table: Table, told: ReadonlyMap<string, Target | null>): Columns {
  const guess = guessColumns(table);
  const known = table.headers.map(({ name: header }, at) => {
    const said = told.get(header);
    if (said !== undefined) return said;
    const guessed = ofList(guess.columns[at]?.field ?? null);
    // In a list of offers an organisation is who carries them; the guess has seen that, the header alone has not.
    return guess.subject === 'offer' ? (guessed ?? targetOf(header)) : (targetOf(header) ?? guessed);
  });
  const hasName = known.includes('name');
  const columns = table.headers.flatMap(({ name: header }, at): readonly Column[] => {
    const target = known[at] ?? (told.has(header) || hasName || !isTelling(table, at) ? null : 'field');
    if (target === null || (target === 'field' && hasName && !told.has(header) && !helps(header, guess.subject)))
      return [];
    return [{ at, header, target }];
  });
  return { kind: guess.subject, columns };
}

/** What people call the targets when they name one: `city` is `place`, `email` is `mail`; null for none of them. */
export function targetNamed(word: string): Target | null {
  const target = TARGETS.find((one) => one.toLowerCase() === word.toLowerCase());
  return (
    target ??
    targetOf(word) ??
    ofList(guessColumns({ headers: [{ name: word }], sample: [] }).columns[0]?.field ?? null)
  );
}

/** `name@und` and `name@ar` are the name in other words. */
function ofList(field: string | null): Target | null {
  if (field === null) return null;
  const [name = '', language] = field.split('@');
  return language !== undefined ? (name === 'name' ? 'otherName' : null) : (OF_LISTS[name] ?? null);
}

/**
 * Beside a name few other facts help: whoever is named as contact and what is said about opening hours differs from
 * list to list though both mean the same.
 */
function helps(header: string, kind: Columns['kind']): boolean {
  const fact = factNamed(header);
  return fact === 'number' || (fact === 'times' && kind === 'offer');
}

const MUCH_TEXT = 60;

function isTelling({ sample }: Table, at: number): boolean {
  const cells = sample.map((row) => row[at]?.trim() ?? '').filter((cell) => cell !== '');
  if (cells.length === 0) return false;
  const isKey = cells.length > 1 && new Set(cells).size === cells.length;
  const signs = cells.reduce((sum, cell) => sum + cell.length, 0) / cells.length;
  return !isKey && signs <= MUCH_TEXT;
}
