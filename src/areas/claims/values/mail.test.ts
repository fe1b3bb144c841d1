import { expect, test } from 'vitest';
import { isMail, mailLink, readMail } from './mail.ts';

test.each([
  ['Kontakt@Nujin.EXAMPLE', 'Kontakt@nujin.example'],
  ['mailto:kontakt@nujin.example', 'kontakt@nujin.example'],
  ['mailto:kontakt@nujin.example?subject=Hallo', 'kontakt@nujin.example'],
  ['E-Mail: kontakt@nujin.example', 'kontakt@nujin.example'],
  ['kontakt@nujin.example.', 'kontakt@nujin.example'],
  ['kontakt @ nujin.example', 'kontakt@nujin.example'],
  ['<kontakt@nujin.example>', 'kontakt@nujin.example'],
  ['verein@gmx.de', 'verein@gmx.de'],
  ['kontakt@frauen-für-frauen.example', 'kontakt@frauen-für-frauen.example'],
])('%j is the address %s without any note', (raw, address) => {
  expect(readMail(raw)).toEqual({ ok: true, value: { value: address, notes: [] } });
});

test.each([
  ['kontakt [at] nujin [punkt] example', 'claims.mail.note.opened'],
  ['kontakt(at)nujin.example', 'claims.mail.note.opened'],
  ['kontakt at nujin dot example', 'claims.mail.note.opened'],
  ['kontakt@nujin.example; vorstand@nujin.example', 'claims.mail.note.several'],
  ['kontakt@nujin.example, vorstand@nujin.example', 'claims.mail.note.several'],
  ['kontakt@nujin.example oder vorstand@nujin.example', 'claims.mail.note.several'],
  ['Ayşe Yılmaz <kontakt@nujin.example>', 'claims.note.leftOut'],
])('%j gives its first address with the note %s', (raw, note) => {
  const read = readMail(raw);
  expect(read.ok && read.value.value).toBe('kontakt@nujin.example');
  expect(read.ok && read.value.notes.map(({ key }) => key)).toEqual([note]);
});

test.each([
  'kontakt@nujin',
  'www.nujin.example',
  'a..b@nujin.example',
  'a@nujin..example',
  '@nujin.example',
  'Kontaktformular',
  'a@1.2.3.4',
])('%j is no address', (raw) => {
  expect(readMail(raw)).toMatchObject({ ok: false, issue: { key: 'claims.mail.invalid' } });
});

test('a host in capitals is not yet an address, its letters before the @ may be', () => {
  expect(isMail('Kontakt@nujin.example')).toBe(true);
  expect(isMail('kontakt@Nujin.example')).toBe(false);
});

test('the link of an international host is written as the net knows it', () => {
  expect(mailLink('kontakt@müller.example')).toBe('mailto:kontakt@xn--mller-kva.example');
});
