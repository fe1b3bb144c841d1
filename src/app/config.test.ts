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
      secret: null,
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
  ['PORT', 'achtzig', 'PORT=3000'],
  ['PORT', '70000', 'bis 65535'],
  ['PORT', '1.5', 'eine Zahl'],
  ['ORIGIN', 'netz.example.org', 'ORIGIN=https://'],
  ['ORIGIN', 'https://netz.example.org/geflecht', 'ohne Pfad'],
  ['DATABASE_URL', 'mysql://secret@host/db', 'PostgreSQL'],
  ['GEFLECHT_SECRET', 'too-short-secret', '43 Buchstaben'],
  ['GEFLECHT_DATABASE_PLAIN', 'secret', 'oder gar nichts'],
  ['GEFLECHT_ENV', 'test', 'oder production'],
  ['GEFLECHT_LOG', 'loud', 'info'],
  ['GEFLECHT_DTA', './data', 'GEFLECHT_DATA'],
  ['SMTP_FROM', 'netz@example.org', 'SMTP_URL'],
])('%s=%s is refused with what would be right', (name, value, right) => {
  const read = readConfig({ [name]: value });
  expect(read.ok).toBe(false);
  expect(read).toMatchObject({ issue: expect.stringContaining(name) });
  expect(read).toMatchObject({ issue: expect.stringContaining(right) });
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

test.each([
  'postgres://u:p@db.example.org/geflecht',
  'postgres://u:p@db.example.org/geflecht?sslmode=prefer',
  'postgres://u:p@10.0.0.5/geflecht?sslmode=disable',
  'postgres://u:p@localhost/geflecht?host=db.example.org',
])('a database on another machine without TLS is refused unless somebody says so: %s', (url) => {
  const refused = readConfig({ DATABASE_URL: url });
  expect(refused.ok ? '' : refused.issue).toContain('sslmode=verify-full');
  expect(refused.ok ? '' : refused.issue).not.toContain('u:p');
  expect(readConfig({ DATABASE_URL: url, GEFLECHT_DATABASE_PLAIN: 'yes' }).ok).toBe(true);
});

test.each([
  'postgres://u:p@localhost/geflecht',
  'postgres://u:p@127.0.0.1:5432/geflecht',
  'postgres://u:p@[::1]/geflecht',
  'postgres:///geflecht?host=/run/postgresql',
  'postgres://u:p@db.example.org/geflecht?sslmode=verify-full',
  'postgres://u:p@db.example.org/geflecht?sslmode=require',
])('here, or with TLS, the way to the database is fine: %s', (url) => {
  expect(readConfig({ DATABASE_URL: url }).ok).toBe(true);
});
