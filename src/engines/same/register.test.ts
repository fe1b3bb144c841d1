import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openRegister, type Item } from './index.ts';

const ITEMS: readonly Item[] = [
  { source: 'a', name: 'Kulturverein Kompass e. V.', street: 'Ring 3', postcode: '01067', phones: ['0351 1234567'] },
  { source: 'a', name: 'Musikverein Amsel e. V.', street: 'Ring 3', postcode: '01067' },
  { source: 'a', name: 'Nähstube Regenbogen', street: 'Markt 9', postcode: '04109' },
];
const COMPASS: Item = { source: 'form', name: 'Kompass Kulturverein', street: 'Ring 3', postcode: '01067' };

test('a new record is told which known one it is', () => {
  const [best, ...others] = openRegister(ITEMS).candidates(COMPASS);
  expect(best).toMatchObject({ a: -1, b: 0, outcome: 'same' });
  expect(others.find(({ b }) => b === 1)?.outcome).toBe('place');
});

test('a record that was added is found, one that was removed is not', () => {
  const register = openRegister(ITEMS);
  const id = register.add({ source: 'b', name: 'Tauschring Morgenstern', place: 'Leipzig' });
  const same: Item = { source: 'c', name: 'Tauschring Morgenstern e. V.', place: 'Leipzig' };
  expect(register.candidates(same)[0]).toMatchObject({ b: id, outcome: 'same' });
  expect(register.candidatesOf(id)).toEqual([]);
  register.remove(id);
  expect(register.candidates(same)).toEqual([]);
  expect(register.size()).toBe(3);
});

test('asking leaves nothing behind', () => {
  const names = fc.constantFrom('Kompass', 'Amsel Musikverein', 'Огонёк', 'TDV', 'Neuer Kreis Radebeul', 'كومباس');
  const asked = fc.record({ source: fc.constant('x'), name: names, place: fc.constantFrom('Radebeul', 'Ring') });
  fc.assert(
    fc.property(fc.array(asked, { maxLength: 8 }), (questions) => {
      const register = openRegister(ITEMS);
      const before = register.candidates(COMPASS);
      for (const question of questions) register.candidates(question);
      expect(register.candidates(COMPASS)).toEqual(before);
    }),
    { numRuns: 30 },
  );
});

test('rows that say the same again and again leave it as probable, whether they were there or came later', () => {
  const others = Array.from({ length: 400 }, (_, at): Item => ({
    source: 'a',
    name: `${['Musik', 'Sport', 'Garten', 'Schach'][at % 4]}verein ${['Linde', 'Eiche', 'Ulme'][at % 3]} ${at}`,
    street: `Weg ${at}`,
    postcode: '01067',
  }));
  const row: Item = { ...COMPASS, source: 'a', name: 'Kulturverein Kompass e. V.', phones: ['0351 1234567'] };
  const asked: Item = { ...row, source: 'form', name: 'Kompass Kulturverein' };
  for (const times of [1, 2, 6, 30, 300]) {
    const rows = Array.from({ length: times }, () => row);
    const opened = openRegister([...others, ...rows]);
    const grown = openRegister([...others, row]);
    for (const again of rows.slice(1)) grown.add(again);
    const probable = (register: typeof opened) => register.candidates(asked)[0]?.p ?? 0;
    expect(Math.abs(probable(grown) - probable(opened))).toBeLessThan(0.01);
    expect(probable(grown)).toBeGreaterThan(0.95);
  }
});
