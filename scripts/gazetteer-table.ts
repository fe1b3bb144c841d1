/** One row of a source list: heading → cell. */
export type Cells = Readonly<Record<string, string>>;

/** A postcode at a place, and where its middle is. */
export interface Spot {
  readonly postcode: string;
  readonly lat: number;
  readonly lon: number;
}

/** A Gemeinde; `tail` is its id without the country, or begins with `-` and goes behind the id of its Kreis. */
export interface Town {
  readonly tail: string;
  readonly name: string;
  readonly spots: readonly Spot[];
  readonly parts: ReadonlyMap<string, readonly Spot[]>;
}

export interface Kreis {
  readonly tail: string;
  readonly name: string;
  readonly towns: readonly Town[];
}

export interface Land {
  readonly tail: string;
  readonly name: string;
  readonly kreise: readonly Kreis[];
}

/** The text of one file of the gazetteer; its format is told in the README of the area. */
export function write(country: string, name: string, laender: readonly Land[]): string {
  const lines = [`C\t${country}\t${name}`];
  for (const land of sorted(laender)) {
    if (land.tail !== '') lines.push(`L\t${land.tail}\t${land.name}`);
    for (const kreis of sorted(land.kreise)) {
      if (kreis.tail !== '') lines.push(`K\t${kreis.tail}\t${kreis.name}`);
      for (const town of sorted(kreis.towns)) {
        lines.push(`G\t${town.tail}\t${town.name}\t${spots(town.spots)}`);
        for (const [part, places] of [...town.parts].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
          lines.push(`P\t${part}\t${spots(places)}`);
        }
      }
    }
  }
  return `${lines.join('\n')}\n`;
}

export function spotOf(row: Cells): Spot {
  return { postcode: cell(row, 'zipcode'), lat: Number(cell(row, 'latitude')), lon: Number(cell(row, 'longitude')) };
}

export function cell(row: Cells, heading: string): string {
  return (row[heading] ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** Postcodes once each, at the mean of where they were found, in thousandths of a degree. */
function spots(all: readonly Spot[]): string {
  return [...Map.groupBy(all, (spot) => spot.postcode)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([postcode, same]) => `${postcode},${mean(same.map((spot) => spot.lat))},${mean(same.map((spot) => spot.lon))}`,
    )
    .join(' ');
}

function mean(degrees: readonly number[]): number {
  return Math.round((degrees.reduce((sum, degree) => sum + degree, 0) / degrees.length) * 1000);
}

function sorted<Thing extends { readonly tail: string }>(things: readonly Thing[]): Thing[] {
  return things.toSorted((a, b) => (a.tail < b.tail ? -1 : a.tail > b.tail ? 1 : 0));
}
