import { expect, test } from 'vitest';
import { UnavailableError } from '../errors.ts';
import { orUnavailable } from './unavailable.ts';

const thrownFor = (error: unknown) => orUnavailable(Promise.reject(error)).catch((thrown: unknown) => thrown);

test('a line that is cut, a server that goes and a full disk are no bugs', async () => {
  const errors = [
    ...['ECONNREFUSED', 'ECONNRESET', '57P01', '53100', '53300', '08006'].map((code) =>
      Object.assign(new Error('…'), { code }),
    ),
    new Error('Connection terminated unexpectedly'),
    new Error('timeout exceeded when trying to connect'),
  ];
  for (const error of errors) {
    const thrown = await thrownFor(error);
    expect(thrown).toBeInstanceOf(UnavailableError);
    expect((thrown as Error).cause).toBe(error);
  }
});

test('everything else stays what it is', async () => {
  for (const error of [Object.assign(new Error('duplicate key'), { code: '23505' }), new Error('no'), 'text', null])
    expect(await thrownFor(error)).toBe(error);
  expect(await orUnavailable(Promise.resolve(7))).toBe(7);
});
