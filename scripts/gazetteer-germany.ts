import { isReceiver } from '../src/areas/places/receiver.ts';
import { fold } from '../src/plain/text.ts';
import { type Cells, cell, type Kreis, type Land, type Spot, spotOf, type Town } from './gazetteer-table.ts';

const LAENDER: readonly (readonly [string, string])[] = [
  ['01', 'Schleswig-Holstein'],
  ['02', 'Hamburg'],
  ['03', 'Niedersachsen'],
  ['04', 'Bremen'],
  ['05', 'Nordrhein-Westfalen'],
  ['06', 'Hessen'],
  ['07', 'Rheinland-Pfalz'],
  ['08', 'Baden-Württemberg'],
  ['09', 'Bayern'],
  ['10', 'Saarland'],
  ['11', 'Berlin'],
  ['12', 'Brandenburg'],
  ['13', 'Mecklenburg-Vorpommern'],
  ['14', 'Sachsen'],
  ['15', 'Sachsen-Anhalt'],
  ['16', 'Thüringen'],
];

/** Where the list of Kreise or the list of postcodes has a shorter or abbreviated name of a city. */
const CITY_NAMES = new Map([['09363', 'Weiden in der Oberpfalz']]);

/** The list has one name for all of Berlin; its twelve Bezirke (Verfassung von Berlin, Art. 4). */
const BERLIN = [
  'Charlottenburg-Wilmersdorf',
  'Friedrichshain-Kreuzberg',
  'Lichtenberg',
  'Marzahn-Hellersdorf',
  'Mitte',
  'Neukölln',
  'Pankow',
  'Reinickendorf',
  'Spandau',
  'Steglitz-Zehlendorf',
  'Tempelhof-Schöneberg',
  'Treptow-Köpenick',
];

export function germany(rows: readonly Cells[], counties: readonly Cells[]): Land[] {
  const byKreis = Map.groupBy(
    rows.filter((row) => !isReceiverRow(row) && cell(row, 'community_code') !== ''),
    kreisKey,
  );
  const kreise = counties.flatMap((county) => {
    const key = cell(county, 'AGS');
    const found = byKreis.get(key);
    return found === undefined ? [] : [kreisOf(key, county, found)];
  });
  return LAENDER.map(([tail, name]) => ({ tail, name, kreise: kreise.filter((kreis) => kreis.tail.startsWith(tail)) }));
}

/** Postcodes that only large receivers have, one line for each two leading digits. */
export function receiverLines(rows: readonly Cells[]): string {
  const ofPlaces = new Set(rows.filter((row) => !isReceiverRow(row)).map((row) => cell(row, 'zipcode')));
  const only = new Set(rows.map((row) => cell(row, 'zipcode')).filter((postcode) => !ofPlaces.has(postcode)));
  return [...Map.groupBy([...only].toSorted(), (postcode) => postcode.slice(0, 2)).values()]
    .map((postcodes) => `${postcodes.join(' ')}\n`)
    .join('');
}

/** In the list the Land of a place has letters (SN), the Land of a large receiver has digits (13). */
function isReceiverRow(row: Cells): boolean {
  return /^\d/.test(cell(row, 'state_code')) || isReceiver(cell(row, 'place'));
}

/** The list puts 22113 Hamburg, with seven of its quarters, into the Kreis next door. */
function kreisKey(row: Cells): string {
  return /^Hamburg( |$)/.test(cell(row, 'place')) ? '02000' : cell(row, 'community_code');
}

function isCity(county: Cells): boolean {
  return ['Kreisfreie Stadt', 'Stadtkreis'].includes(cell(county, 'type'));
}

function bareName(county: Cells): string {
  return cell(county, 'name').replace(/, .*/, '');
}

function kreisOf(tail: string, county: Cells, rows: readonly Cells[]): Kreis {
  const bare = bareName(county);
  const found = Map.groupBy(rows, (row) => cell(row, 'place'));
  if (isCity(county)) {
    const name = CITY_NAMES.get(tail) ?? bare;
    return { tail, name, towns: [city(name, found)] };
  }
  const name = /kreis$|kreis |^Region|^Städteregion|^Landkreis/i.test(bare) ? bare : `${cell(county, 'type')} ${bare}`;
  return { tail, name, towns: towns(found) };
}

/** A city that is a Kreis of its own is one Gemeinde; what else lies in it are its parts. */
function city(name: string, found: ReadonlyMap<string, readonly Cells[]>): Town {
  const short = name.replace(/ (\(|am |an |in ).*/, '');
  const spots: Spot[] = [];
  const parts = new Map<string, Spot[]>(name === 'Berlin' ? BERLIN.map((part) => [part, []]) : []);
  for (const [place, rows] of found) {
    const bare = place.replace(/, (Sachsen|Mecklenburg)$/, '');
    const part = bare.startsWith(`${short} `) && !name.startsWith(bare) ? bare.slice(short.length + 1) : bare;
    if (part === short || part === name) spots.push(...rows.map(spotOf));
    else add(parts, part.replace(new RegExp(`^${short}-`), ''), rows);
  }
  return { tail: slug(name), name, spots, parts };
}

/** "Mülsen Wulm, Wulm" is a part of "Mülsen" when "Mülsen" is a place of the same Kreis. */
function towns(found: ReadonlyMap<string, readonly Cells[]>): Town[] {
  const names = [...found.keys()];
  const owner = new Map(names.map((name) => [name, ownerOf(name, names)]));
  const heads = names.filter((name) => owner.get(name) === null);
  return heads.map((name) => {
    const parts = new Map<string, Spot[]>();
    const spots = (found.get(name) ?? []).map(spotOf);
    for (const [whole, head] of owner) {
      if (head !== name) continue;
      const part = whole.slice(name.length).replace(/^,? /, '');
      if (whole.startsWith(`${name},`)) spots.push(...(found.get(whole) ?? []).map(spotOf));
      else add(parts, part, found.get(whole) ?? []);
    }
    return { tail: slug(name), name, spots, parts };
  });
}

function ownerOf(name: string, names: readonly string[]): string | null {
  const heads = names.filter((head) => {
    if (head === name || head.includes(',')) return false;
    const rest = name.slice(head.length);
    if (!name.startsWith(head)) return false;
    return rest.startsWith(', ') || /^ (?!\(|am |an |auf |bei |im |in |ob |vor |unter |a\. |b\. )/.test(rest);
  });
  const roots = heads.filter((head) => !heads.some((other) => other !== head && head.startsWith(`${other} `)));
  return roots.toSorted((a, b) => b.length - a.length)[0] ?? null;
}

function add(parts: Map<string, Spot[]>, name: string, rows: readonly Cells[]): void {
  parts.set(name, [...(parts.get(name) ?? []), ...rows.map(spotOf)]);
}

function slug(name: string): string {
  return `-${fold(name).replaceAll(' ', '-')}`;
}
