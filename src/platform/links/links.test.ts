import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linksWith } from './index.ts';

const links = linksWith(new Uint8Array(32).fill(7));
const NOW = new Date('2026-11-21T10:00:00Z');
const LATER = new Date('2026-12-21T10:00:00Z');
const purpose = fc.stringMatching(/^[a-z][a-z-]{0,12}$/);

test('a link is read back as the hash that its row keeps', () => {
  const { token, hash } = links.make('confirm', LATER);
  expect(token).toMatch(/^[A-Za-z0-9_-]{48}$/);
  expect(links.read('confirm', token, NOW)).toBe(hash);
});

test('two links are never the same', () => {
  expect(links.make('confirm', LATER).hash).not.toBe(links.make('confirm', LATER).hash);
});

test('the hash does not open anything', () => {
  const { token, hash } = links.make('confirm', LATER);
  expect(token).not.toContain(hash);
  expect(links.read('confirm', hash, NOW)).toBeNull();
});

test('whatever bit of a link is turned, it is refused', () => {
  const { token } = links.make('confirm', LATER);
  const bytes = Buffer.from(token, 'base64url');
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const turned = Buffer.from(bytes);
    turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(links.read('confirm', turned.toString('base64url'), NOW)).toBeNull();
  }
});

test('whatever sign of a link is changed, it is refused', () => {
  const { token } = links.make('confirm', LATER);
  fc.assert(
    fc.property(fc.nat({ max: 47 }), fc.string({ minLength: 1, maxLength: 1 }), (at, sign) => {
      fc.pre(token[at] !== sign);
      expect(links.read('confirm', token.slice(0, at) + sign + token.slice(at + 1), NOW)).toBeNull();
    }),
  );
});

test('a link for one purpose opens nothing of another', () => {
  fc.assert(
    fc.property(purpose, purpose, (made, asked) => {
      const { token, hash } = links.make(made, LATER);
      expect(links.read(asked, token, NOW)).toBe(made === asked ? hash : null);
    }),
  );
});

test('a link ends with its second', () => {
  const { token, hash } = links.make('confirm', LATER);
  expect(links.read('confirm', token, new Date(LATER.getTime() - 1))).toBe(hash);
  expect(links.read('confirm', token, LATER)).toBeNull();
});

test('a link of another installation is refused, and so is any other text', () => {
  const { token } = linksWith(new Uint8Array(32).fill(8)).make('confirm', LATER);
  expect(links.read('confirm', token, NOW)).toBeNull();
  fc.assert(fc.property(fc.string(), (text) => links.read('confirm', text, NOW) === null));
});

test('a secret that is too short is refused', () => {
  expect(() => linksWith(new Uint8Array(8))).toThrow('too short');
});
