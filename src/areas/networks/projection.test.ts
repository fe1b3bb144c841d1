import { expect, test } from 'vitest';
import { networkProjection } from './index.ts';

const told = { subject: 'x', kind: 'network', scope: 'public', confirmedOn: null, saidOn: '2026-11-21' } as const;

test('a network stands in the list under its German name, or else under the first it has', () => {
  const key = (names: Record<string, string>) =>
    networkProjection.columns({ ...told, facts: { name: names } })?.['name_key'];
  expect(key({ tr: 'Kadın Ağı', de: 'Frauennetz' })).toBe('frauennetz');
  expect(key({ uk: 'Мережа', tr: 'Kadın Ağı' })).toBe('kadin agi');
  expect(networkProjection.columns({ ...told, facts: {} })).toMatchObject({ name_key: null, members: [] });
});
