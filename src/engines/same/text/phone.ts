/** Calling code of a country and the digit that is dialled before an area code within it. */
const CALLING: ReadonlyMap<string, readonly [code: string, trunk: string]> = new Map(
  Object.entries<readonly [code: string, trunk: string]>({
    DE: ['49', '0'],
    AT: ['43', '0'],
    CH: ['41', '0'],
    LI: ['423', ''],
    LU: ['352', ''],
    BE: ['32', '0'],
    NL: ['31', '0'],
    FR: ['33', '0'],
    IT: ['39', ''],
    ES: ['34', ''],
    PT: ['351', ''],
    GB: ['44', '0'],
    IE: ['353', '0'],
    DK: ['45', ''],
    SE: ['46', '0'],
    NO: ['47', ''],
    PL: ['48', ''],
    CZ: ['420', ''],
    SK: ['421', '0'],
    HU: ['36', '06'],
    RO: ['40', '0'],
    BG: ['359', '0'],
    GR: ['30', ''],
    TR: ['90', '0'],
    UA: ['380', '0'],
    RU: ['7', '8'],
    RS: ['381', '0'],
    HR: ['385', '0'],
    BA: ['387', '0'],
    AL: ['355', '0'],
    GE: ['995', '0'],
    AM: ['374', '0'],
    IR: ['98', '0'],
    IQ: ['964', '0'],
    SY: ['963', '0'],
    LB: ['961', '0'],
    AF: ['93', '0'],
    US: ['1', '1'],
    CA: ['1', '1'],
    AU: ['61', '0'],
  }),
);

/** From how many digits on a number without plus that begins with the calling code can only mean the country. */
const WITH_CODE = 11;
const SHORTEST = 7;
const LONGEST = 15;

/**
 * Reads the first telephone number of a text as E.164; null when there is none that can be dialled from anywhere.
 * Puts back the zero that a spreadsheet took ("3714004990"); a fax is no telephone.
 *
 * @example phoneOf('0371 / 400 49-90')       // '+493714004990'
 * @example phoneOf('+43 (0)1 58858', 'DE')   // '+43158858'
 */
export function phoneOf(text: string, country = 'DE'): string | null {
  for (const part of partsOf(text)) {
    const number = readOne(part, CALLING.get(country) ?? ['', '0']);
    if (number !== null) return number;
  }
  return null;
}

const BETWEEN = /[;,\n|&]|\b(?:oder|und|or|and|bzw)\b\.?/i;
/** A fax is left out, "Tel./Fax" is not. */
const FAX = /(?<!\btel[a-z.]*\s*(?:\/|&|\+|u\.|und|-)?\s*)(?:tele)?fax[^;,\n|&]*/gi;

/** "0371 1234567 / 0176 1234567" are two numbers, "0371 / 1234567" is one. */
function partsOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replace(FAX, ' ')
    .split(BETWEEN)
    .flatMap((part) => part.replace(/(\d{3,}\s*)\/(?=\s*(?:\+|00?\d{2,}))/g, '$1\n').split('\n'))
    .flatMap((part) =>
      digitsOf(part).length > LONGEST ? part.split(/\s(?=\(?(?:0|\+)\d)|(?<=\d{4}\s*)\/(?=\s*\d{4})/) : [part],
    );
}

function readOne(part: string, [code, trunk]: readonly [code: string, trunk: string]): string | null {
  const spelled = part.replace(/\(\s*0\s*\)/g, '').replace(/[.,]0+\s*$/, '');
  const digits = digitsOf(spelled);
  if (/^\D*\+/.test(spelled)) return fits(digits);
  if (digits.startsWith('00')) return fits(digits.slice(2));
  if (code === '') return null;
  if (trunk !== '' && digits.startsWith(trunk))
    return digits.length < 6 ? null : fits(code + digits.slice(trunk.length));
  if (digits.startsWith(code) && digits.length >= WITH_CODE) return fits(digits);
  return digits.length < SHORTEST ? null : fits(code + digits);
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** An international number whose trunk zero was kept ("+49 0371") loses it; Italy keeps its zeros. */
function fits(digits: string): string | null {
  const number = digits.replace(/^(49|43|41|90|380|44|33|31|32)0+(?=\d{6})/, '$1');
  return number.length < SHORTEST || number.length > LONGEST || /^(\d)\1+$/.test(number) ? null : `+${number}`;
}
