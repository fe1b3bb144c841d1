import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readExport, type ExportFile } from './read-export.ts';
import { resultOfVotes } from './result.ts';

const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, 'fixtures', 'seattle-minimum-wage', `${name}.csv`), 'utf8');
const COMMENTS = fixture('comments');
const MATRIX = fixture('participants-votes');
const SUMMARY = fixture('summary');

const read = (files: Partial<Record<ExportFile, string | Uint8Array>>) => {
  const bytes = (text: string | Uint8Array | undefined) =>
    text === undefined ? null : typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const { comments, votes, summary } = files;
  return readExport({ comments: bytes(comments), votes: bytes(votes), summary: bytes(summary) });
};
const whole = (files: Parameters<typeof read>[0]) => {
  const found = read(files);
  if (!found.ok) throw new Error(JSON.stringify(found.issue));
  return found.value;
};
const issue = (files: Parameters<typeof read>[0]) => {
  const found = read(files);
  return found.ok ? null : [found.issue.input, found.issue.told.key.split('.').at(-1), found.issue.told.values ?? {}];
};

/** The same votes, one a row. */
function castsOf(matrix: string): string {
  const [head = '', ...rows] = matrix.trim().split('\n');
  const ids = head.split(',').slice(6);
  const casts = rows.flatMap((row) => {
    const [participant, , , , , , ...answers] = row.split(',');
    return answers.flatMap((answer, at) =>
      answer.trim() === '' ? [] : [`${participant},${ids[at]},${answer.trim()}`],
    );
  });
  return ['voter-id,comment-id,vote', ...casts].join('\n');
}

test('a published conversation is read with its question, its days and its statements, without who voted', () => {
  const { topic, address, description, days, statements, votes } = whole({
    comments: COMMENTS,
    votes: MATRIX,
    summary: SUMMARY,
  });
  expect([topic, address]).toEqual(['$15/hour', 'https://pol.is/2demo']);
  expect(description).toContain('minimum wage law will affect Seattle');
  expect(days).toEqual(['2014-06-18', '2018-11-16']);
  expect(statements).toHaveLength(54);
  expect(statements.filter(({ isRejected }) => isRejected)).toHaveLength(23);
  expect(votes.participants).toHaveLength(339);
});

test('votes one a row and votes one row a participant are the same conversation', () => {
  const told = (votes: string) => {
    const { statements, votes: ballots } = whole({ comments: COMMENTS, votes });
    return resultOfVotes(ballots, statements);
  };
  const matrix = told(MATRIX);
  expect(matrix?.participants).toBe(339);
  expect(matrix?.statements).toHaveLength(31);
  expect(told(castsOf(MATRIX))).toEqual(matrix);
});

test('of several votes of one participant on one statement the latest counts, in any order of rows', () => {
  const comments = 'comment-id,comment-body,moderated,agrees,disagrees\n7,Eins,1,0,1';
  const votes = ['timestamp,comment-id,voter-id,vote', '1403054215000,7,a,-1', '1403054214000,7,a,1'];
  const { votes: ballots } = whole({ comments, votes: votes.join('\n') });
  expect([...ballots.answers]).toEqual([-1]);
});

test('what cannot be read is told with the file and the row', () => {
  const casts = castsOf(MATRIX);
  expect(issue({ votes: casts })).toEqual(['comments', 'missing', {}]);
  expect(issue({ comments: COMMENTS })).toEqual(['votes', 'missing', {}]);
  expect(issue({ comments: MATRIX, votes: casts })).toEqual([
    'comments',
    'columns',
    { columns: 'comment-id, comment-body, moderated' },
  ]);
  expect(issue({ comments: COMMENTS, votes: COMMENTS })).toEqual([
    'votes',
    'columns',
    { columns: 'voter-id, comment-id, vote' },
  ]);
  expect(issue({ comments: COMMENTS, votes: new Uint8Array([0xff, 0xfe, 0x00]) })).toEqual(['votes', 'unreadable', {}]);
  expect(issue({ comments: `${COMMENTS}\n"`, votes: casts })).toEqual(['comments', 'unreadable', {}]);
  expect(issue({ comments: COMMENTS, votes: casts, summary: 'topic,"' })).toEqual(['summary', 'unreadable', {}]);
  const rows = casts.split('\n');
  const wrong = (row: string) => issue({ comments: COMMENTS, votes: rows.with(4, row).join('\n') });
  for (const row of ['3,0,2', '3,4711,1', ',0,1', '3,0,'])
    expect(wrong(row), row).toEqual(['votes', 'line', { line: 5 }]);
  expect(issue({ comments: `${COMMENTS.trim()}\n${COMMENTS.trim().split('\n').at(-1) ?? ''}`, votes: casts })).toEqual([
    'comments',
    'line',
    { line: 56 },
  ]);
});

test('an export in which agreeing is -1 is refused, since it would say the opposite of what people said', () => {
  const turned = castsOf(MATRIX).replaceAll(/,(-?)1$/gm, (_, sign: string) => (sign === '' ? ',-1' : ',1'));
  expect(issue({ comments: COMMENTS, votes: turned })).toEqual(['votes', 'mirrored', {}]);
});

test('more than can be counted while others wait is refused', () => {
  const statements = Array.from({ length: 1201 }, (_, at) => `${at},Aussage ${at},1`);
  const comments = ['comment-id,comment-body,moderated', ...statements];
  expect(issue({ comments: comments.join('\n'), votes: 'x' })).toEqual(['comments', 'many', { most: 1200 }]);
  const votes = ['voter-id,comment-id,vote', ...Array.from({ length: 200_001 }, (_, at) => `${at},0,1`)];
  expect(issue({ comments: comments.slice(0, 3).join('\n'), votes: votes.join('\n') })).toEqual([
    'votes',
    'many',
    { most: 200_000 },
  ]);
});

test('rows that are shorter than the first one do not make a small file a large table', () => {
  const ids = Array.from({ length: 1200 }, (_, id) => id);
  const comments = `comment-id,comment-body,moderated\n${ids.map((id) => `${id},Text ${id},1`).join('\n')}`;
  const head = `participant,${ids.join(',')}`;
  const short = (rows: number) => `${head}\n${'a\n'.repeat(rows)}`;
  expect(issue({ comments, votes: short(5001) })).toEqual(['votes', 'many', { most: 5000 }]);
  expect(issue({ comments, votes: short(5000) })).toBeNull();
});
