import { fold, foldPlain } from '../../plain/text.ts';

/** The two foldings of a text, word beside word. */
export interface Folded {
  readonly folded: string;
  readonly plain: string;
}

/**
 * Folds a text for finding: umlauts both ways, and beyond that what Arabic and Ukrainian keyboards do
 * differently: ة and ه, ى and ي, Persian letters and digits, lengthened words, an apostrophe or none.
 *
 * @example foldWords('Müller') // { folded: 'mueller', plain: 'muller' }
 */
export function foldWords(text: string): Folded {
  const joined = text.replace(APOSTROPHE, '');
  return { folded: asTyped(fold(joined)), plain: asTyped(foldPlain(joined)) };
}

/** The words of a text as they are written, as many and in the same order as `foldWords` has them. */
export function wordsIn(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

const APOSTROPHE = /(?<=\p{Script=Cyrillic})['’ʼ`](?=\p{Script=Cyrillic})/gu;
const WORD = /[\p{L}\p{N}\p{M}]+(?:(?<=\p{Script=Cyrillic})['’ʼ`](?=\p{Script=Cyrillic})[\p{L}\p{N}\p{M}]+)*/gu;

const LETTERS: Readonly<Record<string, string>> = {
  ـ: '',
  ة: 'ه',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ک: 'ك',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ء: '',
  ґ: 'г',
};
const ARABIC_ZERO = 0x0660;
const PERSIAN_ZERO = 0x06f0;

/** A word of nothing but such signs stays as it is: there are as many words as were typed. */
function asTyped(folded: string): string {
  return folded
    .split(' ')
    .map((word) => asTypedWord(word) || word)
    .join(' ');
}

function asTypedWord(word: string): string {
  return word
    .replace(/[ـةىیېکہھەءґ]/g, (sign) => LETTERS[sign] ?? sign)
    .replace(/[٠-٩]/g, (digit) => String((digit.codePointAt(0) ?? 0) - ARABIC_ZERO))
    .replace(/[۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) - PERSIAN_ZERO));
}
