import { analyse, openBallotBox, tellAnalysis, type Ballots } from '../../src/engines/opinion/index.ts';
import { intoCells } from '../../src/engines/opinion/cells.ts';
import { divideInto } from '../../src/engines/opinion/division.ts';
import { LEAST_MEMBERS } from '../../src/engines/opinion/groups.ts';
import { adjustedRand } from '../../src/engines/opinion/refits.ts';
import { silhouette } from '../../src/engines/opinion/silhouette.ts';
import { pick, type Points } from '../../src/engines/opinion/space.ts';
import { chance } from '../../src/plain/chance.ts';
import { report, rounded } from '../report.ts';
import type { Published } from './conversations.ts';

const BENCH = 'opinion';
const ALLOWED_LOSS = 0.02;

/**
 * B2: our groups against those that Polis published, on the same people in the same plane; with our number of groups and
 * with theirs. Squares are ours ÷ theirs. B3, second half: structure is found in every conversation of a hundred people.
 */
export function compareGroups(conversations: readonly Published[]): void {
  let met = 0;
  let metAlike = 0;
  let found = 0;
  let large = 0;
  for (const { name, ballots, groups } of conversations) {
    const { own, structure, points, theirs, k, ours, published } = compare(ballots, groups);
    const alike = alikeIn(points, k);
    const same = alike === null ? null : measure(points, alike, k);
    const isMet = isBetter(ours, published);
    const isMetAlike = same !== null && isBetter(same, published);
    if (isMet) met += 1;
    if (isMetAlike) metAlike += 1;
    if (ballots.participants.length >= 100) {
      large += 1;
      if (structure.decision === 'structure') found += 1;
    }
    const figure = (what: string, value: number, peerValue: number) =>
      report({
        bench: BENCH,
        figure: `B2 ${name}: ${what}`,
        value: rounded(value),
        unit: '',
        peer: 'published groups',
        peerValue: rounded(peerValue),
      });
    figure('groups', own.k, k);
    figure('silhouette', ours.silhouette, published.silhouette);
    report({
      bench: BENCH,
      figure: `B2 ${name}: squares`,
      value: rounded(ours.squares / published.squares),
      unit: 'of theirs',
      peer: 'published groups',
      goal: '<= 1, silhouette >= theirs - 0.02',
      met: isMet,
    });
    if (same !== null && own.k !== k) {
      figure(`silhouette with ${k} groups`, same.silhouette, published.silhouette);
      report({
        bench: BENCH,
        figure: `B2 ${name}: squares with ${k} groups`,
        value: rounded(same.squares / published.squares),
        unit: 'of theirs',
        peer: 'published groups',
        met: isMetAlike,
      });
    }
    if (alike !== null)
      report({
        bench: BENCH,
        figure: `B2 ${name}: adjusted Rand index with ${k} groups`,
        value: rounded(adjustedRand(alike, theirs, k)),
        unit: '',
      });
    report({
      bench: BENCH,
      figure: `B2 ${name}: stability when a fifth of the statements is missing`,
      value: rounded(own.stability),
      unit: 'adjusted Rand index',
    });
  }
  const all = conversations.length;
  report({
    bench: BENCH,
    figure: 'B2 conversations where both bounds hold, own number of groups',
    value: met,
    unit: `of ${all}`,
    goal: `${all}`,
    met: met === all,
  });
  report({
    bench: BENCH,
    figure: 'B2 conversations where both bounds hold, number of groups as published',
    value: metAlike,
    unit: `of ${all}`,
    goal: `${all}`,
    met: metAlike === all,
  });
  report({
    bench: BENCH,
    figure: 'B3 structure found in conversations of 100 people and more',
    value: found,
    unit: `of ${large}`,
    goal: `${large}`,
    met: found === large,
  });
  const isSame = conversations.every(({ ballots }) => tellOf(ballots) === tellOf(backwards(ballots)));
  report({
    bench: BENCH,
    figure: 'B2 the same answer, byte for byte, to votes in another order',
    value: isSame ? 1 : 0,
    unit: '',
    goal: '1',
    met: isSame,
  });
}

const PARTS = 24;
const SHARES = [0.8, 0.6];

/**
 * B2 in parts of the published conversations, four or three fifths of the people drawn by lot: a rule that fits
 * eleven conversations by accident falls back here. Each conversation counts the same.
 */
export function compareInParts(conversations: readonly Published[]): void {
  let sum = 0;
  for (const { ballots, groups } of conversations) {
    let met = 0;
    for (let time = 0; time < PARTS; time += 1) {
      const { ours, published } = compare(partOf(ballots, SHARES[time % SHARES.length] ?? 1, time), groups);
      if (isBetter(ours, published)) met += 1;
    }
    sum += met / PARTS;
  }
  report({
    bench: BENCH,
    figure: `B2 in ${PARTS} parts of each conversation: both bounds hold`,
    value: rounded(sum / conversations.length),
    unit: 'of all',
    peer: 'published groups',
  });
}

function partOf(ballots: Ballots, share: number, time: number): Ballots {
  const throwOne = chance(time, 'part');
  return countRows(
    ballots,
    [...ballots.participants.keys()].filter(() => throwOne(1000) < share * 1000),
  );
}

/** Our groups and the published ones, for the people who are in both. */
function compare(ballots: Ballots, groups: Published['groups']) {
  const { groups: own, places, structure } = analyse(ballots);
  const rows = Uint32Array.from(
    [...ballots.participants.keys()].filter(
      (row) => groups.has(ballots.participants[row] ?? '') && (own.labels[row] ?? -1) >= 0,
    ),
  );
  const points = pick(places, rows);
  const theirs = Int32Array.from(rows, (row) => groups.get(ballots.participants[row] ?? '') ?? 0);
  const k = Math.max(...theirs) + 1;
  const ours = measure(
    points,
    Int32Array.from(rows, (row) => own.labels[row] ?? 0),
    own.k,
  );
  return { own, structure, points, theirs, k, ours, published: measure(points, theirs, k) };
}

interface Measured {
  readonly silhouette: number;
  readonly squares: number;
}

function isBetter(ours: Measured, theirs: Measured): boolean {
  return ours.squares <= theirs.squares && ours.silhouette >= theirs.silhouette - ALLOWED_LOSS;
}

function measure(points: Points, labels: Int32Array, k: number): Measured {
  const people = Array.from({ length: k }, () => ({ count: 0, x: 0, y: 0 }));
  for (const [at, label] of labels.entries()) {
    const group = people[label];
    if (group === undefined) continue;
    group.count += 1;
    group.x += points.x[at] ?? 0;
    group.y += points.y[at] ?? 0;
  }
  let squares = 0;
  for (const [at, label] of labels.entries()) {
    const group = people[label];
    if (group === undefined) continue;
    squares += ((points.x[at] ?? 0) - group.x / group.count) ** 2 + ((points.y[at] ?? 0) - group.y / group.count) ** 2;
  }
  const weights = new Float64Array(labels.length).fill(1);
  return { squares, silhouette: k > 1 ? silhouette({ ...points, weights }, labels, k) : 0 };
}

/** What we would say if we were told how many groups there are. */
function alikeIn(points: Points, k: number): Int32Array | null {
  return divideInto(intoCells(points), k, LEAST_MEMBERS)?.labels ?? null;
}

function tellOf(ballots: Ballots): string {
  return JSON.stringify(tellAnalysis(analyse(ballots)));
}

function backwards(ballots: Ballots): Ballots {
  return countRows(ballots, [...ballots.participants.keys()].toReversed());
}

/** The votes of these rows alone, cast in this order; of each the last statement first. */
function countRows(ballots: Ballots, rows: readonly number[]): Ballots {
  const box = openBallotBox();
  for (const row of rows)
    for (let at = (ballots.starts[row + 1] ?? 0) - 1; at >= (ballots.starts[row] ?? 0); at -= 1) {
      const answer = ballots.answers[at] ?? 0;
      box.cast(
        ballots.participants[row] ?? '',
        ballots.statements[ballots.columns[at] ?? 0] ?? '',
        answer > 0 ? 1 : answer < 0 ? -1 : 0,
      );
    }
  const statements = ballots.statements.map((id, column) => ({ id, isRejected: ballots.isRejected[column] === 1 }));
  return box.count(statements);
}
