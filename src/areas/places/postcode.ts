import { saying, type Saying } from '../../plain/words.ts';
import type { Country } from './place.ts';

/** One way to read a postcode that someone or some spreadsheet wrote. */
export interface PostcodeReading {
  readonly postcode: string;
  /** Whose postcode it is in this reading. */
  readonly countries: readonly Country[];
  readonly corrections: readonly Saying[];
  /** Whether it counts without a name: four digits may be of four countries, unless somebody said of which. */
  readonly isClear: boolean;
}

const PREFIX = /^(?:(DE|D)|(AT|A)|(CH)|(LI|FL))[\s-]*(?=\d)/i;

const WITHIN_TEXT =
  /(?<![\p{L}\d.,])(?:(?:DE|D|AT|A|CH|LI|FL)[\s-]*)?(?:\d{4,6}|\d{2} \d{3})(?:[.,]0+)?(?![\d\p{L}]|[.,]\d)/iu;

const ALONE = /^['’]?\d{3,9}(?:[.,]0+)?$/;

/**
 * The readings of a postcode, the likeliest first: a blank more, a country before it, ".0" behind it
 * (a spreadsheet made a number of it), zeros lost or put before it.
 *
 * @example readPostcode('2625.0', undefined)  // 02625 of Germany, 2625 of Austria, Switzerland
 * @example readPostcode('002625', undefined)  // 02625 of Germany
 * @example readPostcode('D-01067', undefined) // 01067 of Germany
 */
export function readPostcode(raw: string, country: Country | undefined): PostcodeReading[] {
  const bare = raw.normalize('NFKC').replace(/^['’"=\s]+|['’"\s]+$/g, '');
  const prefix = PREFIX.exec(bare);
  const said = prefix === null ? country : countryOf(prefix);
  const whole = bare.slice(prefix?.[0].length ?? 0);
  const digits = whole.replace(/[.,]0+$/, '').replace(/\s+/g, '');
  if (!/^\d{1,9}$/.test(digits)) return [];
  const decimal = /[.,]0+$/.test(whole) ? [saying('places.correction.decimal', { from: raw.trim() })] : [];
  const all = [...short(digits, said), ...german(digits)];
  const readings = all.map((reading) => ({
    ...reading,
    corrections: [...decimal, ...reading.corrections],
    isClear: all.length === 1 || fits(reading, said),
  }));
  const fixed =
    prefix === null
      ? readings
      : readings.filter((reading) => fits(reading, said)).map((reading) => narrowed(reading, said));
  return fixed.toSorted((a, b) => Number(fits(b, said)) - Number(fits(a, said)));
}

/** The postcode within a line like "Musterstraße 5, 09111 Chemnitz", and what is left without it. */
export function cutPostcode(text: string): { postcode: string; before: string; after: string } | null {
  const found = ALONE.exec(text) ?? WITHIN_TEXT.exec(text);
  if (found === null) return null;
  return { postcode: found[0], before: text.slice(0, found.index), after: text.slice(found.index + found[0].length) };
}

type Reading = Omit<PostcodeReading, 'isClear'>;

function german(digits: string): Reading[] {
  const significant = digits.replace(/^0+/, '');
  if (significant.length < 3 || significant.length > 5) return [];
  const postcode = significant.padStart(5, '0');
  const why = digits.length < 5 ? 'places.correction.lostZero' : 'places.correction.extraZero';
  return [
    {
      postcode,
      countries: ['DE'],
      corrections: digits === postcode ? [] : [saying(why, { from: digits, to: postcode })],
    },
  ];
}

function short(digits: string, country: Country | undefined): Reading[] {
  const postcode = digits.replace(/^0+/, '');
  if (postcode.length !== 4) return [];
  const countries: Country[] = ['AT', 'CH', 'LI'];
  if (postcode === digits) return [{ postcode, countries, corrections: [] }];
  // A zero in front is a sign of a German postcode, unless somebody said that it is none.
  if (country === undefined || country === 'DE') return [];
  return [
    { postcode, countries, corrections: [saying('places.correction.extraZero', { from: digits, to: postcode })] },
  ];
}

function fits(reading: Reading, country: Country | undefined): boolean {
  return country !== undefined && reading.countries.includes(country);
}

/** "A-1010" is Austrian only; Liechtenstein is often written with the letters of Switzerland. */
function narrowed(reading: PostcodeReading, said: Country | undefined): PostcodeReading {
  if (said === undefined) return reading;
  return { ...reading, countries: said === 'CH' ? ['CH', 'LI'] : [said] };
}

function countryOf(prefix: RegExpExecArray): Country {
  return prefix[1] !== undefined ? 'DE' : prefix[2] !== undefined ? 'AT' : prefix[3] !== undefined ? 'CH' : 'LI';
}
