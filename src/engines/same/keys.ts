import { runOf } from './column.ts';
import { NOWHERE, type Corpus } from './corpus.ts';
import type { Rarity } from './rarity.ts';
import { usesOf } from './vocabulary.ts';

/** Ways in which a record can be found; each has its own limit and its own best candidates. */
export const WAYS = ['name', 'address', 'reach', 'field', 'carrier'] as const;
const [BY_NAME, BY_ADDRESS, BY_REACH, BY_FIELD, BY_CARRIER] = [0, 1, 2, 3, 4] as const;

/** Takes one key of a record: the way, a number that others with the same value give too, how many records use it. */
export type TakeKey = (way: number, key: number) => void;

const rare: number[] = [];

/** Gives all keys under which a record is found and looks for others. Everything else about it is left to comparing. */
export function keysOf(corpus: Corpus, rarity: Rarity, record: number, take: TakeKey): void {
  const { records } = corpus;
  const place = records.place.values[record] ?? -1;
  const postcode = records.postcode.values[record] ?? -1;
  for (const name of runOf(records.names, record)) nameKeys(corpus, rarity, name, place, postcode, take);
  const carrier = records.carrier.values[record] ?? -1;
  if (carrier >= 0) nameKeys(corpus, rarity, carrier, place, postcode, (_, key) => take(BY_CARRIER, key));
  const address = records.address.values[record] ?? -1;
  const byPostcode = records.addressByPostcode.values[record] ?? -1;
  const byPlace = records.addressByPlace.values[record] ?? -1;
  if (address >= 0) take(BY_ADDRESS, mix(20, address));
  if (byPostcode >= 0) take(BY_ADDRESS, mix(23, byPostcode));
  if (byPlace >= 0) take(BY_ADDRESS, mix(24, byPlace));
  const street = records.street.values[record] ?? -1;
  if (street >= 0 && place >= 0) take(BY_ADDRESS, mix(21, street, place));
  geoKeys(corpus, record, take);
  for (const phone of runOf(records.phones, record)) take(BY_REACH, mix(30, phone));
  for (const mail of runOf(records.mails, record)) take(BY_REACH, mix(31, mail));
  for (const domain of runOf(records.domains, record)) take(BY_REACH, mix(32, domain));
  for (const page of runOf(records.pages, record)) take(BY_REACH, mix(33, page));
  const fields = runOf(records.fields, record);
  for (let at = 1; at < fields.length; at += 2) {
    take(BY_FIELD, mix(40, fields[at] ?? 0));
    for (let to = at + 2; to < fields.length; to += 2) take(BY_FIELD, mix(41, fields[at] ?? 0, fields[to] ?? 0));
  }
}

const RAREST = 4;

function nameKeys(corpus: Corpus, rarity: Rarity, name: number, place: number, postcode: number, take: TakeKey): void {
  const { names } = corpus;
  take(BY_NAME, mix(1, names.key.values[name] ?? 0));
  rare.length = 0;
  for (const token of runOf(names.tokens, name)) if (!rare.includes(token)) rare.push(token);
  rare.sort((a, b) => usesOf(corpus.tokens, a) - usesOf(corpus.tokens, b) || a - b);
  if (rare.length > RAREST) rare.length = RAREST;
  for (const [at, token] of rare.entries()) {
    if (at < 3) take(BY_NAME, mix(2, token));
    if (at < 3 && place >= 0) take(BY_NAME, mix(3, token, place));
    if (at < 2 && postcode >= 0) take(BY_NAME, mix(4, token, postcode));
    for (const other of rare.slice(at + 1)) take(BY_NAME, mix(5, Math.min(token, other), Math.max(token, other)));
    if (at < 3) for (const skeleton of runOf(corpus.tokenSkeletons, token)) take(BY_NAME, mix(6, skeleton));
  }
  for (const acronym of runOf(names.acronyms, name)) acronymKeys(acronym, place, take);
  for (const acronym of runOf(names.initials, name)) acronymKeys(acronym, place, take);
}

function acronymKeys(acronym: number, place: number, take: TakeKey): void {
  take(BY_NAME, mix(7, acronym));
  if (place >= 0) take(BY_NAME, mix(8, acronym, place));
}

/** About 250 m north and south, 200 m east and west at our latitudes; the cell itself and the three nearest. */
const CELL_LAT = 2300;
const CELL_LON = 3000;

function geoKeys(corpus: Corpus, record: number, take: TakeKey): void {
  const lat = corpus.records.lat.values[record] ?? NOWHERE;
  if (lat === NOWHERE) return;
  const lon = corpus.records.lon.values[record] ?? 0;
  const y = Math.floor(lat / CELL_LAT - 0.5);
  const x = Math.floor(lon / CELL_LON - 0.5);
  for (let i = 0; i < 2; i++) for (let j = 0; j < 2; j++) take(BY_ADDRESS, mix(22, y + i, x + j));
}

/** A 32-bit number for a few numbers (the mixing steps of MurmurHash3, A. Appleby). Two that meet by chance cost a comparison. */
export function mix(kind: number, a: number, b = 0): number {
  let hash = Math.imul(kind + 1, 0x9e3779b1);
  hash = step(hash, a);
  hash = step(hash, b);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function step(hash: number, value: number): number {
  let mixed = Math.imul(value, 0xcc9e2d51);
  mixed = (mixed << 15) | (mixed >>> 17);
  const next = hash ^ Math.imul(mixed, 0x1b873593);
  return Math.imul((next << 13) | (next >>> 19), 5) + 0xe6546b64;
}
