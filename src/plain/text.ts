const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/**
 * The form in which two spellings of one name meet: NFKC, lower case, without marks,
 * umlauts written out (ä → ae), every run of other signs one blank.
 *
 * @example fold('Türkischer  Elternverein e. V.') // 'tuerkischer elternverein e v'
 */
export function fold(text: string): string {
  return strip(
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[äöüß]/g, (sign) => UMLAUTS[sign] ?? sign),
  );
}

/**
 * The other folding of German umlauts: the mark is dropped (ä → a), as a keyboard without umlauts types it.
 *
 * @example foldPlain('Türkischer Elternverein') // 'turkischer elternverein'
 */
export function foldPlain(text: string): string {
  return strip(text.normalize('NFKC').toLowerCase().replace(/ß/g, 'ss'));
}

/** The words of a text in the order they stand, folded by `fold`. */
export function tokens(text: string): string[] {
  const folded = fold(text);
  return folded === '' ? [] : folded.split(' ');
}

/**
 * Without blanks at the ends, inner blanks single, line ends one sign, invisible signs and halves of signs gone; also
 * those that turn the direction of what follows: with them a text can be shown as another one than it is.
 */
export function tidy(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u00AD\u200B\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

function strip(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
    .replace(/ı/g, 'i')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
