import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { request as send } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { fixedClock } from '../clock.ts';
import { createEvents } from '../events.ts';
import { sweepUploads } from '../files/index.ts';
import { SILENT } from '../log/index.ts';
import { loadWords } from '../words/index.ts';
import { createWeb, receiveUpload, receiveUploads, type Upload } from './index.ts';

const LIMIT = 1024 * 1024;
const uploads = mkdtempSync(`${tmpdir()}/uploads-`);
const nobody = () => Promise.reject(new Error('no database here'));
const web = createWeb({
  database: { as: () => ({ read: nobody, write: nobody }), sql: nobody },
  words: loadWords(import.meta.dirname),
  clock: fixedClock('2026-11-21T08:00:00Z'),
  events: createEvents(SILENT),
  log: SILENT,
  origin: 'http://localhost',
  bodyLimits: [{ path: /^\/files$/, bytes: LIMIT }],
  renderTrouble: (trouble) => `${trouble.kind} ${'reason' in trouble ? trouble.reason.key : ''}`.trim(),
});
const received: Upload[] = [];
web.post('/files', async (c) => {
  const upload = await receiveUpload(c, { field: 'file', limitBytes: LIMIT, allowFields: ['list'], uploads });
  received.push(upload);
  return c.json(upload);
});

web.post('/passing', async (c) => {
  const upload = await receiveUpload(c, { field: 'file', limitBytes: LIMIT, uploads, passing: true });
  received.push(upload);
  return c.json(upload);
});

web.post('/several', async (c) => {
  const { files } = await receiveUploads(c, { files: ['first', 'second'], limitBytes: LIMIT, uploads });
  return c.json(
    Object.fromEntries([...files].map(([field, { name, path }]) => [field, [name, readFileSync(path, 'utf8')]])),
  );
});

let server: Server;
beforeAll(async () => {
  const answer = getRequestListener((request, env) => web.fetch(request, env), { autoCleanupIncoming: false });
  server = createServer((incoming, outgoing) => void answer(incoming, outgoing));
  await new Promise<void>((done) => server.listen(0, done));
});
afterEach(() => {
  for (const name of readdirSync(uploads)) rmSync(`${uploads}/${name}`);
  received.length = 0;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(uploads, { recursive: true });
});

const port = () => (server.address() as AddressInfo).port;
const url = () => `http://localhost:${port()}/files`;

function formWith(content: Uint8Array<ArrayBuffer> | string, name: string): FormData {
  const form = new FormData();
  form.set('list', 'Vereine');
  form.set('other', 'x');
  form.set('file', new Blob([content]), name);
  return form;
}

async function post(how: 'server' | 'app', body: FormData): Promise<Response> {
  return how === 'server' ? fetch(url(), { method: 'POST', body }) : web.request('/files', { method: 'POST', body });
}

test.each(['server', 'app'] as const)('a file arrives whole, with its fields (%s)', async (how) => {
  const content = randomBytes(900_000);
  const answer = await post(how, formWith(content, 'Übersicht – Vereine.csv'));
  expect(answer.status).toBe(200);
  const [upload] = received;
  expect(upload?.fields).toEqual({ list: 'Vereine' });
  expect(upload?.file).toMatchObject({
    name: 'Übersicht – Vereine.csv',
    bytes: 900_000,
    sha256: createHash('sha256').update(content).digest('hex'),
  });
  expect(readFileSync(upload?.file?.path ?? '')).toEqual(content);
});

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Listen\\Vereine.xlsx', 'Vereine.xlsx'],
  ['a\u202Egnp.csv', 'agnp.csv'],
])('the name %j is only the last part, as it can be read', async (given, kept) => {
  await post('app', formWith('x', given));
  expect(received[0]?.file?.name).toBe(kept);
  expect(received[0]?.file?.path).toMatch(/[0-9a-f-]{36}$/);
});

test('an empty file is a file; a field left empty is none', async () => {
  await post('server', formWith('', 'leer.csv'));
  expect(received[0]?.file).toMatchObject({ bytes: 0, name: 'leer.csv' });
  const body =
    '--x\r\ncontent-disposition: form-data; name="file"; filename=""\r\ncontent-type: application/octet-stream\r\n\r\n\r\n--x--\r\n';
  await fetch(url(), { method: 'POST', body, headers: { 'content-type': 'multipart/form-data; boundary=x' } });
  expect(received[1]).toEqual({ fields: {}, file: null });
  expect(readdirSync(uploads)).toHaveLength(1);
});

test('a file beyond the limit is refused by its announced length, and the browser gets the page', async () => {
  const answer = await post('server', formWith(new Uint8Array(100 * LIMIT), 'groß.csv'));
  expect([answer.status, await answer.text()]).toEqual([413, 'tooLarge']);
  expect(readdirSync(uploads)).toEqual([]);
});

test('the limit is told before the upload ends', async () => {
  const headers = { 'content-type': 'multipart/form-data; boundary=x', 'content-length': String(300 * LIMIT) };
  const told = Promise.withResolvers<number | undefined>();
  const request = send(url(), { method: 'POST', headers }, (answer) => told.resolve(answer.statusCode));
  request.on('error', () => undefined);
  request.write('--x\r\n');
  expect(await told.promise).toBe(413);
  request.destroy();
});

test.each([LIMIT + 1, LIMIT + 100_000])(
  'a file of %i bytes is refused while counting, and leaves nothing',
  async (bytes) => {
    const answer = await post('server', formWith(new Uint8Array(bytes), 'groß.csv'));
    expect([answer.status, await answer.text()]).toEqual([413, 'tooLarge']);
    expect(readdirSync(uploads)).toEqual([]);
  },
);

test('a file without an announced length is counted', async () => {
  const chunk = new Uint8Array(64 * 1024);
  let left = 64;
  const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n';
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode(head)),
    pull(controller) {
      left -= 1;
      if (left < 0) controller.close();
      else controller.enqueue(chunk);
    },
  });
  const headers = { 'content-type': 'multipart/form-data; boundary=x' };
  const answer = await fetch(url(), { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
  expect(answer.status).toBe(413);
  expect(readdirSync(uploads)).toEqual([]);
});

test('exactly the limit is allowed', async () => {
  expect((await post('server', formWith(new Uint8Array(LIMIT), 'a.csv'))).status).toBe(200);
});

test('an upload that is cut in the middle leaves nothing behind', async () => {
  const socket = connect(port(), 'localhost');
  const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n';
  socket.write(
    `POST /files HTTP/1.1\r\nhost: localhost\r\ncontent-type: multipart/form-data; boundary=x\r\ncontent-length: 500000\r\n\r\n${head}${'a'.repeat(100_000)}`,
  );
  await until(() => readdirSync(uploads).length === 1);
  socket.destroy();
  await until(() => readdirSync(uploads).length === 0);
  expect(received).toEqual([]);
});

test('a form without its end is refused with what to do, and leaves nothing', async () => {
  const body = `--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n${'a'.repeat(1000)}`;
  const headers = { 'content-type': 'multipart/form-data; boundary=x' };
  for (const how of ['server', 'app'] as const) {
    const init = { method: 'POST', body, headers };
    const answer = how === 'server' ? await fetch(url(), init) : await web.request('/files', init);
    expect([answer.status, await answer.text()]).toEqual([400, 'input platform.upload.cutOff']);
  }
  expect(readdirSync(uploads)).toEqual([]);
});

test.each(['text/csv', 'multipart/form-data', 'application/x-www-form-urlencoded'])('%s is no upload', async (type) => {
  const answer = await fetch(url(), { method: 'POST', body: 'a=1', headers: { 'content-type': type } });
  expect(answer.status).toBe(400);
});

test('of a second file nothing is kept', async () => {
  const form = formWith('first', 'a.csv');
  form.append('file', new Blob(['second']), 'b.csv');
  form.append('elsewhere', new Blob(['third']), 'c.csv');
  await post('server', form);
  expect(received[0]?.file?.name).toBe('a.csv');
  expect(readdirSync(uploads)).toHaveLength(1);
});

test('of several files each is known by its field, and one that is too large leaves nothing of the others', async () => {
  const form = new FormData();
  form.set('first', new Blob(['one']), 'a.csv');
  form.set('second', new Blob(['two']), 'b.csv');
  form.set('third', new Blob(['three']), 'c.csv');
  const answer = await web.request('/several', { method: 'POST', body: form });
  expect(await answer.json()).toEqual({ first: ['a.csv', 'one'], second: ['b.csv', 'two'] });
  expect(readdirSync(uploads)).toHaveLength(2);
  for (const name of readdirSync(uploads)) rmSync(`${uploads}/${name}`);
  form.set('second', new Blob([new Uint8Array(LIMIT + 1)]), 'b.csv');
  expect((await web.request('/several', { method: 'POST', body: form })).status).toBe(413);
  expect(readdirSync(uploads)).toEqual([]);
});

test('what only passes through bears the ending of half a file, so that it is swept away when nobody is left to do it', async () => {
  await web.request('/passing', { method: 'POST', body: formWith('whole', 'a.csv') });
  const path = received[0]?.file?.path ?? '';
  expect(readFileSync(path, 'utf8')).toBe('whole');
  expect(await sweepUploads(uploads, new Date())).toBe(0);
  expect(await sweepUploads(uploads, new Date(Date.now() + 3_700_000))).toBe(1);
  expect(readdirSync(uploads)).toEqual([]);
});

async function until(happened: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !happened(); tries += 1) await wait(10);
  expect(happened()).toBe(true);
}
