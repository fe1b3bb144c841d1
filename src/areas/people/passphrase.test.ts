import { argon2Sync } from 'node:crypto';
import { expect, test } from 'vitest';
import { looksLikePerson } from '../claims/index.ts';
import { suggestAlias, suggestPassphrase, findAliasProblem, aliasKey, UNLIKE_A_NAME } from './account.ts';
import { findWeakness } from './judge-passphrase.ts';
import { hashPassphrase, isOutdated, isPassphrase, isPhc } from './passphrase.ts';

const WORDS = 'laterne mohn fähre zucker kahn';

test('a passphrase opens with its own hash and no other does', async () => {
  const phc = await hashPassphrase(WORDS);
  expect(phc).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(await isPassphrase(WORDS, phc)).toBe(true);
  for (const other of [`${WORDS} `, WORDS.toUpperCase(), WORDS.slice(0, -1), ''])
    expect(await isPassphrase(other, phc)).toBe(false);
  expect(await hashPassphrase(WORDS)).not.toBe(phc);
});

test('it does not matter how a keyboard composes a letter', async () => {
  expect(await isPassphrase(WORDS.normalize('NFD'), await hashPassphrase(WORDS.normalize('NFC')))).toBe(true);
});

test('nothing is cut off: the last sign of two hundred counts', async () => {
  const long = 'ab'.repeat(99) + 'xy';
  expect(await isPassphrase(`${long.slice(0, -1)}z`, await hashPassphrase(long))).toBe(false);
});

test('without a hash, or with one that is none, the answer is no and takes about as long', async () => {
  const phc = await hashPassphrase(WORDS);
  const took = async (against: string | null) => {
    const start = performance.now();
    for (let round = 0; round < 5; round += 1) await isPassphrase('ein falscher versuch', against);
    return performance.now() - start;
  };
  expect(await isPassphrase(WORDS, null)).toBe(false);
  expect(await isPassphrase('', null)).toBe(false);
  expect(await isPassphrase(WORDS, 'laterne mohn')).toBe(false);
  expect(isPhc('laterne mohn')).toBe(false);
  expect(await took(null)).toBeGreaterThan((await took(phc)) / 3);
});

test('a hash of cheaper days is known as such and still opens', async () => {
  const phc = await hashPassphrase(WORDS);
  expect(isOutdated(phc)).toBe(false);
  const nonce = Buffer.from('sixteen bytes ok');
  const cost = { memory: 8192, passes: 1, parallelism: 1 };
  const tag = argon2Sync('argon2id', { message: WORDS.normalize('NFKC'), nonce, tagLength: 32, ...cost });
  const bare = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
  const cheap = `$argon2id$v=19$m=8192,t=1,p=1$${bare(nonce)}$${bare(tag)}`;
  expect(isOutdated(cheap)).toBe(true);
  expect(await isPassphrase(WORDS, cheap)).toBe(true);
});

test.each([
  ['zu kurz', 'people.passphrase.short'],
  ['x'.repeat(201), 'people.passphrase.long'],
  ['aaaaaaaaaaaaaaaa', 'people.passphrase.common'],
  ['abcdefghijklmnopqr', 'people.passphrase.common'],
  ['passwortpasswort', 'people.passphrase.common'],
  ['123456789012345', 'people.passphrase.common'],
  ['qwertzuiopasdfghjkl', 'people.passphrase.common'],
  ['iloveyou123456789', 'people.passphrase.common'],
  ['geflecht geflecht', 'people.passphrase.common'],
  ['rote linde 47 rote linde', 'people.passphrase.common'],
  ['Landkreis Rhönau', 'people.passphrase.common'],
])('%s is not taken as a passphrase', async (passphrase, key) => {
  expect((await findWeakness(passphrase, ['Rote Linde 47', 'Landkreis Rhönau']))?.key).toBe(key);
});

test('fifteen signs are enough, counted as people count them', async () => {
  expect(await findWeakness('Kfähre7Mzoh!9ıß', [])).toBeNull();
  expect((await findWeakness('🌷🌻🌹🌷🌻🌹🌷', []))?.key).toBe('people.passphrase.short');
  expect(await findWeakness('Ich gehe jeden Tag mit Kaffee', ['Rote Linde 47'])).toBeNull();
});

test('what is suggested is always good enough, and never twice the same', async () => {
  const seen = new Set<string>();
  for (let round = 0; round < 50; round += 1) {
    const [alias, passphrase] = [suggestAlias(), suggestPassphrase()];
    expect(findAliasProblem(alias)).toBeNull();
    expect(looksLikePerson(alias)).toBe(false);
    expect(await findWeakness(passphrase, [alias])).toBeNull();
    seen.add(alias).add(passphrase);
  }
  expect(seen.size).toBe(100);
});

test('an alias is one name however it is written, and no mail address', () => {
  expect(aliasKey('  Rote-LINDE 47')).toBe(aliasKey('rote linde 47'));
  expect(findAliasProblem('?!')?.key).toBe('people.account.alias.short');
  expect(findAliasProblem('x'.repeat(41))?.key).toBe('people.account.alias.long');
  expect(findAliasProblem('anna@example.org')?.key).toBe('people.account.alias.mail');
});

test('a name of two words with capitals is doubted while it is typed, a made-up one is not', () => {
  // As a browser reads the pattern of a field.
  const unlike = new RegExp(`^(?:${UNLIKE_A_NAME})$`, 'v');
  for (const name of ['Ayşe Yılmaz', ' Jean-Luc  O’Neill ', 'Олена Бондар'])
    expect([name, unlike.test(name)]).toEqual([name, false]);
  for (const name of ['', 'Ahorn', 'rote linde', 'Rote Linde 47', 'Die Rote Linde', 'ياسمين الجسر', suggestAlias()])
    expect([name, unlike.test(name)]).toEqual([name, true]);
});
