import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../src/app/config.ts';
import { openHome } from '../src/app/home.ts';
import { REGISTER } from '../src/app/register.ts';
import { openSite } from '../src/app/site.ts';
import { find, openFinder, readQuery } from '../src/areas/finding/index.ts';
import { inventCounty } from '../src/engines/rhoenau/index.ts';
import { STRANGER, system } from '../src/plain/actor.ts';
import { idFor } from '../src/plain/ids.ts';
import { fixedClock } from '../src/platform/clock.ts';
import type { ReadContext } from '../src/platform/context.ts';
import { insertInstallation } from '../src/platform/installation/index.ts';
import { openMini } from './finder-minisearch.ts';
import { askedOf, type Asked } from './finder-queries.ts';
import { openTrigrams } from './finder-trigrams.ts';
import { loadCounty } from './load-county.ts';
import { quantile, report, rounded } from './report.ts';

/**
 * The finder at 20,000 invented organisations on PGlite on disk (or on the server of `BENCH_DATABASE_URL`),
 * without and with their offers: the function, and the whole page as a browser asks for it. Two peers
 * answer the same questions on the same data: trigrams on rows in the same database, and MiniSearch.
 * `BENCH_ORGANISATIONS=1000` runs through in seconds.
 */
const ORGANISATIONS = Number(process.env['BENCH_ORGANISATIONS'] ?? 20_000);
const BENCH = 'finder';
const QUERIES = 200;
const BOUND_MS = 50;
const BOUND_RECALL = 0.9;
const KINDS = ['all', 'prefix', 'typo', 'facet', 'distance'] as const;

const folder = await mkdtemp(join(tmpdir(), 'geflecht-bench-'));
const config = readConfig({ GEFLECHT_DATA: folder, DATABASE_URL: process.env['BENCH_DATABASE_URL'] });
if (!config.ok) throw new Error(config.issue);
// On a fixed day as many offers are over today as in ten years.
const home = { ...(await openHome({ ...config.value, logLevel: 'error' })), clock: fixedClock('2026-11-21T08:00:00Z') };
const county = inventCounty({ seed: 1, scale: ORGANISATIONS / 214 });
const asked = askedOf(county.organisations, QUERIES);
const ctx: ReadContext = {
  db: home.database.as(STRANGER),
  actor: STRANGER,
  clock: home.clock,
  words: home.words.in('de'),
};
try {
  const writer = home.database.as(system('bench'));
  await writer.write((tx) => insertInstallation(tx, { site: 'Rhönau', invented: true }, home.clock.now()));
  await loadCounty(writer, REGISTER, 'organisation', county.organisations);
  const ours = await measure('organisations');
  const trigrams = await openTrigrams(home.database, county.organisations);
  for (const share of [0.6, 0.4]) {
    await trigrams.alike(share);
    figures('organisations', `pg_trgm ${share} on rows`, await timed((one) => trigrams.ask(one)), ours);
  }
  const mini = openMini(county.organisations);
  figures('organisations', 'MiniSearch', await timed((one) => Promise.resolve(mini(one))), ours);
  await trigrams.close();
  await loadCounty(writer, REGISTER, 'offer', county.offers);
  await measure('organisations and offers');
  await measurePages('organisations and offers');
  await measurePast('organisations and offers');
} finally {
  await home.close();
  await rm(folder, { recursive: true, force: true });
}

async function measure(what: string): Promise<Timed> {
  const before = memory();
  const finder = openFinder(home.gazetteer);
  const opened = performance.now();
  const entries = await finder.look(ctx, (index) => index.entries());
  say(what, 'entries', entries, 'entries');
  say(what, 'index built', performance.now() - opened, 'ms');
  say(what, 'index memory', (memory() - before) / 1_048_576, 'MB');
  const ours = await timed(async (one) => {
    const found = await find(ctx, finder, readQuery(new URLSearchParams(one.address)).query);
    return found.results.slice(0, 10).map(({ subject }) => subject);
  });
  figures(what, 'function', ours, null);
  return ours;
}

/** From the request to the last sign of the page, with session, frame and words, in German and in Arabic. */
async function measurePages(what: string): Promise<void> {
  const { web, jobs } = await openSite(home);
  let bytes = 0;
  const pages = await timed(async (one) => {
    const html = await (await web.request(`/finden?${one.address}&lang=${one.kind === 'facet' ? 'ar' : 'de'}`)).text();
    bytes = Math.max(bytes, html.length);
    return [...html.matchAll(/href="\/(?:organisationen|angebote)\/([0-9a-f-]{36})"/g)]
      .slice(0, 10)
      .map(([, id]) => id ?? '');
  });
  figures(what, 'page', pages, null);
  say(what, 'largest page', bytes / 1024, 'kB');
  await jobs.stop();
}

/** The register of an earlier day: worked out once, then in memory. */
async function measurePast(what: string): Promise<void> {
  const before = memory();
  const finder = openFinder(home.gazetteer);
  for (const when of ['first', 'again']) {
    const start = performance.now();
    await find(ctx, finder, readQuery(new URLSearchParams('q=Sprachcafé&stand=2026-11-10')).query);
    say(what, `an earlier day, ${when}`, performance.now() - start, 'ms');
  }
  say(what, 'an earlier day, memory', (memory() - before) / 1_048_576, 'MB');
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

/** Lines of a peer say ours ÷ theirs: below 1 is better. */
function figures(what: string, engine: string, of: Timed, ours: Timed | null): void {
  for (const kind of KINDS) {
    const pick = ({ ms }: Timed) => ms.filter((_, order) => kind === 'all' || asked[order]?.kind === kind);
    for (const [name, part] of [
      ['p50', 0.5],
      ['p95', 0.95],
    ] as const) {
      const value = quantile(pick(of), part);
      const goal =
        ours === null && kind === 'all' && name === 'p95' ? { goal: `<= ${BOUND_MS}`, met: value <= BOUND_MS } : {};
      const ratio = ours === null ? {} : { peer: engine, ratio: rounded(quantile(pick(ours), part) / value) };
      report({
        bench: BENCH,
        figure: `${what}, ${engine}, ${kind}, ${name}`,
        value: rounded(value),
        unit: 'ms',
        ...ratio,
        ...goal,
      });
    }
  }
  const goal = ours === null ? { goal: `>= ${BOUND_RECALL}`, met: of.recall >= BOUND_RECALL } : { peer: engine };
  report({
    bench: BENCH,
    figure: `${what}, ${engine}, typo recall@10`,
    value: rounded(of.recall),
    unit: 'share',
    ...goal,
  });
}

function memory(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function say(what: string, figure: string, value: number, unit: string): void {
  report({ bench: BENCH, figure: `${what}, ${figure}`, value: rounded(value), unit });
}
