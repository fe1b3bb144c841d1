import { expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { isAllowed, MODULE_NAMES } from './modules.ts';

const read = (env: Readonly<Record<string, string>>) => readConfig(env);

test('an association may have every part, and has them unless it chooses', () => {
  expect(read({})).toMatchObject({ value: { operator: 'association', modules: MODULE_NAMES } });
  expect(read({ GEFLECHT_MODULES: 'rooms, tandems' })).toMatchObject({ value: { modules: ['rooms', 'tandems'] } });
  expect(MODULE_NAMES.every((module) => isAllowed(module, 'association'))).toBe(true);
});

test('a public body has none of the parts that must not be known to it', () => {
  expect(read({ GEFLECHT_OPERATOR: 'public' })).toMatchObject({ value: { operator: 'public', modules: [] } });
  expect(MODULE_NAMES.filter((module) => isAllowed(module, 'public'))).toEqual([]);
});

test.each(MODULE_NAMES)('a start as a public body with "%s" is refused with a sentence that says why', (module) => {
  const refused = read({ GEFLECHT_OPERATOR: 'public', GEFLECHT_MODULES: module });
  expect(refused.ok).toBe(false);
  expect(JSON.stringify(refused)).toContain(module);
  expect(JSON.stringify(refused)).toContain('öffentliche Stelle');
});

test('a part that does not exist and a kind of operator that does not exist are refused', () => {
  expect(read({ GEFLECHT_MODULES: 'sauna' })).toMatchObject({ ok: false });
  expect(read({ GEFLECHT_OPERATOR: 'police' })).toMatchObject({ ok: false });
});
