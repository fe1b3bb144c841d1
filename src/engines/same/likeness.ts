/**
 * How alike two words are, letters given as numbers. No strings, nothing allocated: this runs millions of times.
 */

const LONGEST = 128;
const above = new Int32Array(LONGEST + 1);
const before = new Int32Array(LONGEST + 1);
const current = new Int32Array(LONGEST + 1);
const usedA = new Uint8Array(LONGEST);
const usedB = new Uint8Array(LONGEST);

/**
 * Damerau–Levenshtein distance (insert, leave out, exchange, swap neighbours), given up at `most` + 1.
 * Optimal string alignment, F. J. Damerau 1964.
 */
export function distance(a: Int32Array, b: Int32Array, most: number): number {
  const n = Math.min(a.length, LONGEST);
  const m = Math.min(b.length, LONGEST);
  if (Math.abs(n - m) > most) return most + 1;
  for (let j = 0; j <= m; j++) before[j] = j;
  for (let i = 1; i <= n; i++) {
    current[0] = i;
    let least = i;
    const letter = a[i - 1];
    for (let j = 1; j <= m; j++) {
      const other = b[j - 1];
      let cost = (before[j - 1] ?? 0) + (letter === other ? 0 : 1);
      cost = Math.min(cost, (before[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && letter === b[j - 2] && a[i - 2] === other) cost = Math.min(cost, (above[j - 2] ?? 0) + 1);
      current[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    for (let j = 0; j <= m; j++) {
      above[j] = before[j] ?? 0;
      before[j] = current[j] ?? 0;
    }
  }
  return before[m] ?? most + 1;
}

/** Jaro–Winkler likeness from 0 to 1 (W. E. Winkler 1990): letters in common near their place, a common beginning more. */
export function jaroWinkler(a: Int32Array, b: Int32Array): number {
  const n = Math.min(a.length, LONGEST);
  const m = Math.min(b.length, LONGEST);
  if (n === 0 || m === 0) return 0;
  const reach = Math.max(0, (Math.max(n, m) >> 1) - 1);
  usedA.fill(0, 0, n);
  usedB.fill(0, 0, m);
  let common = 0;
  for (let i = 0; i < n; i++) {
    const last = Math.min(m - 1, i + reach);
    for (let j = Math.max(0, i - reach); j <= last; j++) {
      if (usedB[j] === 1 || a[i] !== b[j]) continue;
      usedA[i] = 1;
      usedB[j] = 1;
      common++;
      break;
    }
  }
  if (common === 0) return 0;
  let moved = 0;
  for (let i = 0, j = 0; i < n; i++) {
    if (usedA[i] === 0) continue;
    while (usedB[j] === 0) j++;
    if (a[i] !== b[j++]) moved++;
  }
  const jaro = (common / n + common / m + (common - moved / 2) / common) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < n && prefix < m && a[prefix] === b[prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

const DIGIT_0 = 48;
const DIGIT_9 = 57;

/** Words with digits name numbers: "Kita 12" is not a misspelled "Kita 13". */
export function hasDigit(word: Int32Array): boolean {
  for (const letter of word) if (letter >= DIGIT_0 && letter <= DIGIT_9) return true;
  return false;
}

/**
 * Whether one word is the other one shortened: its beginning ("log", "logistik"), or its first letter and more of
 * its letters in their order ("mfg", "manufacturing"). Gives how sure that is, 0 when it is not.
 */
function shortening(a: Int32Array, b: Int32Array): number {
  const short = a.length < b.length ? a : b;
  const long = a.length < b.length ? b : a;
  if (short.length < 3 || long.length < short.length + 2 || short[0] !== long[0]) return 0;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (at === short.length) return beginning(short, long);
  // Endings of one stem: "roditelej", "roditelskij".
  if (at >= 6 && short.length - at <= 2 && long.length - at <= 4) return 0.7;
  if (short.length > 5) return 0;
  let vowels = 0;
  let i = 0;
  for (let j = 0; j < long.length && i < short.length; j++) {
    if (long[j] !== short[i]) continue;
    if (i > 0 && isVowel(short[i] ?? 0)) vowels++;
    i++;
  }
  return i === short.length && vowels === 0 ? 0.6 : 0;
}

/** "Stube" and "Stübchen" are two doors beside each other; "Stübchn" is misspelled. */
function isDiminutive(word: Int32Array): boolean {
  const [a, b, c, d] = word.subarray(-4);
  return (a === 99 && b === 104 && c === 101 && d === 110) || (a === 108 && b === 101 && c === 105 && d === 110);
}

/**
 * Words are cut behind a consonant and before a vowel ("Instr.", "Verw."); where a consonant follows, the beginning is
 * a word of its own more often ("Stadt", "Stadtmission").
 */
function beginning(short: Int32Array, long: Int32Array): number {
  if (short.length <= 4) return 0.8;
  if (!isVowel(short[short.length - 1] ?? 0) && isVowel(long[short.length] ?? 0)) return 0.8;
  return long.length - short.length <= 4 ? 0.6 : 0;
}

function isVowel(letter: number): boolean {
  return letter === 97 || letter === 101 || letter === 105 || letter === 111 || letter === 117;
}

/**
 * How sure it is that two different words are one word: 0 (are not) to .95.
 * A single wrong letter, two in a long word, a shortened word.
 */
export function wordLikeness(a: Int32Array, b: Int32Array): number {
  const shorter = Math.min(a.length, b.length);
  if (shorter < 3 || hasDigit(a) || hasDigit(b)) return 0;
  if (Math.abs(a.length - b.length) > 1 && isDiminutive(a) !== isDiminutive(b)) return 0;
  const short = shortening(a, b);
  if (short > 0) return short;
  if (shorter < 4) return 0;
  const most = shorter >= 8 ? 2 : 1;
  const far = distance(a, b, most);
  if (far > most) return shorter >= 6 && jaroWinkler(a, b) >= 0.93 ? 0.75 : 0;
  if (far === 1) return shorter >= 6 ? 0.92 : shorter === 5 ? 0.85 : 0.7;
  return 0.8;
}
