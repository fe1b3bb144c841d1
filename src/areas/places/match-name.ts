import { abbreviates, baseName, nameKeys, nameWords, PLAIN, shelfKeys } from './name-key.ts';
import type { Entry } from './read-table.ts';
import type { Named, Shelves } from './shelves.ts';

/** A place that a name can mean, and the district that was named with it. */
export interface Match {
  readonly entry: Entry;
  readonly district: string | null;
}

/** What a name can mean, from the plainest reading to the boldest. */
export interface Meanings {
  /** Gemeinden of exactly this name. */
  readonly whole: readonly Match[];
  /** Kreise, Länder, countries. */
  readonly areas: readonly Match[];
  /** Gemeinden whose name goes on: "Frankfurt" (am Main). */
  readonly base: readonly Match[];
  /** Districts and villages of a Gemeinde. */
  readonly parts: readonly Match[];
  /** Two names: "Berlin-Neukölln", "Chemnitz, Sachsen", "Wien 10., Favoriten". */
  readonly pairs: readonly Match[];
  /** A name and more behind a blank; believed only when the postcode agrees. */
  readonly loose: readonly Match[];
}

const SEPARATOR = /\s*[-–,;/(]\s*|\s+/g;
const LONGEST = 120;

/** @example meaningsOf(shelves, 'Berlin-Neukölln').pairs // Berlin with the district "Neukölln" */
export function meaningsOf(shelves: Shelves, written: string): Meanings {
  const name = written.slice(0, LONGEST).trim();
  const whole = plain(look(shelves.whole, name));
  const areas = plain(areasOf(shelves, name));
  const base = basesOf(shelves, name);
  const parts = look(shelves.parts(), name).map((named) => ({
    entry: named.entry,
    district: named.part?.name ?? null,
  }));
  if (whole.length + areas.length > 0) return { whole, areas, base, parts, pairs: [], loose: [] };
  return { whole, areas, base, parts, ...pairsOf(shelves, name) };
}

/** Whether a place is another or lies within it. */
export function isWithin(shelves: Shelves, entry: Entry, outerId: string): boolean {
  for (let at: Entry | undefined = entry; at !== undefined; at = above(shelves, at)) {
    if (at.place.id === outerId) return true;
  }
  return false;
}

function above(shelves: Shelves, entry: Entry): Entry | undefined {
  return entry.place.parent === null ? undefined : shelves.byId.get(entry.place.parent);
}

function plain(named: readonly Named[]): Match[] {
  return named.map(({ entry }) => ({ entry, district: null }));
}

function look(shelf: ReadonlyMap<string, readonly Named[]>, name: string): Named[] {
  const keys = nameKeys(name);
  const found = keys.flatMap((key) => shelf.get(key) ?? []);
  return [...new Set(found.length > 0 ? found : keys.flatMap((key) => shelf.get(PLAIN + key) ?? []))];
}

/** Kreise under the words people use for them: "Lkr. Bautzen", "LK Bautzen". */
function areasOf(shelves: Shelves, name: string): Named[] {
  const bare = name.replace(/^(?:landkreis|kreis|lkr\.?|lk)\s+(?=\p{L})/iu, '');
  if (bare === name) return look(shelves.areas, name);
  return [...new Set([name, `Landkreis ${bare}`, `Kreis ${bare}`].flatMap((form) => look(shelves.areas, form)))];
}

/** "Frankfurt", "Frankfurt/Main", "Frankfurt a. M.": the words after the base may be left out or shortened. */
function basesOf(shelves: Shelves, name: string): Match[] {
  const words = nameWords(name);
  for (let size = Math.min(words.length, 4); size > 0; size -= 1) {
    const found = [...new Set(look(shelves.base, words.slice(0, size).join(' ')))];
    const rest = words.slice(size);
    const fitting = rest.length === 0 ? found : found.filter(({ entry }) => goesOn(entry.place.name, rest));
    if (fitting.length > 0) return plain(fitting);
  }
  return [];
}

function goesOn(name: string, rest: readonly string[]): boolean {
  const words = nameWords(name).slice(nameWords(baseName(name) ?? name).length);
  const used = rest.filter((short) => words.some((word) => abbreviates(short, word)));
  const meant = words.every((word) => rest.some((short) => abbreviates(short, word)));
  return meant && rest.every((short) => used.includes(short) || short.length === 1);
}

function pairsOf(shelves: Shelves, name: string): Pick<Meanings, 'pairs' | 'loose'> {
  let loose: readonly Match[] = [];
  for (const cut of [...name.matchAll(SEPARATOR)].toReversed()) {
    const head = name.slice(0, cut.index).trim();
    const tail = district(name.slice(cut.index + cut[0].length));
    if (head === '') continue;
    const outer = [...plain(look(shelves.whole, head)), ...basesOf(shelves, head)];
    const pairs = [...within(shelves, outer, tail), ...named(outer, tail), ...swapped(shelves, head, tail, cut[0])];
    if (pairs.length > 0) return { pairs, loose };
    const open = outer.map(({ entry }) => ({ entry, district: /\d/.test(tail) || tail === '' ? null : tail }));
    // "Karl-Marx-Allee" is no part of "Karl": behind a hyphen stands one word.
    const bold = cut[0].trim() !== '' && !(/[-–]/.test(cut[0]) && /[-–]/.test(tail));
    if (bold && open.length > 0) return { pairs: open, loose };
    if (loose.length === 0) loose = open;
  }
  return { pairs: [], loose };
}

/** "Chemnitz, Sachsen": the second name is what the first lies in. */
function within(shelves: Shelves, outer: readonly Match[], tail: string): Match[] {
  const areas = areasOf(shelves, tail);
  return outer.filter(({ entry }) => areas.some((area) => isWithin(shelves, entry, area.entry.place.id)));
}

/** "Hamburg Altona-Nord": the second name is a part of the first. */
function named(outer: readonly Match[], tail: string): Match[] {
  const keys = new Set(nameKeys(tail));
  return outer.flatMap(({ entry }) => {
    const part = entry.parts.find((one) => shelfKeys(one.name).some((key) => keys.has(key.replace(PLAIN, ''))));
    return part === undefined ? [] : [{ entry, district: part.name }];
  });
}

/** "Neukölln (Berlin)", "Altona, Hamburg": the small one first. */
function swapped(shelves: Shelves, head: string, tail: string, separator: string): Match[] {
  if (!/[,;(]/.test(separator) || look(shelves.whole, head).length > 0) return [];
  return plain(look(shelves.whole, tail)).map(({ entry }) => {
    const part = named([{ entry, district: null }], head)[0];
    return part ?? { entry, district: /\d/.test(head) ? null : head };
  });
}

function district(tail: string): string {
  return tail
    .replace(/[()]/g, ' ')
    .replace(/^\s*\d{1,2}\.?\s*(?:bezirk\b)?[\s,:]*/i, '')
    .replace(/^(?:OT|Ortsteil|Stadtteil|Stadtbezirk)\s+/i, '')
    .replace(/\s+/g, ' ')
    .trim();
}
