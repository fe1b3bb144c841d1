import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathHere } from './next-page.ts';

const SITE = 'https://netz.example.org';

test.each([
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https://evil.example',
  'https:/evil.example',
  'javascript:alert(1)',
  '/\t/evil.example',
  '/\n\\evil.example',
  '/.//evil.example',
  '/x/..//evil.example',
  '/%2e//evil.example',
  '/./\\evil.example',
  'evil.example',
  '',
])('%j leads nowhere else', (text) => {
  expect(pathHere(text, '/konto')).toBe('/konto');
});

test.each(['/', '/konto', '/listen?seite=2#unten', '/organisationen/x%2Fy', '/%5Cevil.example', '/%2F%2Fevil.example'])(
  '%s is a page of this site',
  (text) => expect(pathHere(text, '/konto')).toBe(text),
);

test('wherever it comes from, what comes out stays on this site for every browser', () => {
  const sign = fc.constantFrom(
    '/',
    '\\',
    '.',
    '%2e',
    '%2f',
    '%5c',
    '\t',
    '\n',
    ':',
    '@',
    'evil.example',
    '?',
    '#',
    'x',
    'http',
  );
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 8 }), (signs) => {
      const path = pathHere(signs.join(''), '/konto');
      expect(path).toMatch(/^\/(?![/\\])/);
      expect(new URL(path, SITE).origin).toBe(SITE);
      // Once more through the same sieve changes nothing.
      expect(pathHere(path, '/konto')).toBe(path);
    }),
    { numRuns: 2000 },
  );
});
