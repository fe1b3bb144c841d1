import { push, pushRun, runOf } from './column.ts';
import { NOWHERE, recordCount, type Corpus } from './corpus.ts';
import { count } from './count.ts';
import type { Item } from './item.ts';
import { nameId } from './name-id.ts';
import { SELDOM_AT, sessionsOf, spanOf, type Sessions } from './sessions.ts';
import { foldLong, meeting } from './text/fold.ts';
import { languagesOf } from './text/language.ts';
import { mailOf } from './text/mail.ts';
import { phoneOf } from './text/phone.ts';
import { postcodeOf } from './text/postcode.ts';
import { streetOf } from './text/street.ts';
import { siteOf } from './text/web.ts';
import { beginningOf } from './text/words.ts';
import { placeId } from './token-id.ts';
import { idOf, pairedId, type Vocabulary } from './vocabulary.ts';

/** Values of different fields do not meet: each begins with a sign for its field. */
const FIELD = 0xe000;

const NO_HOUR = 99;

const KINDS = ['organisation', 'offer', 'place'];

/** Reads an item into the corpus and gives the number of its record. */
export function addItem(corpus: Corpus, item: Item): number {
  const { records } = corpus;
  const record = recordCount(corpus);
  const country = item.country ?? 'DE';
  const written = [item.name, ...(item.otherNames ?? [])].filter((name) => name !== undefined && name.trim() !== '');
  const named = written.map((name) => nameId(corpus, name ?? ''));
  pushRun(records.names, new Set(named.filter((name) => runOf(corpus.names.tokens, name).length > 0)));
  push(records.carrier, isFilled(item.carrier) ? nameId(corpus, item.carrier) : -1);
  pushPhones(corpus, item.phones ?? [], country);
  pushReach(corpus, item);
  pushAddress(corpus, record, item);
  const { lat = NaN, lon = NaN } = item;
  // Nobody is on the equator south of Ghana: zeros stand for nothing.
  const isSomewhere = Number.isFinite(lat) && Number.isFinite(lon) && (lat !== 0 || lon !== 0);
  push(records.lat, isSomewhere ? Math.round(lat * 1e6) : NOWHERE);
  push(records.lon, isSomewhere ? Math.round(lon * 1e6) : NOWHERE);
  push(records.kind, item.kind === undefined ? -1 : KINDS.indexOf(item.kind));
  push(records.source, idOf(corpus.sources, String(item.source)));
  push(records.twin, -1);
  const languages = (item.languages ?? []).flatMap(languagesOf);
  pushRun(records.languages, new Set(languages.map((code) => idOf(corpus.languages, code))));
  const topics = (item.topics ?? []).map((topic) => foldLong(topic)).filter((topic) => topic !== '');
  pushRun(records.topics, new Set(topics.map((topic) => idOf(corpus.topics, topic))));
  pushFields(corpus, item.fields ?? {});
  count(corpus, record, 1);
  return record;
}

function pushPhones(corpus: Corpus, texts: readonly string[], country: string): void {
  const phones = texts.map((text) => phoneOf(text, country)).filter((phone) => phone !== null);
  pushRun(corpus.records.phones, new Set(phones.map((phone) => idOf(corpus.phones, phone))));
}

/** Mails and sites: both tell a domain, unless it belongs to a host that serves everybody. */
function pushReach(corpus: Corpus, item: Item): void {
  const mails = new Set<number>();
  const domains = new Set<number>();
  const pages = new Set<number>();
  for (const text of item.mails ?? []) {
    const mail = mailOf(beginningOf(text));
    if (mail === null) continue;
    mails.add(idOf(corpus.mails, `${mail.local}@${mail.domain}`));
    if (!mail.isFree) domains.add(idOf(corpus.domains, siteOf(`http://${mail.domain}`)?.domain ?? mail.domain));
  }
  for (const text of item.sites ?? []) {
    const site = siteOf(text);
    if (site === null) continue;
    if (!site.isShared) domains.add(idOf(corpus.domains, site.domain));
    if (!site.isShared || site.slug !== '') pages.add(idOf(corpus.pages, `${site.domain}/${site.slug}`));
  }
  pushRun(corpus.records.mails, mails);
  pushRun(corpus.records.domains, domains);
  pushRun(corpus.records.pages, pages);
}

function pushAddress(corpus: Corpus, record: number, item: Item): void {
  const { records } = corpus;
  const street = isFilled(item.street) ? streetOf(item.street) : null;
  const postcode = isFilled(item.postcode) ? postcodeOf(item.postcode, item.country) : null;
  const place = isFilled(item.place) ? placeWord(item.place) : '';
  const name = street === null ? '' : meeting(street.street);
  push(records.street, street === null ? -1 : idOf(corpus.streets, name));
  push(records.number, street?.number ? idOf(corpus.numbers, street.number) : -1);
  push(records.postcode, postcode === null ? -1 : idOf(corpus.postcodes, digitsOf(postcode)));
  push(records.place, place === '' ? -1 : placeId(corpus, place));
  const streetId = records.street.values[record] ?? -1;
  const numberId = records.number.values[record] ?? -1;
  const bare = streetId >= 0 && numberId >= 0 ? pairedId(corpus.addresses, streetId, numberId) : -1;
  push(records.address, bare);
  push(records.addressByPostcode, within(corpus.addressesByPostcode, bare, records.postcode.values[record] ?? -1));
  push(records.addressByPlace, within(corpus.addressesByPlace, bare, records.place.values[record] ?? -1));
}

function within(vocabulary: Vocabulary, address: number, town: number): number {
  return address < 0 || town < 0 ? -1 : pairedId(vocabulary, address, town);
}

/** Zeros in front get lost: "05109" and "5109" are one. */
function digitsOf(postcode: string): string {
  return /^\d+$/.test(postcode) ? postcode.replace(/^0+(?=\d)/, '') : postcode;
}

function placeWord(text: string): string {
  return meeting(foldLong(text))
    .replace(/^\d{4,5}\s+/, '')
    .replace(/\s*[(/,].*$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function pushFields(corpus: Corpus, fields: Readonly<Record<string, string>>): void {
  const pairs: number[] = [];
  for (const [field, text] of Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const value = foldLong(text)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    if (value === '') continue;
    const id = idOf(corpus.fields, field);
    const valueId = idOf(corpus.values, String.fromCharCode(FIELD + id) + value);
    if (valueId === corpus.sessions.length) {
      const told = beginningOf(text);
      const sessions = sessionsOf(told);
      push(corpus.spans, spanOf(told));
      push(corpus.sessions, sessions === null ? 0 : numberOf(sessions));
    }
    pairs.push(id, valueId);
  }
  pushRun(corpus.records.fields, pairs);
}

function numberOf({ days, hours, isSeldom }: Sessions): number {
  return (Number(isSeldom) << SELDOM_AT) | (days << 8) | (hours[0] ?? NO_HOUR);
}

function isFilled(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}
