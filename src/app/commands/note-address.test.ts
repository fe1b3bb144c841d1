import { expect, test } from 'vitest';
import { noteAddress } from './note-address.ts';

const told = (env: Readonly<Record<string, string>>) => {
  const notes: string[] = [];
  noteAddress({ line: () => {}, json: () => {}, note: (text) => notes.push(text) }, env);
  return notes;
};

test('where nobody said under which address the house runs, a command that prints one says that it may be another', () => {
  expect(told({})).toEqual([expect.stringContaining('PORT')]);
  expect(told({ ORIGIN: ' ', PORT: '' })).toHaveLength(1);
  expect(told({ PORT: '8080' })).toEqual([]);
  expect(told({ ORIGIN: 'https://netz.example.org' })).toEqual([]);
});
