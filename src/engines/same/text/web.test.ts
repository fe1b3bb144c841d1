import { expect, test } from 'vitest';
import { siteOf } from './web.ts';

test.each([
  'http://www.nujin.example/',
  'https://nujin.example/index.html',
  'www.nujin.example',
  'WWW.Nujin.Example/start',
  'htpp:/nujin.example',
  'nujin.example,',
])('%j is the first page of one site', (text) => {
  expect(siteOf(text)).toEqual({ domain: 'nujin.example', host: 'nujin.example', slug: '', isShared: false });
});

test('what stands before a registered domain is kept as host', () => {
  expect(siteOf('https://os-reichenbrand.c.nujin.example/plan/')).toEqual({
    domain: 'nujin.example',
    host: 'os-reichenbrand.c.nujin.example',
    slug: 'plan',
    isShared: false,
  });
});

test('a page on a host for everybody is known by its path', () => {
  expect(siteOf('https://de-de.facebook.com/nujin.frauen?ref=ts')).toMatchObject({
    domain: 'facebook.com',
    slug: 'nujin.frauen',
    isShared: true,
  });
  expect(siteOf('nujin.wordpress.com')).toMatchObject({ domain: 'nujin.wordpress.com', isShared: false });
});

test('an international name and what the net makes of it are one', () => {
  expect(siteOf('www.müllers-kita.de')).toEqual(siteOf('https://xn--mllers-kita-thb.de/'));
});

test.each(['', 'keine', 'info@nujin.example', 'mailto:info@nujin.example', '192.168.0.1', 'Verein.Leipzigg'])(
  '%j is no site',
  (text) => {
    expect(siteOf(text)).toBeNull();
  },
);
