import { expect, test } from 'vitest';
import { mailOf } from './mail.ts';

test.each([
  'Kontakt@Nujin.EXAMPLE',
  'mailto:kontakt@nujin.example?subject=Hallo',
  'E-Mail: kontakt @ nujin.example.',
  'kontakt [at] nujin [punkt] example',
  'kontakt(at)nujin.example',
  'kontakt+liste@nujin.example',
  'kontakt@nujin.example; vorstand@nujin.example',
])('%j is one address', (text) => {
  expect(mailOf(text)).toEqual({ local: 'kontakt', domain: 'nujin.example', isFree: false });
});

test.each(['verein@gmx.de', 'verein@googlemail.com', 'verein@t-online.de', 'verein@ukr.net', 'verein@yandex.ru'])(
  'the host of %s gives addresses to everybody',
  (text) => {
    expect(mailOf(text)?.isFree).toBe(true);
  },
);

test.each(['', 'Kontaktformular', 'www.nujin.example', '@nujin.example', 'info@nujin'])('%j is no address', (text) => {
  expect(mailOf(text)).toBeNull();
});
