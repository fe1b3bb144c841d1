import type { Item } from '../../engines/same/index.ts';
import type { Columns } from './columns.ts';
import { factNamed, type Target } from './headers.ts';

/** A row as the engine takes it; what it does not say is left out. */
export function itemOfRow({ kind, columns }: Columns, cells: readonly string[], source: string): Item {
  const all = (target: Target): string[] =>
    columns.flatMap((column) => {
      const cell = column.target === target ? bare(cells[column.at]) : '';
      return cell === '' || cell === '-' ? [] : [cell];
    });
  const first = (target: Target): string => all(target)[0] ?? '';
  const whole = takeApart(first('streetWithPlace'));
  const both = takeApart(first('postcodePlace'));
  const [lat, lon] = pointOf(first('lat'), first('lon'), first('point'));
  const country = first('country');
  const texts = {
    name: first('name'),
    carrier: first('carrier'),
    street: [first('street') || whole.street, first('houseNumber')].filter((part) => part !== '').join(' '),
    postcode: first('postcode') || both.postcode || whole.postcode,
    place: first('place') || both.place || whole.place,
    country: /^[a-z]{2}$/i.test(country) ? country.toUpperCase() : '',
  };
  const lists = {
    otherNames: [...all('name').slice(1), ...all('otherName')],
    phones: all('phone'),
    mails: all('mail'),
    sites: all('site'),
    languages: all('language'),
    topics: all('topic'),
  };
  const fields = fieldsOf(columns, cells);
  return {
    source,
    kind,
    ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== '')),
    ...Object.fromEntries(Object.entries(lists).filter(([, values]) => values.length > 0)),
    ...(lat === null || lon === null ? {} : { lat, lon }),
    ...(Object.keys(fields).length === 0 ? {} : { fields }),
  };
}

function fieldsOf(columns: Columns['columns'], cells: readonly string[]): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const { at, header, target } of columns) {
    const cell = bare(cells[at]);
    if (target === 'field' && cell !== '') fields[factNamed(header)] = cell;
  }
  return fields;
}

/** Some programs put texts in single quotes, where no reader of CSV takes them away. */
function bare(cell = ''): string {
  const text = cell.trim();
  return /^'.+'$/s.test(text) ? text.slice(1, -1).replaceAll("\\'", "'").trim() : text;
}

/** "Webergasse 12, 05101 Kirschenroda", or only its end. */
function takeApart(text: string): { readonly street: string; readonly postcode: string; readonly place: string } {
  const found = /^(?:(.*?)[,;\n]\s*)?(?:[A-Z]{1,2}-)?(\d{3,6})\s+(\D.*)$/s.exec(text);
  if (found === null) return { street: text, postcode: '', place: '' };
  const [, street = '', postcode = '', place = ''] = found;
  return { street: street.trim(), postcode, place: place.trim() };
}

function pointOf(lat: string, lon: string, point: string): readonly [number | null, number | null] {
  const [one = '', two = ''] = lat === '' || lon === '' ? point.split(/[,;]\s*|\s+/) : [lat, lon];
  return [degree(one, 90), degree(two, 180)];
}

function degree(text: string, most: number): number | null {
  const value = Number(text.replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(value) || Math.abs(value) > most ? null : value;
}
