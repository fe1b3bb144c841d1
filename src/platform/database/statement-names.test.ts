import { expect, test } from 'vitest';
import { createLastingNames, createStatementNames } from './statement-names.ts';

test('a statement keeps its name, and what nobody asks any more is forgotten first', () => {
  const names = createStatementNames<string>(2);
  const first = names.of('select 1');
  if (first !== null) first.kept = 'known';
  names.of('select 2');
  expect(names.of('select 1')).toEqual({ name: first?.name, kept: 'known' });
  names.of('select 3');
  expect(names.takeGone()).toEqual(['s2']);
  expect(names.takeGone()).toEqual([]);
  expect(names.of('select 1')?.kept).toBe('known');
  expect(names.of('select 2')?.name).toBe('s4');
});

test('whoever changes tables makes all names go, and none comes back', () => {
  const names = createStatementNames<string>();
  names.of('select 1');
  names.of('update a set b = 1');
  names.forgetAll();
  expect(names.takeGone()).toEqual(['s1', 's2']);
  expect(names.of('select 1')).toEqual({ name: 's3', kept: null });
});

test('what makes tables and what carries its rows in its text is not kept', () => {
  const names = createStatementNames<string>();
  expect(names.of('create table a (b integer)')).toBeNull();
  expect(names.of('set local role none')).toBeNull();
  expect(names.of(`select 1 where 1 in (${'1, '.repeat(5_000)} 1)`)).toBeNull();
  expect(names.of('  with a as (select 1) select * from a')).not.toBeNull();
});

test('on a server only what comes often gets a name, the first few for ever', () => {
  const nameOf = createLastingNames(2);
  expect(['a', 'b', 'c'].map(() => nameOf('select 1'))).toEqual([undefined, undefined, 's1']);
  expect(['a', 'b', 'c'].map(() => nameOf('select 2')).at(-1)).toBe('s2');
  expect(['a', 'b', 'c', 'd'].map(() => nameOf('select 3')).at(-1)).toBeUndefined();
  expect(nameOf('select 1')).toBe('s1');
});

test('on a server nothing that asks for all columns gets a name', () => {
  const nameOf = createLastingNames();
  for (const text of ['select * from a', 'select a.* from a', 'delete from a returning *'])
    expect(['a', 'b', 'c'].map(() => nameOf(text)).at(-1)).toBeUndefined();
  expect(['a', 'b', 'c'].map(() => nameOf('select count(*) from a')).at(-1)).toBe('s1');
});
