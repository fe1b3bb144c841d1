import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Json } from '../../plain/json.ts';
import { run } from '../terminal.ts';
import { opinionCommand } from './opinion.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'geflecht-opinion-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function call(...argv: string[]) {
  const said = { lines: [] as string[], json: [] as Json[], notes: [] as string[] };
  const terminal = {
    line: (text: string) => void said.lines.push(text),
    json: (value: Json) => void said.json.push(value),
    note: (text: string) => void said.notes.push(text),
  };
  const code = await run(['opinion', ...argv], { opinion: opinionCommand }, terminal);
  return { ...said, code, told: said.json[0] as unknown as Told };
}

interface Told {
  readonly participants: string[];
  readonly statements: string[];
  readonly center: Record<string, number>;
  readonly components: Record<string, number>[];
  readonly positions: Record<string, number[]>;
  readonly groups: { k: number; structure: { p: number; decision: string }; labels: Record<string, string> };
  readonly representative: Record<string, { id: string; direction: string }[]>;
  readonly consensus: { agree: { id: string }[]; disagree: { id: string }[] };
  readonly groupAwareConsensus: Record<string, number>;
  readonly divisive: { id: string; kind: string }[];
  readonly priorities: Record<string, number>;
}

async function file(name: string, lines: readonly string[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `${lines.join('\n')}\n`);
  return path;
}

/** Two camps of twenty that differ in statements 0 to 9; all agree to 10, nobody to 11. */
const VOTES = Array.from({ length: 40 }, (_, voter) =>
  Array.from({ length: 12 }, (_, statement) => {
    const answer = statement === 10 ? 1 : statement === 11 ? -1 : (voter + statement) % 2 === 0 ? 1 : -1;
    return `${1000 + voter},${statement},${voter},${answer}`;
  }),
).flat();
const HEAD = 'timestamp,comment-id,voter-id,vote';

test('two camps are told with what all share', async () => {
  const { told, code } = await call(await file('votes.csv', [HEAD, ...VOTES]), '--json');
  expect(code).toBe(0);
  expect(told.groups.k).toBe(2);
  expect(told.groups.structure.decision).toBe('structure');
  expect(new Set(Object.values(told.groups.labels))).toEqual(new Set(['0', '1']));
  expect(told.consensus.agree.map(({ id }) => id)).toEqual(['10']);
  expect(told.consensus.disagree.map(({ id }) => id)).toEqual(['11']);
  expect(new Set(told.divisive.map(({ kind }) => kind))).toEqual(new Set(['between']));
  expect(told.divisive.filter(({ id }) => Number(id) >= 10)).toEqual([]);
  for (const part of [told.center, ...told.components, told.groupAwareConsensus, told.priorities])
    expect(Object.keys(part)).toEqual(told.statements);
  expect(Object.keys(told.positions)).toEqual(told.participants);
});

test('shuffled rows and columns give the same answer, byte for byte', async () => {
  const there = await call(await file('votes.csv', [HEAD, ...VOTES]), '--json');
  const back = VOTES.toReversed().map((row) => row.split(',').toReversed().join(','));
  const columns = HEAD.split(',').toReversed().join(',');
  const turned = await call(await file('turned.csv', [columns, ...back]), '--json');
  expect(JSON.stringify(turned.json)).toBe(JSON.stringify(there.json));
});

test('quotes, a byte order mark and Windows line ends do no harm', async () => {
  const plain = await call(await file('votes.csv', [HEAD, ...VOTES]), '--json');
  const quoted = VOTES.map((row) => row.replace(/^(\d+)/, '"$1, early"')).map((row) => `${row}\r`);
  const path = await file('quoted.csv', [`\uFEFFdatetime,comment-id,voter-id,vote\r`, ...quoted]);
  expect(JSON.stringify((await call(path, '--json')).json)).toBe(JSON.stringify(plain.json));
});

test('without times the last of several votes counts', async () => {
  const rows = ['voter-id,comment-id,vote', 'anna,1,1', 'ben,1,1', 'anna,1,-1'];
  const { told } = await call(await file('again.csv', rows), '--json');
  expect(told.center).toEqual({ '1': 0 });
});

test('rejected statements and those about the conversation shape nothing', async () => {
  const statements = ['comment-id,moderated,is-meta,comment-body', '0,-1,,"Not, here"', '1,1,true,', '12,0,false,new'];
  const { told } = await call(
    await file('votes.csv', [HEAD, ...VOTES]),
    '--statements',
    await file('statements.csv', statements),
    '--json',
  );
  expect([told.center['0'], told.center['1'], told.center['2']]).toEqual([0, 0, 0]);
  expect(told.components[0]!['0']).toBe(0);
  expect(told.components[0]!['2']).not.toBe(0);
  expect(told.priorities['0']).toBe(0);
  expect(told.statements.at(-1)).toBe('12');
  const divisive = told.divisive.map(({ id }) => id);
  expect([divisive.includes('0'), divisive.includes('2')]).toEqual([false, true]);
});

test('given groups keep their names, and the reference tells in the numbers of Polis', async () => {
  const groups = await file('groups.csv', [
    'voter-id,group-id',
    ...Array.from({ length: 40 }, (_, voter) => `${voter},${voter === 39 ? '' : voter % 2 === 0 ? 'even' : 'odd'}`),
  ]);
  const votes = await file('votes.csv', [HEAD, ...VOTES]);
  const { told } = await call(votes, '--groups', groups, '--reference', '--json');
  expect(told.groups.structure).toEqual({ p: null, decision: 'untested' });
  expect(told.groups.labels['38']).toBe('even');
  expect(told.groups.labels['39']).toBeUndefined();
  // 20 of 20 and 19 of 19 agree.
  expect(told.groupAwareConsensus['10']).toBeCloseTo((21 / 22) * (20 / 21), 12);
  expect(told.representative['even']![0]).toMatchObject({ id: '0', direction: 'agree', nSuccess: 20, nTrials: 20 });
  const own = await call(votes, '--groups', groups, '--json');
  expect(own.told.representative['odd']!.map(({ id }) => id)).toContain('1');
});

test('a given group in which nobody voted is none, and changes nothing', async () => {
  const voters = Array.from({ length: 40 }, (_, voter) => `${voter},${voter % 2 === 0 ? 'a' : 'c'}`);
  const votes = await file('votes.csv', [HEAD, ...VOTES]);
  const groups = await file('groups.csv', ['voter-id,group-id', ...voters]);
  const more = await file('more.csv', ['voter-id,group-id', ...voters, 'nobody,b']);
  for (const way of [[], ['--reference']]) {
    const plain = await call(votes, '--groups', groups, ...way, '--json');
    expect((await call(votes, '--groups', more, ...way, '--json')).json).toEqual(plain.json);
    expect(plain.told.groups.k).toBe(2);
  }
  const others = await file('others.csv', ['voter-id,group-id', 'nobody,b']);
  expect(await call(votes, '--groups', others)).toMatchObject({ code: 1 });
});

test('without --json it is told in sentences, with the statements themselves where they are known', async () => {
  const statements = await file('bodies.csv', [
    'comment-id,moderated,comment-body',
    '10,1,"Räume, die allen\noffen stehen"',
  ]);
  const { lines } = await call(await file('votes.csv', [HEAD, ...VOTES]), '--statements', statements);
  expect(lines.slice(0, 5)).toEqual([
    '40 Menschen, 12 Aussagen.',
    'Dem stimmen fast alle zu:',
    '  10 Räume, die allen offen stehen',
    'Das lehnen fast alle ab:',
    '  11',
  ]);
  const alike = VOTES.filter((row) => ['10', '11'].includes(row.split(',')[1]!));
  const { lines: others } = await call(await file('alike.csv', [HEAD, ...alike]));
  expect(others).toContain('Lager sind hier nicht zu sehen.');
  expect(others).toContain('Darüber reden: nichts');
});

test('the engine is a library under its own name', async () => {
  const path = createRequire(import.meta.url).resolve('geflecht/opinion');
  const { analyse } = (await import(path)) as { analyse: unknown };
  expect(analyse).toBeTypeOf('function');
});

test('what cannot be read is said with the file and the line', async () => {
  expect(await call(join(folder, 'missing.csv'))).toMatchObject({ code: 1 });
  expect(await call(await file('empty.csv', ['voter-id,comment-id,vote']))).toMatchObject({ code: 1 });
  const saidOf = async (...lines: string[]) => {
    const { code, json, lines: told, notes } = await call(await file('odd.csv', lines), '--json');
    expect([code, json, told]).toEqual([1, [], []]);
    return notes.join(' ');
  };
  expect(await saidOf('voter-id,vote', 'anna,1')).toContain('comment-id');
  const head = 'voter-id,comment-id,vote';
  for (const vote of ['yes', '2', '', 'constructor'])
    expect(await saidOf(head, 'anna,1,1', '', `ben,1,${vote}`)).toContain('Zeile 4');
  expect(await saidOf(head, ',1,1')).toContain('Zeile 2');
  expect(await saidOf(head, 'anna,1,1', 'ben,"1,1')).toContain('Zeile 3');
  const votes = await file('votes.csv', [HEAD, ...VOTES]);
  const statements = await file('statements.csv', ['comment-id,moderated', '1,1', ',1']);
  expect((await call(votes, '--statements', statements)).notes[0]).toContain('statements.csv, Zeile 3');
});

test('what can be read in two ways is asked about, in whichever order it stands', async () => {
  const saidOf = async (lines: readonly string[], ...more: readonly string[]) =>
    (await call(await file('twice.csv', lines), ...more, '--json')).notes.join();
  expect(await saidOf(['voter-id,comment-id,vote,Vote', 'anna,1,1,-1'])).toContain('vote steht zweimal da');
  const votes = ['voter-id,comment-id,vote', 'anna,1,1', 'ben,1,1'];
  const groups = ['anna,a', 'anna,a', 'anna,b', 'ben,b', 'nobody,a', 'nobody,b'];
  for (const rows of [groups, groups.toReversed()]) {
    const path = await file('groups.csv', ['voter-id,group-id', ...rows]);
    expect(await saidOf(votes, '--groups', path)).toMatch(/groups.csv, Zeile \d: .*in einer anderen Gruppe/);
  }
  const statements = ['1,1', '1,-1'];
  for (const rows of [statements, statements.toReversed()]) {
    const path = await file('statements.csv', ['comment-id,moderated', ...rows]);
    expect(await saidOf(votes, '--statements', path)).toContain('statements.csv, Zeile 3: ');
  }
});

test('who tells a group or a statement twice alike says it once', async () => {
  const votes = await file('votes.csv', [HEAD, ...VOTES]);
  const groups = Array.from({ length: 40 }, (_, voter) => `${voter},${voter % 2}`);
  const [once, twice] = [groups, [...groups, ...groups]].map((rows, at) =>
    file(`groups${at}.csv`, ['voter-id,group-id', ...rows]),
  );
  const plain = await call(votes, '--groups', (await once)!, '--json');
  expect(await call(votes, '--groups', (await twice)!, '--json')).toEqual(plain);
  expect(plain.code).toBe(0);
  const statements = await file('statements.csv', ['comment-id,moderated,comment-body', '0,-1,', '0,-1,again']);
  expect((await call(votes, '--statements', statements, '--json')).code).toBe(0);
});

test('times that are no numbers are told, and the order of the lines holds instead', async () => {
  const rows = ['voter-id,comment-id,vote,timestamp', 'anna,1,1,20', 'ben,1,1,5', 'anna,1,-1,10'];
  const timed = await call(await file('timed.csv', rows), '--json');
  expect([timed.told.center['1'], timed.notes]).toEqual([1, []]);
  for (const time of ['yesterday', 'NaN', '']) {
    const untimed = await call(await file('untimed.csv', [...rows, `ben,1,1,${time}`]), '--json');
    expect(untimed.told.center['1']).toBe(0);
    expect(untimed.notes.join()).toMatch(/untimed.csv, Zeile 5: .*Zeit/);
    expect([untimed.code, untimed.json.length]).toEqual([0, 1]);
  }
});

test('whoever brings semicolons is told to use commas', async () => {
  for (const head of ['voter-id;comment-id;vote', 'voter-id\tcomment-id\tvote'])
    expect((await call(await file('other.csv', [head]))).notes.join()).toContain('Kommas');
  expect((await call(await file('other.csv', ['voter-id,vote']))).notes.join()).not.toContain('Kommas');
});

test('more statements than can be counted are refused in a sentence', async () => {
  const votes = Array.from({ length: 65_536 }, (_, statement) => `anna,${statement},1`);
  const { code, notes } = await call(await file('many.csv', ['voter-id,comment-id,vote', ...votes]));
  expect([code, notes.length]).toEqual([1, 1]);
  expect(notes[0]).toContain('65.535');
});

test('one person and one statement are told as one', async () => {
  const { lines } = await call(await file('one.csv', ['voter-id,comment-id,vote', 'anna,1,1']));
  expect(lines[0]).toBe('1 Mensch, 1 Aussage.');
});
