import { loadavg } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { BILDUNGSWERK, historyOf, NUJIN } from '../test/agreement.ts';
import { auditHeadOf } from '../src/areas/agreements/print-head.ts';
import type { Printed } from '../src/areas/agreements/print-sheet.ts';
import { printVersion } from '../src/areas/agreements/print.ts';
import { loadWords } from '../src/platform/words/index.ts';
import { quantile, report, rounded } from './report.ts';
import { twelvePages } from './twelve-pages.ts';

const BENCH = 'pdf';
const PAGES = 12;
const ROUNDS = 60;
const LONG_RUN = 100;

const wordsFor = loadWords('src');
for (const second of ['tr', 'ar']) {
  const printed = printedIn(second);
  const pages = pagesOf(await printVersion(printed));
  if (pages < PAGES) throw new Error(`${pages} pages instead of ${PAGES}`);
  for (let round = 0; round < 5; round += 1) await printVersion(printed);
  const times: number[] = [];
  const atFirst = process.cpuUsage();
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now();
    await printVersion(printed);
    times.push(performance.now() - started);
    await setTimeout(1);
  }
  const { user, system } = process.cpuUsage(atFirst);
  const figure = `${pages} pages, German and ${second === 'tr' ? 'Turkish' : 'Arabic'}`;
  const median = rounded(quantile(times, 0.5));
  report({ bench: BENCH, figure: `${figure}: median`, value: median, unit: 'ms', goal: '<= 150', met: median <= 150 });
  report({ bench: BENCH, figure: `${figure}: p95`, value: rounded(quantile(times, 0.95)), unit: 'ms' });
  report({
    bench: BENCH,
    figure: `${figure}: processor time`,
    value: rounded((user + system) / 1000 / ROUNDS),
    unit: 'ms',
  });
}

const printed = printedIn('tr');
const before = await restingMemory();
for (let round = 0; round < LONG_RUN; round += 1) await printVersion(printed);
const grown = (await restingMemory()) - before;
report({
  bench: BENCH,
  figure: `resident memory after ${LONG_RUN} more documents`,
  value: rounded(grown),
  unit: 'MB',
  goal: '<= 20',
  met: grown <= 20,
});
report({ bench: BENCH, figure: 'load average of the machine', value: rounded(loadavg()[0] ?? 0), unit: 'processes' });

/** Twelve pages in German and another language, as they are printed. */
function printedIn(second: string): Printed {
  const sentence = 'Die Frauen wählen die Themen der Abende selbst, und das Bildungswerk bezahlt die Dolmetscherin. ';
  const other =
    second === 'tr'
      ? 'Kadınlar akşamların konularını kendileri seçer, tercümanın ücretini eğitim kurumu öder. '
      : 'تختار النساء مواضيع الأمسيات بأنفسهن، وتدفع مؤسسة التعليم أجر المترجمة. ';
  const both = (times: number) => ({ de: sentence.repeat(times), [second]: other.repeat(times) });
  const long = twelvePages(both, () => ({ de: 'Formular', [second]: 'Form' }));
  const text = { ...long, languages: ['de', second] };
  const last = historyOf([text]).at(-1);
  if (last === undefined) throw new Error('no version');
  const head = auditHeadOf(last.hash, [
    { partner: BILDUNGSWERK, head: 'a'.repeat(64) },
    { partner: NUJIN, head: 'b'.repeat(64) },
  ]);
  return { ...last, head, signatures: [], wordsIn: (language) => wordsFor.in(language) };
}

function pagesOf(pdf: Uint8Array): number {
  return Number(/\/Count (\d+)/.exec(Buffer.from(pdf).toString('latin1'))?.[1]);
}

async function restingMemory(): Promise<number> {
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc?.();
    await setTimeout(50);
  }
  return process.memoryUsage.rss() / 1e6;
}
