import type { Json } from '../../../plain/json.ts';
import { saying } from '../../../plain/words.ts';
import { cleanCell } from './clean.ts';
import { quote, type Read, refused, understood } from './reading.ts';

/** The four countries with a margin, in degrees: what lies outside is a mistake of the list. */
const REGION = { south: 45, north: 56, west: 5, east: 18 };

/** Reads a point in degrees (WGS 84): "50.83, 12.87", "50,83 12,87", WKT, or JSON with `lat` and `lon` or a GeoJSON point. */
export function readPoint(raw: string): Read {
  const cell = cleanCell(raw);
  const part = quote(cell);
  const pair = cell.startsWith('{') || cell.startsWith('[') ? fromJson(cell) : fromText(cell);
  if (pair === null) return refused('claims.point.invalid', { part });
  const [lat, lon] = pair.map((degrees) => Math.round(degrees * 1e6) / 1e6 + 0);
  if (lat === undefined || lon === undefined || !isPoint({ lat, lon }))
    return refused('claims.point.invalid', { part });
  if (isInRegion(lat, lon)) return understood({ lat, lon });
  if (isInRegion(lon, lat)) return understood({ lat: lon, lon: lat }, [saying('claims.point.note.swapped', { part })]);
  return refused('claims.point.outside', { part });
}

function isInRegion(lat: number, lon: number): boolean {
  return lat >= REGION.south && lat <= REGION.north && lon >= REGION.west && lon <= REGION.east;
}

const NUMBER = String.raw`([-+]?\d{1,3}(?:[.,]\d+)?)`;
const PAIR = new RegExp(
  `^(?:n|lat(?:itude)?|breite)?\\s*[:=]?\\s*${NUMBER}\\s*°?\\s*n?\\s*(?:[;/|\\s]|,(?=\\s|[^,]*$|\\d+[.,]))\\s*(?:[eo]|lon(?:gitude)?|lng|länge)?\\s*[:=]?\\s*${NUMBER}\\s*°?\\s*[eo]?$`,
  'i',
);
const WKT = new RegExp(`^(?:srid=4326;)?point\\s*\\(\\s*${NUMBER}\\s+${NUMBER}\\s*\\)$`, 'i');

function fromText(cell: string): [number, number] | null {
  const wkt = WKT.exec(cell);
  if (wkt !== null) return [toNumber(wkt[2]), toNumber(wkt[1])];
  const bare = cell
    .replace(/^\((.*)\)$/, '$1')
    .replace(/(\d),\s+(?=[-+\deo])/i, '$1 ')
    .replace(/^([-+]?\d{1,3}\.\d+),(?=[-+]?\d)/, '$1 ');
  const pair = PAIR.exec(bare);
  return pair === null ? null : [toNumber(pair[1]), toNumber(pair[2])];
}

function toNumber(text: string | undefined): number {
  return Number((text ?? '').replace(',', '.'));
}

function fromJson(cell: string): [number, number] | null {
  const value = parsed(cell);
  if (typeof value !== 'object' || value === null) return null;
  const lat = first(value, ['lat', 'latitude']);
  const lon = first(value, ['lon', 'lng', 'long', 'longitude']);
  if (lat !== null && lon !== null) return [lat, lon];
  const coordinates: unknown = 'coordinates' in value ? value.coordinates : null;
  if (!Array.isArray(coordinates) || coordinates.length < 2) return null;
  const [x, y]: unknown[] = coordinates;
  return typeof x === 'number' && typeof y === 'number' ? [y, x] : null;
}

function first(value: object, names: readonly string[]): number | null {
  for (const [key, part] of Object.entries(value)) {
    if (
      names.includes(key.toLowerCase()) &&
      (typeof part === 'number' || (typeof part === 'string' && part.trim() !== ''))
    )
      return Number(String(part).replace(',', '.'));
  }
  return null;
}

function parsed(cell: string): unknown {
  try {
    return JSON.parse(cell);
  } catch {
    // Not JSON after all: the caller refuses it.
    return null;
  }
}

export function isPoint(value: { readonly [key: string]: Json }): boolean {
  const { lat, lon } = value;
  return (
    Object.keys(value).length === 2 &&
    typeof lat === 'number' &&
    typeof lon === 'number' &&
    Math.abs(lat) <= 90 &&
    Math.abs(lon) <= 180
  );
}
