/** Letters that carry a mark which decomposition does not take off, or that are written with two letters. */
const LONG: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  ø: 'oe',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};
const SHORT: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', æ: 'a', œ: 'o', þ: 'th' };
const BOTH: Readonly<Record<string, string>> = {
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ŧ: 't',
  ŋ: 'n',
  ĸ: 'k',
  ə: 'e',
  ё: 'е',
};

/** Arabic letters that keyboards exchange for each other, lengthening strokes, digits of other scripts. */
const ARABIC: Readonly<Record<string, string>> = {
  ـ: '',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ک: 'ك',
  ہ: 'ه',
  ھ: 'ه',
  ة: 'ه',
  ۀ: 'ه',
};

/**
 * Folds a text to the form in which spellings of one name meet: NFKC, lower case, German umlauts written out,
 * every other mark dropped, letters of the Arabic script that keyboards exchange made one.
 * Signs that are neither letter nor digit stay as they are.
 *
 * @example foldLong('Türkischer Elternverein') // 'tuerkischer elternverein'
 */
export function foldLong(text: string): string {
  return isPlain(text) ? text.toLowerCase() : foldWith(text, LONG);
}

/**
 * The other folding: an umlaut loses its mark (ä → a), as Turkish and keyboards without umlauts write it.
 *
 * @example foldShort('Türkischer Elternverein') // 'turkischer elternverein'
 */
export function foldShort(text: string): string {
  return isPlain(text) ? text.toLowerCase() : foldWith(text, SHORT);
}

/**
 * The form in which both foldings of an umlaut meet: "tuerkisch" and "turkisch". What else falls together by that
 * ("neue", "nue") falls together on both sides.
 */
export function meeting(word: string): string {
  return word.replace(/ae|oe|ue/g, (pair) => pair[0] ?? '').replaceAll('ss', 's');
}

function foldWith(text: string, umlauts: Readonly<Record<string, string>>): string {
  let folded = '';
  for (const sign of lowered(text)) {
    if (sign < '\u0080') folded += sign;
    else folded += letterOf(sign, umlauts) ?? bare(sign, umlauts);
  }
  return folded.replace(INVISIBLE, '');
}

/** Lower case as most languages write it; the dotted capital of Turkish becomes a plain i. */
function lowered(text: string): string {
  return text.normalize('NFKC').toLowerCase().normalize('NFC');
}

/** й, ї and ў are letters of their own, as are the vowels of Ge'ez: only marks of Latin, Greek and Arabic fall. */
function bare(sign: string, umlauts: Readonly<Record<string, string>>): string {
  if (/\p{Nd}/u.test(sign)) return digitOf(sign);
  if (!/[\p{Script=Latin}\p{Script=Greek}\p{Script=Arabic}\p{M}]/u.test(sign)) return sign;
  const letters = sign.normalize('NFD').replace(/\p{M}/gu, '');
  return letterOf(letters, umlauts) ?? letters;
}

function letterOf(sign: string, umlauts: Readonly<Record<string, string>>): string | undefined {
  return umlauts[sign] ?? BOTH[sign] ?? ARABIC[sign];
}

/** Digits of every script stand in rows of ten that begin at a code point which the row's zero has. */
function digitOf(sign: string): string {
  let zero = sign.codePointAt(0) ?? 0;
  const own = zero;
  while (own - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(own - zero);
}

const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}
