/** Marks of vowels and lengthening strokes of the Arabic script: seldom written, so never compared. */
const SELDOM_WRITTEN = /[\u064B-\u0652\u0670\u0640\u200B-\u200F]/g;

/** Latin letters whose mark tells another sound; every other mark is dropped. */
const SOUND_OF_MARK: Readonly<Record<string, string>> = {
  š: 'sh',
  ş: 'sh',
  ș: 'sh',
  č: 'ch',
  ć: 'ch',
  ž: 'zh',
  ż: 'zh',
  ř: 'rzh',
  ț: 'ts',
  đ: 'dj',
  ñ: 'ny',
  ə: 'a',
  ı: 'i',
  ł: 'l',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'ö',
  ä: 'ä',
  ö: 'ö',
  ü: 'ü',
  ç: 'ç',
};

const BARE = /[\p{Script=Latin}\p{Script=Greek}]/u;

/**
 * A text as the tables of letters know it: small letters, only those marks that tell another sound, nothing but letters
 * and digits.
 */
export function prepared(text: string): string {
  let plain = '';
  for (const sign of withoutSeldomMarks(text)) plain += sign < '\u0080' ? sign : (SOUND_OF_MARK[sign] ?? bare(sign));
  return plain.replace(/[^\p{L}\p{N}]|\p{Lm}/gu, '');
}

/** Small letters, Greek ones without accents, Arabic ones without what is seldom written. */
export function withoutSeldomMarks(text: string): string {
  const lower = text.normalize('NFKC').toLowerCase().normalize('NFC').replace(SELDOM_WRITTEN, '');
  return lower.replace(/\p{Script=Greek}/gu, bare);
}

function bare(sign: string): string {
  return BARE.test(sign) ? sign.normalize('NFD').replace(/\p{M}/gu, '') : sign;
}
