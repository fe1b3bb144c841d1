import { expect, test } from 'vitest';
import { turns } from './turns.ts';

test('never more at once than allowed, everyone gets a turn in the order of coming', async () => {
  const inTurn = turns({ once: 2, most: 100 }, () => new Error('full'));
  const done: number[] = [];
  let running = 0;
  let most = 0;
  const work = (each: number) =>
    inTurn(async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((go) => setTimeout(go, 1));
      running -= 1;
      done.push(each);
    });
  await Promise.all(Array.from({ length: 20 }, (_, each) => work(each)));
  expect(most).toBe(2);
  expect(done.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, each) => each));
});

test('whoever comes when too many are waiting is sent away, and a failure gives the place on', async () => {
  const inTurn = turns({ once: 1, most: 1 }, () => new Error('full'));
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const first = inTurn(() => gate.then(() => Promise.reject(new Error('broken'))));
  const second = inTurn(() => Promise.resolve('second'));
  await expect(inTurn(() => Promise.resolve('third'))).rejects.toThrow('full');
  open();
  await expect(first).rejects.toThrow('broken');
  expect(await second).toBe('second');
  expect(await inTurn(() => Promise.resolve('fourth'))).toBe('fourth');
});
