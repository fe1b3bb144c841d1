import { expect, test } from 'vitest';
import { createEvents } from './events.ts';
import { createLog } from './log/index.ts';

declare module './events.ts' {
  interface EventMap {
    'test.happened': { readonly number: number };
  }
}

function open() {
  const lines: string[] = [];
  return { lines, events: createEvents(createLog({ level: 'info', write: (line) => lines.push(line) })) };
}

test('every listener hears what has happened', async () => {
  const { events } = open();
  const heard: number[] = [];
  events.on('test.happened', ({ number }) => void heard.push(number));
  events.on('test.happened', async ({ number }) => void heard.push(number * 10));
  events.tell('test.happened', { number: 4 });
  expect(heard).toEqual([]);
  await events.settled();
  expect(heard).toEqual([4, 40]);
});

test('a listener that fails is logged and stops neither the teller nor the others', async () => {
  const { events, lines } = open();
  const heard: number[] = [];
  events.on('test.happened', () => {
    throw new Error('no');
  });
  events.on('test.happened', ({ number }) => void heard.push(number));
  events.tell('test.happened', { number: 1 });
  await events.settled();
  expect(heard).toEqual([1]);
  expect(lines[0]).toContain('"event":"test.happened"');
});
