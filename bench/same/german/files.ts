import iconv from 'iconv-lite';
import { dice, type Dice } from '../../../src/engines/rhoenau/dice.ts';
import { LISTS, writeEntry, type Entry, type ListPlan } from './lists.ts';
import type { Part, Thing } from './thing.ts';
import { inventWorld, type World } from './world.ts';

/** The seeds of the set that stands in the folder; with others the same words give another one. */
const SEEDS: Readonly<Record<Part, number>> = { development: 20_261, 'held-out': 90_417 };

/** One half as files: seven lists and the gold. The same seed gives the same bytes. */
export function filesOf(part: Part, seed = SEEDS[part]): ReadonlyMap<string, Buffer> {
  const world = inventWorld(part, seed);
  const throws = dice(seed === SEEDS[part] ? part.length : seed, `rows of the german set ${part}`);
  const entries = spread(world, throws);
  const files = new Map(LISTS.map((plan) => [plan.file, bytesOf(plan, entries.get(plan.file) ?? [])]));
  const records = LISTS.flatMap(({ file }) =>
    (entries.get(file) ?? []).map(({ thing, slices }, row) => [file, String(row + 1), thing, slices.join('|')]),
  );
  const used = new Set(records.map(([, , thing]) => thing));
  const relations = world.relations.filter(({ a, b }) => used.has(a) && used.has(b));
  files.set('gold-records.csv', csv([['file', 'row', 'thing', 'slices'], ...records], ','));
  files.set(
    'gold-relations.csv',
    csv([['a', 'b', 'outcome'], ...relations.map(({ a, b, outcome }) => [a, b, outcome])], ','),
  );
  return files;
}

/** Which list knows what: every thing is in one at least. */
function spread(world: World, throws: Dice): ReadonlyMap<string, readonly Entry[]> {
  const { things } = world;
  const byId = new Map(things.map((thing) => [thing.id, thing]));
  const around = {
    seat: things[0] === undefined ? '' : seatOf(things),
    carrierOf: (thing: Thing) => (thing.partOf === null ? null : (byId.get(thing.partOf) ?? null)),
    newPhone: world.newPhone,
    newStreet: world.newStreet,
  };
  const rows = new Map<string, Entry[]>(LISTS.map(({ file }) => [file, []]));
  for (const thing of things) {
    const able = LISTS.filter((plan) => plan.knows(thing) > 0);
    const known = able.filter((plan) => throws.chance(plan.knows(thing)));
    for (const plan of known.length === 0 ? able.slice(0, 1) : known) {
      const times = plan.twice !== undefined && throws.chance(plan.twice) ? 2 : 1;
      for (let time = 0; time < times; time += 1) rows.get(plan.file)?.push(writeEntry(plan, thing, throws, around));
    }
  }
  return new Map([...rows].map(([file, entries]) => [file, throws.shuffled(entries)]));
}

/** The town in which most of them are. */
function seatOf(things: readonly Thing[]): string {
  const towns = Map.groupBy(things, ({ town }) => town);
  return [...towns].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? '';
}

function bytesOf(plan: ListPlan, entries: readonly Entry[]): Buffer {
  const fields = Object.values(plan.columns);
  const lines = [Object.keys(plan.columns), ...entries.map(({ texts }) => fields.map((field) => texts[field] ?? ''))];
  const text = csv(lines, plan.separator).toString('utf8');
  if (plan.encoding === 'windows-1252') return iconv.encode(text, 'windows-1252');
  if (plan.encoding === 'utf16le') return iconv.encode(text, 'utf-16le', { addBOM: true });
  return Buffer.from(plan.encoding === 'utf8-bom' ? `\uFEFF${text}` : text, 'utf8');
}

function csv(lines: readonly (readonly string[])[], separator: string): Buffer {
  const cell = (text: string) =>
    /["\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
  return Buffer.from(lines.map((line) => `${line.map(cell).join(separator)}\r\n`).join(''), 'utf8');
}
