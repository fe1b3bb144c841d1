import { type Cells, cell, type Kreis, type Land, type Spot, spotOf, type Town } from './gazetteer-table.ts';

const CANTONS: Readonly<Record<string, string>> = {
  AG: 'Aargau',
  AI: 'Appenzell Innerrhoden',
  AR: 'Appenzell Ausserrhoden',
  BE: 'Bern',
  BL: 'Basel-Landschaft',
  BS: 'Basel-Stadt',
  FR: 'Freiburg',
  GE: 'Genf',
  GL: 'Glarus',
  GR: 'Graubünden',
  JU: 'Jura',
  LU: 'Luzern',
  NE: 'Neuenburg',
  NW: 'Nidwalden',
  OW: 'Obwalden',
  SG: 'St. Gallen',
  SH: 'Schaffhausen',
  SO: 'Solothurn',
  SZ: 'Schwyz',
  TG: 'Thurgau',
  TI: 'Tessin',
  UR: 'Uri',
  VD: 'Waadt',
  VS: 'Wallis',
  ZG: 'Zug',
  ZH: 'Zürich',
};

/** What the Swiss list hangs on the name of a place for sorting offices, mail boxes and large receivers. */
const SWISS_RECEIVER = new RegExp(
  ` (\\d+|PF|Post-?[Ff]inance|Postfinance|UBS|SBB|Swisscom|KATA|SSF|SPI GLS|SPILOG|Verarb\\S*|centre de traitement|Caselle|OFS|VZ|MS|SC|CS|EKZ` +
    `|Versich\\.|Versicherung|R Digest|Reader's Digest|Voice|Helsana|IBRS|Kant\\. Verwaltung|(Groupe )?Mutuel|Adm cant|Services spéciaux` +
    `|Sonderdienste|Presse-Serv|Mona Versand|Künzler|K AG|Vögele|Ringier|Ifolor|Businesszentrum|Paraplegikerzentrum|PSI|D4|GLS)(?=[ .]|$).*`,
);

/** Jungholz can be reached by road from Germany only and has a German postcode as well. */
const ALSO_GERMAN = ['Jungholz'];

export function austria(rows: readonly Cells[], german: readonly Cells[]): Land[] {
  const all = [...rows, ...ALSO_GERMAN.flatMap((name) => alsoGerman(name, rows, german))];
  return laender(
    all,
    (row) => String(Number(cell(row, 'state_code'))),
    (row) => cell(row, 'state'),
    (land) =>
      kreise(
        land,
        (row) => cell(row, 'province_code'),
        (row) => austrianBezirk(cell(row, 'province')),
        (row) =>
          cell(row, 'state') === 'Wien' ? ['90001', 'Wien'] : [cell(row, 'community_code'), cell(row, 'community')],
        austrianPart,
      ),
  );
}

export function switzerland(rows: readonly Cells[]): Land[] {
  const home = new Map<string, Cells>();
  for (const row of rows) {
    const known = home.get(swissName(row));
    if (known === undefined || number(row) > number(known)) home.set(swissName(row), row);
  }
  const settled = rows.map((row) => atHome(row, home.get(swissName(row)) ?? row));
  return laender(
    settled,
    (row) => cell(row, 'state_code'),
    (row) => CANTONS[cell(row, 'state_code')] ?? cell(row, 'state'),
    (land) =>
      kreise(
        land,
        (row) => `${cell(row, 'state_code')}-${cell(row, 'province_code')}`,
        (row) => swissBezirk(cell(row, 'province')),
        (row) => [cell(row, 'community_code'), cell(row, 'community')],
        swissPart,
      ),
  );
}

export function liechtenstein(rows: readonly Cells[]): Land[] {
  const towns = townsOf(
    rows,
    (row) => [cell(row, 'state_code'), cell(row, 'state')],
    (row) => cell(row, 'place').replace(/ FL$/, ''),
  );
  return [{ tail: '', name: '', kreise: [{ tail: '', name: '', towns }] }];
}

type Read = (row: Cells) => string;
type ReadTown = (row: Cells) => readonly [string, string];

function laender(rows: readonly Cells[], key: Read, name: Read, inside: (rows: readonly Cells[]) => Kreis[]): Land[] {
  return [...Map.groupBy(rows, key)].map(([tail, found]) => ({
    tail,
    name: first(found, name),
    kreise: inside(found),
  }));
}

function kreise(rows: readonly Cells[], key: Read, name: Read, town: ReadTown, part: Read): Kreis[] {
  return [...Map.groupBy(rows, key)].map(([tail, found]) => ({
    tail,
    name: first(found, name),
    towns: townsOf(found, town, part),
  }));
}

function townsOf(rows: readonly Cells[], town: ReadTown, part: Read): Town[] {
  return [...Map.groupBy(rows, (row) => town(row)[0])].map(([tail, found]) => {
    const name = first(found, (row) => town(row)[1]);
    const short = name.replace(/ \(.*/, '');
    const spots: Spot[] = [];
    const parts = new Map<string, Spot[]>();
    for (const row of found) {
      const place = part(row);
      const bare = place.startsWith(`${short} / `) || place === name ? short : place;
      if (bare === short) spots.push(spotOf(row));
      else parts.set(bare, [...(parts.get(bare) ?? []), spotOf(row)]);
    }
    return { tail, name, spots, parts };
  });
}

/** "Wien, Favoriten", "Graz,01.Bez.:Innere Stadt" → the name of the part. */
function austrianPart(row: Cells): string {
  return cell(row, 'place')
    .replace(/^Wien, /, '')
    .replace(/^[^,]+,\d+\.Bez\.:/, '');
}

/** "Buchs AG" (in the canton of Aargau), "Bern 60 UPD", "Zofingen Ringier AG" → "Buchs", "Bern", "Zofingen". */
function swissPart(row: Cells): string {
  return cell(row, 'place')
    .replace(SWISS_RECEIVER, '')
    .replace(new RegExp(` ${cell(row, 'state_code')}$`), '');
}

function austrianBezirk(name: string): string {
  const bare = name.replace(/^Politischer Bezirk /, '');
  if (bare.startsWith('Wien (')) return 'Wien (Stadt)';
  if (bare.endsWith(' Stadt')) return `${bare.slice(0, -6)} (Stadt)`;
  return name === bare && !bare.endsWith('-Umgebung') && bare !== 'Wels-Land' ? `${bare} (Stadt)` : `Bezirk ${bare}`;
}

function swissBezirk(name: string): string {
  const german: Readonly<Record<string, string>> = {
    Geneva: 'Genf',
    'Appenzell Inner Rhodes': 'Appenzell Innerrhoden',
    'Lake District': 'Seebezirk',
    'Lucerne-Land District': 'Luzern-Land',
    'Lucerne-Stadt District': 'Luzern-Stadt',
  };
  return german[name] ?? name.replace(/^(.*) District$/, 'Bezirk $1');
}

/**
 * After mergings and changes of borders the list has a few Gemeinden twice, under their old and new
 * number or in two Bezirke; the newest holds. A name stands once in Switzerland, with its canton in brackets.
 */
function atHome(row: Cells, home: Cells): Cells {
  return {
    ...row,
    state: cell(home, 'state'),
    state_code: cell(home, 'state_code'),
    province: cell(home, 'province'),
    province_code: cell(home, 'province_code'),
    community_code: cell(home, 'community_code'),
  };
}

function swissName(row: Cells): string {
  return cell(row, 'community');
}

function number(row: Cells): number {
  return Number(cell(row, 'community_code'));
}

function alsoGerman(name: string, rows: readonly Cells[], german: readonly Cells[]): Cells[] {
  const own = rows.find((row) => cell(row, 'community') === name && cell(row, 'place') === name);
  const other = german.find((row) => cell(row, 'place') === name && cell(row, 'community_code') === '');
  return own === undefined || other === undefined ? [] : [{ ...own, zipcode: cell(other, 'zipcode') }];
}

function first(rows: readonly Cells[], read: Read): string {
  const row = rows[0];
  return row === undefined ? '' : read(row);
}
