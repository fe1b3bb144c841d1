import { expect, test } from 'vitest';
import { createLog } from './index.ts';

function collect(messages = false) {
  const lines: string[] = [];
  const log = createLog({
    level: 'info',
    messages,
    write: (line) => lines.push(line),
    now: () => new Date('2026-11-21T08:00:00Z'),
  });
  return { lines, log };
}

test('an entry is one line of JSON', () => {
  const { lines, log } = collect();
  log.info('request', { method: 'GET', route: '/lists/:id', status: 200, ms: 3 });
  expect(lines).toEqual([
    '{"at":"2026-11-21T08:00:00.000Z","level":"info","what":"request","method":"GET","route":"/lists/:id","status":200,"ms":3}',
  ]);
});

test('entries below the level are left out', () => {
  const { lines, log } = collect();
  log.debug('detail');
  expect(lines).toEqual([]);
});

test('a key that is not on the list is not written, whatever the types were told', () => {
  const { lines, log } = collect();
  const facts = { status: 200, address: '10.0.0.1', email: 'anna@example.org' };
  log.info('request', facts);
  expect(lines[0]).not.toMatch(/10\.0\.0\.1|anna/);
});

test('the message of an error stays out, because it may quote what somebody typed', () => {
  const { lines, log } = collect();
  const cause = Object.assign(new Error('Key (mail)=(anna@example.org) exists'), { code: '23505' });
  log.error('bug', { error: new Error('could not save anna\nin two lines', { cause }) });
  expect(lines[0]).not.toContain('anna');
  expect(lines[0]).toContain('"code":"23505"');
  expect(lines[0]).toContain('log.test.ts');
});

test('in development the message is written', () => {
  const { lines, log } = collect(true);
  log.error('bug', { error: new TypeError('x is not a function') });
  expect(lines[0]).toContain('x is not a function');
});

test('what is thrown and is no error is named by its type', () => {
  const { lines, log } = collect();
  log.error('bug', { error: 'a text about anna' });
  expect(lines[0]).toContain('"error":{"name":"string","stack":[]}');
});
