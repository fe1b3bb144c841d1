import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { indexNames } from '../src/engines/same/script/retrieve.ts';
import { skeletonsOf } from '../src/engines/same/script/skeleton.ts';
import { report, rounded } from './report.ts';

/**
 * How well a name in Arabic or Cyrillic letters is found among all Latin names of a list: 10,395 and 26,342 pairs of
 * the data of "Design Challenges in Named Entity Transliteration" (Merhav and Ash, COLING 2018; CC0), which lie beside
 * the project and are no part of it. The tables of letters were written and looked at with one half of the pairs
 * only; the other half is held out.
 *
 * `node bench/same-names.bench.ts all` asks for every name instead of every fourth.
 */
const BENCH = 'same-names';
const FOLDERS = ['../../shared/data/matching/names', '../../../shared/data/matching/names'];
const MOST = 30;
const GOAL = 0.9;
const EVERY = process.argv.includes('all') ? 1 : 4;

/** Recorded once with any-ascii 0.3.3 and Jaro–Winkler on a sixteenth of the half held out: the best 30 of all Latin names. */
const ANY_ASCII: Readonly<Record<string, number | undefined>> = { arabic: 0.638, russian: 0.886 };

/** Consonants in classes, letter by letter, as one writes it in ten lines. */
const NAIVE: readonly (readonly [RegExp, string])[] = [
  [/[بپбpb]+/gu, 'b'],
  [/[فڤвфvf]+/gu, 'f'],
  [/[تطدضثтдtd]+/gu, 't'],
  [/[سصزظذشجчшщжзцсszcjx]+/gu, 's'],
  [/[كقغخگгкхkqg]+/gu, 'k'],
  [/[لлl]+/gu, 'l'],
  [/[رрr]+/gu, 'r'],
  [/[مмm]+/gu, 'm'],
  [/[نнn]+/gu, 'n'],
  [/[^bftsklrmn]+/gu, ''],
];

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

interface Pair {
  readonly latin: string;
  readonly native: string;
}

for (const list of ['arabic', 'russian']) {
  const pairs = readPairs(list);
  if (pairs === null) {
    console.error(`${BENCH}: ${list}.tsv is not there, skipped`);
    continue;
  }
  const latin = [...new Set(pairs.map((pair) => pair.latin))];
  const asked = pairs.filter((pair) => (hash(pair.native) >>> 8) % EVERY === 0);
  const halves = {
    'half looked at': asked.filter((pair) => hash(pair.native) % 2 === 0),
    'half held out': asked.filter((pair) => hash(pair.native) % 2 === 1),
  };
  const index = indexNames(latin);
  const before = process.cpuUsage();
  for (const [half, some] of Object.entries(halves)) {
    const places = some.map(({ native, latin: partner }) =>
      index.nameCandidates(native, MOST).findIndex(({ at }) => latin[at] === partner),
    );
    const found = share(places, (place) => place >= 0);
    const peerValue = ANY_ASCII[list];
    report({
      bench: BENCH,
      figure: `${list}, ${half} (${some.length}): partner among ${MOST} of ${latin.length}`,
      value: rounded(found),
      unit: 'share',
      goal: `>= ${GOAL}`,
      met: found >= GOAL,
      ...(peerValue === undefined
        ? {}
        : { peer: 'any-ascii + Jaro–Winkler', peerValue, ratio: rounded(found / peerValue) }),
    });
    report({
      bench: BENCH,
      figure: `${list}, ${half}: partner first`,
      value: rounded(share(places, (place) => place === 0)),
      unit: 'share',
    });
  }
  const { user } = process.cpuUsage(before);
  report({
    bench: BENCH,
    figure: `${list}: processor time a name`,
    value: rounded(user / 1000 / asked.length),
    unit: 'ms',
  });
  compareKeys(list, latin, halves['half held out']);
}

compareCountries();

/**
 * The other scripts: names of countries in one word as Unicode has them (CLDR), sought among those of five languages
 * in Latin letters. Some are other words altogether (Німеччина, Deutschland), so 1 is out of reach.
 */
function compareCountries(): void {
  const codes = [...LETTERS]
    .flatMap((a) => [...LETTERS].map((b) => a + b))
    .filter((code) => countryIn('en', code) !== undefined);
  const codesOf = new Map<string, Set<string>>();
  for (const language of ['de', 'en', 'fr', 'tr', 'es']) {
    for (const code of codes) {
      const name = countryIn(language, code) ?? code;
      codesOf.set(name, new Set([...(codesOf.get(name) ?? []), code]));
    }
  }
  const names = [...codesOf.keys()];
  const index = indexNames(names);
  for (const language of ['ar', 'fa', 'ckb', 'ru', 'uk', 'bg', 'sr', 'el', 'ka', 'ti', 'am']) {
    const asked = codes.flatMap((code) => {
      const name = countryIn(language, code);
      return name === undefined || /[ -~]/.test(name) ? [] : [{ code, name }];
    });
    const found = share(asked, ({ code, name }) =>
      index.nameCandidates(name, 10).some(({ at }) => codesOf.get(names[at] ?? '')?.has(code) === true),
    );
    const figure = `countries in ${language} (${asked.length}): among 10 of ${names.length}`;
    report({ bench: BENCH, figure, value: rounded(found), unit: 'share', goal: `>= ${GOAL}`, met: found >= GOAL });
  }
}

function countryIn(language: string, code: string): string | undefined {
  return new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }).of(code);
}

/** Names that share a key: ours against the naive one. */
function compareKeys(list: string, latin: readonly string[], pairs: readonly Pair[]): void {
  const [ours, naive] = [(name: string) => skeletonsOf(name).slice(0, 3), naiveSkeleton].map((keysOf) => {
    const having = new Map<string, number>();
    for (const key of latin.flatMap(keysOf)) having.set(key, (having.get(key) ?? 0) + 1);
    const met = share(pairs, (pair) => keysOf(pair.latin).some((key) => keysOf(pair.native).includes(key)));
    const many = pairs.flatMap((pair) => keysOf(pair.native)).reduce((sum, key) => sum + (having.get(key) ?? 0), 0);
    return { met, many: many / pairs.length };
  });
  if (ours === undefined || naive === undefined) return;
  const peer = 'naive skeleton';
  report({
    bench: BENCH,
    figure: `${list}, half held out: share a skeleton`,
    value: rounded(ours.met),
    unit: 'share',
    peer,
    peerValue: rounded(naive.met),
    ratio: rounded(ours.met / naive.met),
  });
  report({
    bench: BENCH,
    figure: `${list}, half held out: names that share one`,
    value: rounded(ours.many),
    unit: 'names',
    peer,
    peerValue: rounded(naive.many),
    ratio: rounded(ours.many / naive.many),
  });
}

function naiveSkeleton(name: string): readonly string[] {
  const bare = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return [NAIVE.reduce((text, [letters, key]) => text.replace(letters, key), bare)];
}

function share<Thing>(things: readonly Thing[], isSo: (thing: Thing) => boolean): number {
  return things.filter(isSo).length / things.length;
}

function readPairs(list: string): readonly Pair[] | null {
  const file = FOLDERS.map((folder) => join(import.meta.dirname, folder, `${list}.tsv`)).find((path) =>
    existsSync(path),
  );
  if (file === undefined) return null;
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => {
    const [latin = '', native = ''] = line.split('\t');
    return { latin, native: native.replaceAll(' ', '') };
  });
}

/** FNV-1a: the same halves on every machine. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const sign of text) value = Math.imul(value ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value;
}
