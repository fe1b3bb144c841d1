import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readAssets } from '../src/app/assets.ts';
import { ROOT } from '../src/app/home.ts';
import { AGREEMENT_NEIGHBOURS } from '../src/app/agreements.ts';
import { bring } from '../test/agreed.ts';
import { openAgreementHouse } from '../test/agreement-house.ts';
import { frameOf, ORIGIN } from '../test/web.ts';
import { addShowPages } from '../src/areas/agreements/pages/show.tsx';
import { quantile, report, rounded } from './report.ts';
import { twelvePages } from './twelve-pages.ts';

/**
 * What an agreement as long as twelve printed pages weighs to read, as a phone gets it the first time with the fonts
 * at hand: HTML and style, each packed with gzip; and how long the server works on it.
 */
const BENCH = 'agreement';
const GOAL_KB = 60;
const ROUNDS = 30;

const house = await openAgreementHouse();
addShowPages(house.web, {
  ...AGREEMENT_NEIGHBOURS,
  frame: frameOf(),
  origin: ORIGIN,
  wordsIn: () => house.speaker(house.nujin).words,
  uploads: '',
});
const agreement = await house.begin();
await bring(house, agreement, longText());
const style = gzipSync(await readFile(join(ROOT, 'dist', readAssets().get('main.css') ?? ''))).length;
for (const [language, query] of [
  ['de', ''],
  ['ar', ''],
  ['de', '?sprachen=alle'],
] as const) {
  const times: number[] = [];
  let html = '';
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now();
    html = (await house.get(`/vereinbarungen/${agreement}${query}`, house.as('nur'), language)).text;
    times.push(performance.now() - started);
  }
  const packed = (gzipSync(html).length + style) / 1000;
  const figure = `twelve pages${query === '' ? '' : ', all languages'}, ${language}`;
  report({
    bench: BENCH,
    figure,
    value: rounded(packed),
    unit: 'kB gz',
    goal: `<= ${GOAL_KB}`,
    met: packed <= GOAL_KB,
  });
  const scripts = [...html.matchAll(/<script/g)].length;
  report({ bench: BENCH, figure: `${figure}: scripts`, value: scripts, unit: 'count', goal: '0', met: scripts === 0 });
  report({ bench: BENCH, figure: `${figure}: median`, value: rounded(quantile(times, 0.5)), unit: 'ms' });
}
await house.database.close();

/** Twelve pages with no sentence like the other: what is said twice would pack too well. */
function longText() {
  const german =
    'die Frauen wählen Themen Abende selbst Bildungswerk bezahlt Dolmetscherin Raum Sonntag Kinder Beratung';
  const turkish =
    'kadınlar akşamların konularını kendileri seçer tercümanın ücretini eğitim kurumu öder çocuk danışma oda';
  let seed = 7;
  const word = (from: string): string => {
    seed = (seed * 48_271) % 2_147_483_647;
    const all = from.split(' ');
    return `${all[seed % all.length] ?? ''}${seed % 9 === 0 ? String(seed % 1000) : ''}`;
  };
  const words = (from: string, count: number) => Array.from({ length: count }, () => word(from)).join(' ');
  return twelvePages((times) => ({ de: words(german, 14 * times), tr: words(turkish, 11 * times) }));
}
