import MiniSearch from 'minisearch';
import { claimsStep, declareFields, type Register } from '../src/areas/claims/index.ts';
import { find, findingProjection, findingStep, openFinder, readQuery } from '../src/areas/finding/index.ts';
import { OFFER_FIELDS } from '../src/areas/offers/index.ts';
import { ORGANISATION_FIELDS } from '../src/areas/organisations/index.ts';
import { openGazetteer, rhoenauTable } from '../src/areas/places/index.ts';
import { inventCounty } from '../src/engines/rhoenau/index.ts';
import { STRANGER, system } from '../src/plain/actor.ts';
import { idFor } from '../src/plain/ids.ts';
import { fixedClock } from '../src/platform/clock.ts';
import type { ReadContext } from '../src/platform/context.ts';
import { migrate, openDatabase } from '../src/platform/database/index.ts';
import { loadWords } from '../src/platform/words/index.ts';
import { askedOf, type Asked } from './finder-queries.ts';
import { openTrigrams } from './finder-trigrams.ts';
import { loadCounty } from './load-county.ts';
import { quantile, report, rounded } from './report.ts';

/**
 * The finder at 20,000 invented organisations on PGlite, without and with their offers, beside two peers
 * on the same data: trigrams on rows in the same database, and MiniSearch.
 */
const REGISTER: Register = {
  fields: { organisation: ORGANISATION_FIELDS, offer: OFFER_FIELDS, network: declareFields('network', {}) },
  projections: [findingProjection],
};
const ORGANISATIONS = Number(process.env['BENCH_ORGANISATIONS'] ?? 20_000);
const BENCH = 'finder';

const county = inventCounty({ seed: 1, scale: ORGANISATIONS / 214 });
const gazetteer = openGazetteer({ extra: [rhoenauTable()] });
const database = await openDatabase({ url: process.env['GEFLECHT_BENCH_DATABASE_URL'] ?? null, folder: 'memory://', template: null });
await migrate(database, [claimsStep, findingStep]);
const writer = database.as(system('bench'));
const ctx: ReadContext = {
  db: database.as(STRANGER), actor: STRANGER, clock: fixedClock('2026-11-21T08:00:00Z'), words: loadWords('src', { strict: false }).in('de'),
};
const asked = askedOf(county.organisations, 200);

await loadCounty(writer, REGISTER, 'organisation', county.organisations);
await measure('organisations', true);
await loadCounty(writer, REGISTER, 'offer', county.offers);
await measure('organisations and offers', false);
await database.close();

async function measure(what: string, withPeers: boolean): Promise<void> {
  const before = memory();
  const finder = openFinder(gazetteer);
  const opened = performance.now();
  const entries = (await finder.ready(ctx)).entries();
  say(what, 'entries', entries, 'entries');
  say(what, 'index built', performance.now() - opened, 'ms');
  say(what, 'index memory', (memory() - before) / 1_048_576, 'MB');
  const ours = await timed(async (one) => {
    const found = await find(ctx, finder, readQuery(new URLSearchParams(one.address)).query);
    return found.results.slice(0, 10).map(({ subject }) => subject);
  });
  figures(what, 'geflecht', ours, null);
  if (!withPeers) return;
  const trigrams = await openTrigrams(database, county.organisations);
  const theirs = await timed((one) => trigrams.ask(one));
  figures(what, 'pg_trgm on rows', theirs, ours);
  const mini = openMini();
  figures(what, 'MiniSearch 7.2', await timed((one) => Promise.resolve(mini(one))), ours);
}

interface Timed {
  readonly ms: readonly number[];
  readonly recall: number;
}

/** One warm-up round, then one that counts. */
async function timed(ask: (one: Asked) => Promise<readonly string[]>): Promise<Timed> {
  for (const one of asked.slice(0, 40)) await ask(one);
  const ms: number[] = [];
  let hits = 0;
  for (const one of asked) {
    const start = performance.now();
    const ids = await ask(one);
    ms.push(performance.now() - start);
    if (one.kind === 'typo' && one.wanted !== null && ids.includes(idFor(one.wanted))) hits += 1;
  }
  return { ms, recall: hits / asked.filter(({ kind }) => kind === 'typo').length };
}

function figures(what: string, engine: string, of: Timed, against: Timed | null): void {
  for (const kind of ['all', 'prefix', 'typo', 'facet', 'distance'] as const) {
    const pick = ({ ms }: Timed) => ms.filter((_, at) => kind === 'all' || asked[at]?.kind === kind);
    for (const [name, part] of [['p50', 0.5], ['p95', 0.95]] as const) {
      const value = quantile(pick(of), part);
      const goal = engine === 'geflecht' && kind === 'all' && name === 'p95' ? { goal: '≤ 50 ms', met: value <= 50 } : {};
      const ratio = against === null ? {} : { peer: engine, ratio: rounded(quantile(pick(against), part) / value) };
      report({ bench: BENCH, figure: `${what}, ${engine}, ${kind}, ${name}`, value: rounded(value), unit: 'ms', ...ratio, ...goal });
    }
  }
  const goal = engine === 'geflecht' ? { goal: '≥ 0.9', met: of.recall >= 0.9 } : { peer: engine };
  report({ bench: BENCH, figure: `${what}, ${engine}, typo recall@10`, value: rounded(of.recall), unit: 'share', ...goal });
}

function openMini(): (one: Asked) => readonly string[] {
  const mini = new MiniSearch<{ id: string; name: string; text: string; codes: readonly string[]; lat: number; lon: number }>({
    fields: ['name', 'text'], storeFields: ['codes', 'lat', 'lon'],
  });
  mini.addAll(county.organisations.map((one) => {
    const text = (field: string) => (one.facts[field] ?? []).map(({ value }) => (typeof value === 'string' ? value : JSON.stringify(value))).join(' ');
    const place = one.facts['place']?.[0]?.value;
    const id = place !== null && typeof place === 'object' && 'place' in place ? String(place.place) : '';
    const centre = gazetteer.centreOf(id) ?? { lat: 0, lon: 0 };
    return { id: idFor(one.id), name: text('name'), text: `${text('description')} ${text('topics')} ${text('languages')}`, codes: codes(one), ...centre };
  }));
  return (one) => {
    const hits = mini
      .search(one.words === '' ? MiniSearch.wildcard : one.words, { prefix: true, fuzzy: 0.2, combineWith: 'AND', boost: { name: 3 } })
      .filter((hit) => one.codes.every((code) => hit['codes'].includes(code)) && (one.near === null || isNear(hit['lat'], hit['lon'], one.near)));
    const counts = new Map<string, number>();
    for (const hit of hits) for (const code of hit['codes']) counts.set(code, (counts.get(code) ?? 0) + 1);
    return hits.slice(0, 10).map(({ id }) => String(id));
  };
}

function codes(one: (typeof county.organisations)[number]): readonly string[] {
  const list = (field: string) => (one.facts[field] ?? []).flatMap(({ value }) => (Array.isArray(value) ? value.map(String) : []));
  return [...list('fieldsOfAction').map((field) => `field:${field}`), ...list('languages').map((tag) => `language:${tag}`)];
}

function isNear(lat: number, lon: number, near: NonNullable<Asked['near']>): boolean {
  const centre = gazetteer.centreOf(near.place);
  if (centre === null) return false;
  return Math.hypot((lat - centre.lat) * 111.2, (lon - centre.lon) * 111.2 * Math.cos((lat * Math.PI) / 180)) <= near.km;
}

function memory(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function say(what: string, figure: string, value: number, unit: string): void {
  report({ bench: BENCH, figure: `${what}, ${figure}`, value: rounded(value), unit });
}
