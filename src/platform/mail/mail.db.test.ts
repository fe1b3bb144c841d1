import { createServer, type Server, type Socket } from 'node:net';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/database.ts';
import { STRANGER, system } from '../../plain/actor.ts';
import { saying, type Words } from '../../plain/words.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/index.ts';
import { SILENT } from '../log/index.ts';
import { loadWords } from '../words/index.ts';
import { compose, isAddress } from './compose.ts';
import { countMail, findOutbox, mailStep, openSmtp, postMail, sendDueMails, settleMail, sweepMails } from './index.ts';
import type { PostOffice } from './index.ts';
import { isNear, writeEml } from './transport.ts';

const MINUTE = 60_000;
const office = loadWords('src');
const sender = { from: 'netz@example.org', site: 'Netz Rhönau', origin: 'https://netz.example.org' };
let database: Database;
let server: Server;
let outbox: string;
let now: Date;
let got: string[];
let answer: (line: string) => string | null;
const clock: Clock = { now: () => now };

beforeAll(async () => {
  database = await openTestDatabase([mailStep]);
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.exec('delete from mail');
  outbox = await mkdtemp(join(tmpdir(), 'geflecht-outbox-'));
  now = new Date('2026-11-21T09:00:00.777Z');
  got = [];
  answer = () => null;
  server = createServer(converse).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
});
afterEach(async () => {
  server.close();
  await rm(outbox, { recursive: true });
});

/** A mail server of a few lines: it takes everything unless `answer` says otherwise. */
function converse(socket: Socket): void {
  let isData = false;
  let rest = '';
  const say = (line: string) => void socket.write(`${line}\r\n`);
  socket.on('error', () => undefined);
  socket.on('data', (chunk) => {
    rest += chunk.toString('utf8');
    for (;;) {
      const end = isData ? rest.indexOf('\r\n.\r\n') : rest.indexOf('\r\n');
      if (end < 0) return;
      const line = rest.slice(0, end);
      rest = rest.slice(end + (isData ? 5 : 2));
      if (isData) {
        isData = false;
        got.push(line);
        say('250 taken');
      } else if (/^data/i.test(line)) {
        isData = true;
        say('354 go on');
      } else if (/^quit/i.test(line)) socket.end('221 bye\r\n');
      else {
        if (/^ehlo/i.test(line)) got.push(line);
        say(answer(line) ?? '250 fine');
      }
    }
  });
  say('220 here');
}

function open(over: Partial<PostOffice> = {}): PostOffice & { readonly lost: string[] } {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const lost: string[] = [];
  return {
    db: database.as(system('mail')),
    clock,
    log: SILENT,
    wordsIn: (language) => office.in(language),
    sender: () => Promise.resolve(sender),
    transport: openSmtp(`smtp://127.0.0.1:${port}`, sender.origin),
    outbox,
    givenUp: (id) => void lost.push(id),
    lost,
    ...over,
  };
}

async function post(receiver = 'buero@verein.example', language = 'de'): Promise<void> {
  await database.as(system('test')).write((tx) =>
    postMail(
      tx,
      {
        receiver,
        language,
        subject: saying('platform.mail.footer', { site: 'Grüße' }),
        paragraphs: [saying('platform.mail.footer', { site: 'eins' })],
        link: '/stimmt/abc',
      },
      now,
    ),
  );
}

const rows = async () => (await database.sql('select state, receiver, content, attempts from mail')).rows;

test('a mail goes out from the site alone, in the language of its receiver, with a whole link', async () => {
  await post('buero@verein.example', 'tr');
  expect(await sendDueMails(open())).toBe(1);
  const [greeting = '', mail = ''] = got;
  expect(mail).toContain('From: =?UTF-8?Q?Netz_Rh=C3=B6nau?= <netz@example.org>');
  expect(mail).toContain('To: buero@verein.example');
  expect(mail).toContain('Auto-Submitted: auto-generated');
  expect(mail).toContain('Date: Sat, 21 Nov 2026 09:00:00 +0000');
  expect(mail).toMatch(/Message-ID: <[0-9a-f-]{36}@netz\.example\.org>/);
  expect(mail).toContain('https://netz.example.org/stimmt/abc');
  expect(mail).toContain('taraf');
  expect(mail).not.toMatch(/^(reply-to|x-mailer|sender|cc|bcc):/im);
  expect(greeting + mail).not.toContain(hostname());
  expect(await rows()).toEqual([{ state: 'sent', receiver: null, content: null, attempts: 1 }]);
  expect(await sendDueMails(open())).toBe(0);
});

test('an address that the server refuses for ever is given up at once', async () => {
  answer = (line) => (line.startsWith('RCPT') ? '550 nobody of that name' : null);
  await post();
  const { lost, ...rest } = open();
  await sendDueMails({ ...rest, givenUp: (id) => void lost.push(id) });
  expect(await rows()).toEqual([{ state: 'given up', receiver: null, content: null, attempts: 1 }]);
  expect(lost).toHaveLength(1);
});

test('what is no single address is never handed to a server', async () => {
  await post('a@b.example, c@d.example');
  await sendDueMails(open());
  expect(got).toEqual([]);
  expect((await rows())[0]?.['state']).toBe('given up');
});

test.each([
  ['127.0.0.1', true],
  ['[::1]', true],
  ['mail', true],
  ['mail.example.org', false],
  ['192.0.2.7', false],
  ['[2001:db8::7]', false],
])('without encryption a mail goes to %s: %s', (host, isAllowed) => {
  expect(isNear(host)).toBe(isAllowed);
});

test('while the server is down it is tried after 1, 5, 30 minutes and 4 hours, then given up', async () => {
  const fault = open({ transport: openSmtp('smtp://127.0.0.1:1', sender.origin) });
  await post();
  for (const minutes of [1, 5, 30, 240]) {
    expect(await sendDueMails(fault)).toBe(1);
    now = new Date(now.getTime() + minutes * MINUTE - 1);
    expect(await sendDueMails(fault)).toBe(0);
    now = new Date(now.getTime() + 1);
  }
  expect((await rows())[0]?.['state']).toBe('waiting');
  await sendDueMails(fault);
  expect(await rows()).toEqual([{ state: 'given up', receiver: null, content: null, attempts: 5 }]);
});

test('a wrong password of ours is no reason to give a mail up', async () => {
  await post();
  await sendDueMails(
    open({ transport: () => Promise.reject(Object.assign(new Error('no'), { code: 'EAUTH', responseCode: 535 })) }),
  );
  expect((await rows())[0]?.['state']).toBe('waiting');
});

test('two processes never send the same mail at the same time; one that dies leaves it to the other', async () => {
  for (let n = 0; n < 12; n += 1) await post(`n${n}@verein.example`);
  const both = await Promise.all([sendDueMails(open()), sendDueMails(open())]);
  expect(both[0] + both[1]).toBe(12);
  const receivers = got.flatMap((mail) => /^To: (.*)$/m.exec(mail)?.[1] ?? []);
  expect(new Set(receivers).size).toBe(12);
  expect(receivers).toHaveLength(12);

  await post();
  const dead = open({ transport: () => new Promise(() => undefined) });
  void sendDueMails(dead);
  await expect
    .poll(async () => (await rows()).some(({ state, attempts }) => state === 'waiting' && attempts === 1))
    .toBe(true);
  expect(await sendDueMails(open())).toBe(0);
  now = new Date(now.getTime() + 10 * MINUTE);
  expect(await sendDueMails(open())).toBe(1);
});

test('without a mail server mails lie in the outbox, as rows and as whole files, until they are done', async () => {
  await post('buero@verein.example', 'ar');
  await sendDueMails(open({ transport: null }));
  const [mail] = await database.as(system('test')).read((db) => findOutbox(db, 10));
  expect(mail?.receiver).toBe('buero@verein.example');
  expect(await readdir(outbox)).toEqual([`${mail?.id}.eml`]);
  expect(await readFile(join(outbox, `${mail?.id}.eml`), 'utf8')).toContain('Auto-Submitted: auto-generated');
  expect(await database.as(STRANGER).read((db) => findOutbox(db, 10))).toEqual([]);
  await database.as(system('test')).write((tx) => settleMail(tx, mail!.id, 'sent', now));
  expect(await rows()).toEqual([{ state: 'sent', receiver: null, content: null, attempts: 1 }]);
});

test('what nobody hands over for a month is given up, and its file is gone', async () => {
  await post();
  const desk = open({ transport: null });
  await sendDueMails(desk);
  now = new Date(now.getTime() + 31 * 24 * 60 * MINUTE);
  await sweepMails(desk);
  expect(await readdir(outbox)).toEqual([]);
  expect(await database.as(system('test')).read((db) => countMail(db, now))).toEqual({
    late: 0,
    inOutbox: 0,
    givenUp: 1,
  });
});

test('whatever stands in subject, site or text never becomes a header or a receiver', async () => {
  const nasty = fc.string({
    unit: fc.constantFrom('\r', '\n', '\r\n', 'Bcc: x@y.example', ' ', '\u2028', 'ä', 'x', ':', '\0', '<', '>'),
  });
  const echo = {
    ...office.in('de'),
    tell: ({ values }: { values?: Readonly<Record<string, unknown>> }) => String(values?.['text']),
  } as Words;
  await fc.assert(
    fc.asyncProperty(nasty, nasty, nasty, async (subject, site, text) => {
      const content = { subject: saying('x', { text: subject }), paragraphs: [saying('x', { text })], link: null };
      const letter = { id: '0190b1c2-0000-7000-8000-000000000000', receiver: 'a@b.example', content };
      const eml = (await writeEml(compose(letter, echo, { ...sender, site }, now))).toString('utf8');
      const head = eml.slice(0, eml.indexOf('\r\n\r\n'));
      const names = head
        .split('\r\n')
        .filter((line) => !/^[ \t]/.test(line))
        .map((line) => line.split(':')[0]?.toLowerCase());
      expect(head).not.toMatch(/(^|[^\r])\n|\r(?!\n)/);
      expect(new Set(names)).toEqual(
        new Set(
          [
            'from',
            'to',
            'subject',
            'message-id',
            'date',
            'auto-submitted',
            'content-language',
            'mime-version',
            'content-type',
            'content-transfer-encoding',
          ].filter((name) => names.includes(name)),
        ),
      );
      expect(names.filter((name) => name === 'to')).toHaveLength(1);
    }),
    { numRuns: 200 },
  );
});

test('an address with a line break, a list or a name in it is none', () => {
  for (const bad of ['a@b\r\nBcc: c@d', 'a@b,c@d', 'A <a@b>', 'a b@c', 'a@b@c', '', 'a', `${'x'.repeat(250)}@b.de`])
    expect(isAddress(bad)).toBe(false);
  expect(isAddress('büro@verein.example')).toBe(true);
});
