import { PGlite } from '@electric-sql/pglite';
import { afterEach, expect, test, vi } from 'vitest';
import { openTestDatabase } from '../../../test/database.ts';
import { system } from '../../plain/actor.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

test('after a PANIC nothing is asked any more, everybody hears so at once, and whoever runs the house is told', async () => {
  const database = await openTestDatabase([]);
  const stopped = vi.fn();
  void database.stopped.then(stopped);
  const fault = Object.assign(new Error('could not write to file "pg_wal/xlogtemp.1"'), { severity: 'ERROR' });
  const asked = vi.spyOn(PGlite.prototype, 'execProtocolStream').mockRejectedValueOnce(fault);
  await expect(database.sql('select 1')).rejects.toThrow('pg_wal');
  expect((await database.sql('select 1 as n')).rows).toEqual([{ n: 1 }]);
  expect(stopped).not.toHaveBeenCalled();

  asked.mockRejectedValueOnce(Object.assign(new Error('could not write'), { severity: 'PANIC' }));
  await expect(database.sql('select 1')).rejects.toThrow();
  const calls = asked.mock.calls.length;
  for (const work of [database.sql('select 1'), database.as(system('test')).read(() => Promise.resolve())])
    await expect(work).rejects.toMatchObject({ name: 'UnavailableError' });
  expect(asked.mock.calls).toHaveLength(calls);
  expect(stopped).toHaveBeenCalledOnce();
  await database.close();
});
