import { expect, test } from 'vitest';
import { REGISTER } from '../../app/register.ts';
import { HOLDINGS } from '../../app/holdings.ts';
import { declareHoldings, type Holding } from '../../plain/holding.ts';
import { inventoryOf } from './inventory.ts';

const inventory = inventoryOf(REGISTER.fields, HOLDINGS);

test('every declared fact stands in the inventory once, with what it is for', () => {
  const declared = Object.values(REGISTER.fields).flatMap(({ subject, fields }) =>
    [...fields.keys()].map((field) => `${subject}.${field}`),
  );
  expect(inventory.facts.map(({ subject, field }) => `${subject}.${field}`)).toEqual(declared);
  const groups = Map.groupBy(inventory.facts, ({ group }) => group);
  expect(groups.get('where')?.map(({ field }) => field)).toEqual(
    expect.arrayContaining(['place', 'district', 'street', 'point']),
  );
  expect(groups.get('inside')?.every(({ scope }) => scope === 'own')).toBe(true);
  const ofNetworks = groups.get('reach')?.filter(({ hidesInProtection }) => !hidesInProtection);
  expect(new Set(ofNetworks?.map(({ subject }) => subject))).toEqual(new Set(['network']));
});

test('what stays visible under protection is what the page of the mode names', () => {
  const stays = (of: string) =>
    inventory.facts
      .filter(({ subject, hidesInProtection, scope }) => subject === of && !hidesInProtection && scope !== 'own')
      .map(({ field }) => field);
  const named = ['name', 'shortName', 'kind', 'fieldsOfAction', 'languages', 'validFrom', 'validTo'];
  expect(stays('organisation')).toEqual(named);
  const conditions = [
    'cost',
    'nameRequired',
    'papersAsked',
    'publicBody',
    'anonymousPossible',
    'appointment',
    'stepFree',
  ];
  expect(new Set(stays('offer'))).toEqual(
    new Set(['name', 'carrier', 'fieldsOfAction', 'languages', 'targetGroups', ...conditions, 'validFrom', 'validTo']),
  );
});

test('no column is lost when lines that agree are joined', () => {
  const count = (lines: readonly Pick<Holding, 'table' | 'columns'>[]) =>
    lines.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`)).sort();
  expect(count(inventory.holdings)).toEqual(count(HOLDINGS));
  expect(inventory.holdings.length).toBeLessThan(HOLDINGS.length);
});

test('what is declared twice is refused', () => {
  const one: Holding = {
    table: 'a',
    columns: ['b'],
    purpose: 'key',
    readers: ['program'],
    keep: { while: 'installation' },
  };
  expect(() => declareHoldings([one, one])).toThrow('a.b is declared twice');
});
