/** How many digits a postcode has where it has nothing but digits. */
const DIGITS: ReadonlyMap<string, number> = new Map(
  Object.entries<number>({
    DE: 5,
    AT: 4,
    CH: 4,
    LI: 4,
    LU: 4,
    BE: 4,
    DK: 4,
    FR: 5,
    IT: 5,
    ES: 5,
    TR: 5,
    UA: 5,
    US: 5,
    HR: 5,
    RS: 5,
    BG: 4,
    HU: 4,
  }),
);
const COUNTRY_LETTERS: Readonly<Record<string, string>> = {
  D: 'DE',
  A: 'AT',
  FL: 'LI',
  F: 'FR',
  L: 'LU',
  I: 'IT',
  B: 'BE',
};

/**
 * Reads a postcode; null when the text has none. Puts back lost zeros and takes off those that a spreadsheet added.
 * Codes with letters ("E94 8DE") come in capitals without blanks.
 *
 * @example postcodeOf('1067', 'DE')   // '01067'
 * @example postcodeOf('002625')       // '02625'
 * @example postcodeOf('1010', 'AT')   // '1010'
 */
export function postcodeOf(text: string, country?: string): string | null {
  const written = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/^['’"=\s]+|['’"\s]+$/g, '');
  const prefix = /^([A-Z]{1,2})[\s-]+(?=\d)/.exec(written);
  const letters = prefix?.[1];
  const said = letters === undefined ? country : (COUNTRY_LETTERS[letters] ?? letters);
  if (letters !== undefined && DIGITS.get(said ?? '') === undefined) return withLetters(written);
  const bare = written.slice(prefix?.[0].length ?? 0).replace(/^(\d+)[.,]0+$/, '$1');
  const digits = /^\d[\d ]*\d$|^\d$/.test(bare) ? bare.replace(/ /g, '') : /(?<!\d)\d{4,6}(?!\d)/.exec(bare)?.[0];
  if (digits === undefined || /^[A-Z]*\d+[A-Z]+/.test(bare)) return withLetters(bare);
  return withZeros(digits, said);
}

function withZeros(digits: string, country: string | undefined): string | null {
  const significant = digits.replace(/^0+/, '');
  const length = DIGITS.get(country ?? '');
  if (length === undefined && country !== undefined) return significant === '' ? null : digits;
  if (significant.length < 3) return null;
  if (length !== undefined) return significant.length > length ? null : significant.padStart(length, '0');
  // Without a country: the most are German; four digits as they stand may be Austrian or Swiss.
  if (digits.length === 4) return digits.startsWith('0') ? significant.padStart(5, '0') : digits;
  return significant.length > 6 ? null : significant.padStart(5, '0');
}

function withLetters(text: string): string | null {
  const code = text.replace(/[^A-Z\d]/g, '');
  return /\d/.test(code) && /[A-Z]/.test(code) && code.length >= 3 && code.length <= 9 ? code : null;
}
