import { loadavg } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { FOURTH_TEXT, BILDUNGSWERK, historyOf, NUJIN, paragraph } from '../test/agreement.ts';
import { auditHeadOf } from '../src/areas/agreements/print-head.ts';
import type { Printed } from '../src/areas/agreements/print-sheet.ts';
import { printVersion } from '../src/areas/agreements/print.ts';
import type { Paragraph } from '../src/areas/agreements/paragraph.ts';
import { loadWords } from '../src/platform/words/index.ts';
import { quantile, report, rounded } from './report.ts';

const BENCH = 'pdf';
const PAGES = 12;
const ROUNDS = 60;
const LONG_RUN = 100;

const wordsFor = loadWords('src');
for (const second of ['tr', 'ar']) {
  const printed = twelvePages(second);
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

const printed = twelvePages('tr');
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

/** An agreement as long as real ones get: every kind of paragraph, each in both languages. */
function twelvePages(second: string): Printed {
  const sentence = 'Die Frauen wählen die Themen der Abende selbst, und das Bildungswerk bezahlt die Dolmetscherin. ';
  const other =
    second === 'tr'
      ? 'Kadınlar akşamların konularını kendileri seçer, tercümanın ücretini eğitim kurumu öder. '
      : 'تختار النساء مواضيع الأمسيات بأنفسهن، وتدفع مؤسسة التعليم أجر المترجمة. ';
  const both = (times: number) => ({ de: sentence.repeat(times), [second]: other.repeat(times) });
  const more = Array.from({ length: 13 }, (_, at): readonly Paragraph[] => [
    paragraph('goal', `goal-more-${at}`, at % 2 === 0 ? NUJIN : BILDUNGSWERK, { words: both(3) }),
    paragraph('task', `task-more-${at}`, NUJIN, {
      result: both(1),
      doer: at % 2 === 0 ? NUJIN : BILDUNGSWERK,
      effort: 600,
      isPaid: true,
      until: '2027-12-15',
    }),
    paragraph('duty', `duty-more-${at}`, BILDUNGSWERK, {
      what: both(1),
      form: { de: 'Formular', [second]: 'Form' },
      due: '2027-06-30',
      responsible: BILDUNGSWERK,
      explanation: both(2),
    }),
    paragraph('decision', `decision-more-${at}`, NUJIN, { about: both(2), decider: NUJIN }),
    paragraph('rhythm', `rhythm-more-${at}`, NUJIN, { words: both(3) }),
  ]).flat();
  const text = { ...FOURTH_TEXT, languages: ['de', second], paragraphs: [...FOURTH_TEXT.paragraphs, ...more] };
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
