import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('without any setting it runs at home', () => {
  expect(readConfig({ PATH: '/bin', HOME: '' })).toEqual({
    ok: true,
    value: {
      port: 3000,
      sourceUrl: null,
      backup: { folder: null, recipient: null },
      dataFolder: './data',
      databaseUrl: null,
      origin: 'http://localhost:3000',
      development: false,
      logLevel: 'info',
      operator: 'association',
      modules: ['rooms', 'hospitality', 'tandems', 'campaigns'],
      mail: null,
    },
  });
});

test('an empty setting is none', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({
    ok: true,
    value: { port: 3000, databaseUrl: null },
  });
});

test('a port moves the address along', () => {
  expect(readConfig({ PORT: '8080' })).toMatchObject({ value: { origin: 'http://localhost:8080' } });
});

test('the origin loses its slash', () => {
  expect(readConfig({ ORIGIN: 'https://netz.example.org/' })).toMatchObject({
    value: { origin: 'https://netz.example.org' },
  });
});

test.each([
  ['PORT', 'achtzig'],
  ['PORT', '70000'],
  ['PORT', '1.5'],
  ['ORIGIN', 'netz.example.org'],
  ['ORIGIN', 'https://netz.example.org/geflecht'],
  ['DATABASE_URL', 'mysql://secret@host/db'],
  ['GEFLECHT_ENV', 'test'],
  ['GEFLECHT_LOG', 'loud'],
  ['GEFLECHT_DTA', './data'],
  ['SMTP_FROM', 'netz@example.org'],
])('%s=%s is refused with what would be right', (name, value) => {
  const read = readConfig({ [name]: value });
  expect(read.ok).toBe(false);
  expect(read).toMatchObject({ issue: expect.stringContaining(name) });
  expect(JSON.stringify(read)).not.toContain('secret');
});

test('several mistakes are told at once', () => {
  const read = readConfig({ PORT: 'x', ORIGIN: 'y' });
  expect(read.ok ? [] : read.issue.split('\n')).toHaveLength(2);
});

test('mail needs its server and its sender', () => {
  const read = readConfig({ SMTP_URL: 'smtps://a:b@mail.example.org', SMTP_FROM: 'netz@example.org' });
  expect(read).toMatchObject({ value: { mail: { from: 'netz@example.org' } } });
});
