import { build } from 'esbuild';
import { launchChromium } from '../../test/chromium.ts';
import { analyse, inventVotes, openConversation, type Invention } from '../../src/engines/opinion/index.ts';
import { quantile, report, rounded } from '../report.ts';
import { invented } from './compare-noise.ts';
import { mostInUse } from './live-memory.ts';
import { measureRounds, workOnce, type Rounds, type Task } from './worker.ts';

const BENCH = 'opinion';

const SMALL: Invention = { people: 46, camps: 2, sides: 20, others: 40, strength: 0.5, seed: 1 };
const MIDDLE: Invention = { people: 1921, camps: 2, sides: 40, others: 157, strength: 0.4, density: 0.131, seed: 1 };
const LARGE: Invention = { people: 2031, camps: 2, sides: 100, others: 796, strength: 0.4, density: 0.124, seed: 1 };
const HUGE: Invention = { people: 33_000, camps: 3, sides: 200, others: 600, strength: 0.4, density: 0.076, seed: 1 };

const DELPHI = 'Python port of Polis, published, 2,044 × 896';

/** B6: a full recompute, from the votes in the box to everything that is said, in the worker of a real browser. */
export async function measureBrowser(): Promise<void> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { measureRounds } from './worker.ts'; onmessage = ({ data }) => postMessage(measureRounds(data));`,
      resolveDir: 'bench/opinion',
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'iife',
    minify: true,
    logLevel: 'silent',
  });
  const source = outputFiles[0]?.text ?? '';
  const fixedCost = costOfFixedWork();
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    const within = (task: Task) =>
      page.evaluate<Rounds>(`new Promise((resolve, reject) => {
        const worker = new Worker(URL.createObjectURL(new Blob([${JSON.stringify(source)}])));
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.postMessage(${JSON.stringify(task)});
      })`);
    for (const [name, invention, rounds, goal] of [
      ['46 × 60', SMALL, 200, 10],
      ['1,921 × 197', MIDDLE, 9, 300],
      ['2,031 × 896', LARGE, 5, 2500],
    ] as const) {
      const { votes, first, times, fixed } = await within({ invention, rounds });
      const median = quantile(times, 0.5);
      const peer = name === '2,031 × 896' ? { peer: DELPHI, peerValue: 11_200, ratio: rounded(median / 11_200) } : {};
      report({
        bench: BENCH,
        figure: `B6 browser worker, ${name}, ${votes} votes: median`,
        value: rounded(median),
        unit: 'ms',
        ...peer,
        goal: `< ${goal}`,
        met: median < goal,
      });
      report({
        bench: BENCH,
        figure: `B6 browser worker, ${name}: the first in a fresh worker`,
        value: rounded(first),
        unit: 'ms',
      });
      const idle = (median / quantile(fixed, 0.5)) * fixedCost;
      report({
        bench: BENCH,
        figure: `B6 browser worker, ${name}: median as if the machine had nothing else to do (by fixed work beside it)`,
        value: rounded(idle),
        unit: 'ms',
        goal: `< ${goal}`,
        met: idle < goal,
      });
    }
  } finally {
    await browser.close();
  }
}

/** Processor time of the fixed work, in milliseconds. */
function costOfFixedWork(): number {
  const costs = Array.from({ length: 12 }, () => {
    const before = process.cpuUsage();
    workOnce();
    return process.cpuUsage(before).user / 1000;
  });
  return quantile(costs, 0.5);
}

/** B6 on Node: processor time, and how it grows. The goals are those of the browser's worker. */
export function measureNode(): void {
  let before = 0;
  for (const [name, invention, goal] of [
    ['1,921 × 197', MIDDLE, 0.3],
    ['2,031 × 896', LARGE, 2.5],
    ['8,250 × 800', { ...HUGE, people: 8250 }, 30],
    ['33,000 × 800', HUGE, 30],
  ] as const) {
    const ballots = invented(invention);
    measureRounds({ invention: SMALL, rounds: 3 });
    const started = performance.now();
    const cpu = process.cpuUsage();
    const { groups } = analyse(ballots);
    const seconds = process.cpuUsage(cpu).user / 1e6;
    const onTheClock = (performance.now() - started) / 1000;
    report({
      bench: BENCH,
      figure: `B6 Node, ${name}, ${ballots.columns.length} votes, ${groups.k} groups: processor time`,
      value: rounded(seconds),
      unit: 's',
      goal: `< ${goal}`,
      met: seconds < goal,
    });
    const isHuge = name === '33,000 × 800';
    report({
      bench: BENCH,
      figure: `B6 Node, ${name}: on the clock`,
      value: rounded(onTheClock),
      unit: 's',
      goal: `< ${goal}`,
      met: onTheClock < goal,
      ...(isHuge ? { peer: 'Python port of Polis, published, 18,081 × 9,034, 400,075 votes', peerValue: 179 } : {}),
    });
    if (isHuge)
      report({
        bench: BENCH,
        figure: 'B6 Node: processor time for four times the people',
        value: rounded(seconds / before),
        unit: 'times',
      });
    before = seconds;
  }
}

/** B6: what is in use at one time, the votes included. Looking slows everything: nothing is timed after it. */
export async function measureMemory(): Promise<void> {
  for (const [name, invention] of [
    ['1,921 × 197', MIDDLE],
    ['2,031 × 896', LARGE],
    ['33,000 × 800', HUGE],
  ] as const) {
    const ballots = invented(invention);
    const votes = ballots.columns.byteLength + ballots.answers.byteLength + ballots.starts.byteLength;
    const inUse = votes + (await mostInUse(() => analyse(ballots), 40));
    const memory = inUse / (invention.people * (invention.sides + invention.others));
    report({
      bench: BENCH,
      figure: `B6 Node, ${name}: memory in use at one time, votes included`,
      value: rounded(memory),
      unit: 'of the vote matrix as bytes',
      goal: '<= 3',
      met: memory <= 3,
    });
  }
}

/** One vote more in a conversation that is looked at: counted and told at once, against everything anew. */
export function measureVote(): void {
  const VOTES = 20_000;
  const conversation = openConversation();
  for (const { participant, statement, answer } of inventVotes(LARGE))
    conversation.vote(participant, statement, answer);
  const atFirst = process.cpuUsage();
  conversation.analysis();
  const whole = process.cpuUsage(atFirst).user;
  const before = process.cpuUsage();
  for (let vote = 0; vote < VOTES; vote += 1) {
    const statement = String(vote % 896);
    conversation.vote(`0/${2 * (vote % 1000)}`, statement, vote % 2 === 0 ? 1 : -1);
    conversation.standing(statement);
  }
  const one = process.cpuUsage(before).user / VOTES;
  report({
    bench: BENCH,
    figure: 'B6 Node, 2,031 × 896: one vote more, and how its statement stands (processor time)',
    value: rounded(one),
    unit: 'µs',
    peer: 'everything anew',
    peerValue: rounded(whole),
    ratio: rounded(one / whole),
    goal: 'ratio < 0.01',
    met: one / whole < 0.01,
  });
}
