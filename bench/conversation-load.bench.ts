import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readConfig } from '../src/app/config.ts';
import { openHome, type Home } from '../src/app/home.ts';
import { dayOf } from '../src/plain/time.ts';
import { insertInstallation } from '../src/platform/installation/index.ts';
import { openLinks } from '../src/platform/links/index.ts';
import { prepareVotes, type VotingWorld } from '../test/crash/voting-world.ts';
import { findBallot } from '../src/areas/commonground/store-ballot.ts';
import { ballotKey } from '../src/areas/commonground/seal.ts';
import { startHouse } from './house-process.ts';
import { quantile, report, rounded } from './report.ts';

/**
 * 500 people join a conversation on the embedded database by its link, and in one minute each of them answers ten
 * statements: 5,000 votes. Every fifth has no JavaScript and asks for the next page after
 * each answer. They run in this process, on the same machine.
 */
const BENCH = 'conversation-load';
const PEOPLE = 500;
const STATEMENTS = 10;
const JOIN_MS = 30_000;
const VOTE_MS = 60_000;
const GOAL_MS = 100;
const ANSWERS = { agree: 1, disagree: -1, pass: 0 } as const;
const WORDS = ['agree', 'disagree', 'pass'] as const;

interface Person {
  cookie: string;
  /** Acknowledged answers by statement. */
  readonly given: Map<string, keyof typeof ANSWERS>;
}

const folder = await mkdtemp(join(tmpdir(), 'geflecht-bench-'));
try {
  await measure({ GEFLECHT_DATA: folder });
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function measure(env: Readonly<Record<string, string>>): Promise<void> {
  const world = await inHome(env, async (home) => {
    const links = await openLinks(home.database);
    const now = home.clock.now();
    return home.as('bench').db.write(async (tx) => {
      await insertInstallation(tx, { site: 'Rhönau', invented: true }, now);
      return prepareVotes(tx, links, dayOf(now), { people: 0, statements: STATEMENTS });
    });
  });
  const people = Array.from({ length: PEOPLE }, (): Person => ({ cookie: '', given: new Map() }));
  const told: Told = { joining: [], voting: [], reading: [], errors: [] };
  const house = await startHouse(env);
  let [took, cpuMs] = [0, 0];
  try {
    const door = `${house.origin}/g/${world.token}`;
    await Promise.all(people.map((person) => comeIn(house.origin, door, person, told)));
    const from = performance.now();
    const before = house.cpuMs();
    await Promise.all(people.map((person, at) => vote(house.origin, door, { person, at, world, from }, told)));
    took = performance.now() - from;
    cpuMs = house.cpuMs() - before;
  } finally {
    await house.stop();
  }
  await tell(env, world, people, { ...told, took, cpuMs });
}

async function inHome<Result>(
  env: Readonly<Record<string, string>>,
  work: (home: Home) => Promise<Result>,
): Promise<Result> {
  const config = readConfig({ ...process.env, ...env });
  if (!config.ok) throw new Error(config.issue);
  const home = await openHome({ ...config.value, logLevel: 'error' });
  try {
    return await work(home);
  } finally {
    await home.close();
  }
}

interface Told {
  readonly joining: number[];
  readonly voting: number[];
  readonly reading: number[];
  readonly errors: string[];
}

async function comeIn(origin: string, door: string, person: Person, told: Told): Promise<void> {
  await wait(Math.random() * JOIN_MS);
  await ask(door, { headers: { 'accept-language': 'de' } }, 200, told.reading, told);
  const init = { method: 'POST', headers: { origin }, body: new URLSearchParams(), redirect: 'manual' } as const;
  const joined = await ask(door, init, 303, told.joining, told);
  person.cookie = /\bg[0-9a-f]{8}=[^;]+/.exec(joined?.headers.get('set-cookie') ?? '')?.[0] ?? '';
  if (person.cookie === '') throw new Error(`nobody comes in: ${told.errors.at(-1) ?? ''}`);
  const headers = { cookie: person.cookie, 'accept-language': 'de' };
  await ask(`${door}/aussage`, { headers }, 200, told.reading, told);
  await ask(`${door}/aussagen.json`, { headers }, 200, told.reading, told);
}

async function vote(
  origin: string,
  door: string,
  { person, at, world, from }: { person: Person; at: number; world: VotingWorld; from: number },
  told: Told,
): Promise<void> {
  const moments = world.statements.map(() => Math.random() * VOTE_MS).toSorted((a, b) => a - b);
  const headers = { origin, cookie: person.cookie, 'accept-language': 'de' };
  for (const [turn, statement] of world.statements.entries()) {
    await wait(Math.max(0, (moments[turn] ?? 0) - (performance.now() - from)));
    const answer = WORDS[(at + turn * (1 + (at % 2))) % 3] ?? 'pass';
    const body = new URLSearchParams({ statement, answer });
    const sent = await ask(
      `${door}/aussage`,
      { method: 'POST', headers, body, redirect: 'manual' },
      303,
      told.voting,
      told,
    );
    if (sent === null) continue;
    person.given.set(statement, answer);
    if (at % 5 === 0) await ask(`${door}/aussage?nach=${statement}`, { headers }, 200, told.reading, told);
  }
}

/** Null where the answer was none of ours. */
async function ask(
  url: string,
  init: RequestInit,
  expected: number,
  into: number[],
  { errors }: Told,
): Promise<Response | null> {
  const from = performance.now();
  try {
    const answer = await fetch(url, init);
    await answer.text();
    if (answer.status === expected) {
      into.push(performance.now() - from);
      return answer;
    }
    errors.push(`${answer.status} ${init.method ?? 'GET'} ${url}`);
  } catch (error) {
    errors.push(`${String(error)} ${url}`);
  }
  return null;
}

async function tell(
  env: Readonly<Record<string, string>>,
  world: VotingWorld,
  people: readonly Person[],
  { joining, voting, reading, errors, took, cpuMs }: Told & { readonly took: number; readonly cpuMs: number },
): Promise<void> {
  for (const error of errors.slice(0, 5)) process.stderr.write(`${error}\n`);
  const { lost, more } = await inHome(env, (home) => compare(home, world, people));
  const figure = (what: string, value: number, unit: string) => report({ bench: BENCH, figure: what, value, unit });
  const none = (what: string, value: number) =>
    report({ bench: BENCH, figure: what, value, unit: 'count', goal: '0', met: value === 0 });
  const p95 = quantile(voting, 0.95);
  if (errors.length + lost + more > 0 || p95 > GOAL_MS) process.exitCode = 1;
  figure('people', people.length, 'count');
  figure('votes acknowledged', voting.length, 'count');
  figure('in', rounded(took / 1000), 's');
  none('errors', errors.length);
  none('acknowledged votes lost', lost);
  none('ballots or answers that nobody gave', more);
  figure('joining, p95', rounded(quantile(joining, 0.95)), 'ms');
  figure('reading a page, p95', rounded(quantile(reading, 0.95)), 'ms');
  figure('time of the processor for each vote, pages included', rounded(cpuMs / voting.length), 'ms');
  figure('voting, median', rounded(quantile(voting, 0.5)), 'ms');
  report({
    bench: BENCH,
    figure: 'voting, p95',
    value: rounded(p95),
    unit: 'ms',
    goal: `<= ${GOAL_MS} ms`,
    met: p95 <= GOAL_MS,
  });
}

/** What was acknowledged and is not there as it was given, and what is there that nobody gave. */
async function compare(home: Home, { conversation }: VotingWorld, people: readonly Person[]) {
  let [lost, more] = [0, 0];
  for (const { cookie, given } of people) {
    const mark = cookie.split('=')[1] ?? '';
    const kept = (await home.as('bench').db.read((db) => findBallot(db, ballotKey(conversation, mark)))) ?? {};
    for (const [statement, answer] of given) if (kept[statement] !== ANSWERS[answer]) lost += 1;
    more += Object.keys(kept).filter((statement) => !given.has(statement)).length;
  }
  const { rows } = await home.database.sql('select count(*)::integer as count from ballot');
  return { lost, more: more + Math.abs(Number(rows[0]?.['count']) - people.length) };
}
