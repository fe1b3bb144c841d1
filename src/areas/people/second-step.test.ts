import { expect, test } from 'vitest';
import { newSecret, secretAddress, stepOf } from './second-step.ts';

/** RFC 6238, appendix B: the secret "12345678901234567890". */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

test.each([
  [59, '287082', 1],
  [1111111109, '081804', 37037036],
  [20000000000, '353130', 666666666],
])('the codes are those of the standard: at second %i it is %s', (second, code, step) => {
  expect(stepOf(SECRET, code, new Date(second * 1000))).toBe(step);
});

test('a telephone may be half a minute wrong, not more', () => {
  const at = (second: number) => stepOf(SECRET, '287 082', new Date(second * 1000));
  expect([at(0), at(29), at(30), at(59), at(60), at(89), at(90)]).toEqual([1, 1, 1, 1, 1, 1, null]);
});

test('what is no code of six digits opens nothing', () => {
  for (const code of ['', '28708', '2870822', 'abcdef', '٢٨٧٠٨٢'])
    expect(stepOf(SECRET, code, new Date(59_000))).toBeNull();
});

test('a secret has 160 bits, and its address names site and account', () => {
  const secret = newSecret();
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(newSecret()).not.toBe(secret);
  const address = new URL(secretAddress(secret, { site: 'Landkreis Rhönau', alias: 'Rote Linde 47' }));
  expect(address.href).toMatch(/^otpauth:\/\/totp\//);
  expect(address.searchParams.get('secret')).toBe(secret);
  expect(address.searchParams.get('issuer')).toBe('Landkreis Rhönau');
});
