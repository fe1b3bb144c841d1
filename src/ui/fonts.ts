const ATKINSON = 'atkinson-hyperlegible-next-latin-wght-normal.woff2';

const FONT_BY_LANGUAGE: ReadonlyMap<string, string> = new Map([
  ...['ar', 'fa', 'ckb', 'prs', 'ps', 'ur'].map((code): [string, string] => [
    code,
    'noto-sans-arabic-arabic-wght-normal.woff2',
  ]),
  ...['uk', 'ru', 'bg', 'sr'].map((code): [string, string] => [code, 'noto-sans-cyrillic-wght-normal.woff2']),
]);

/** The file of the font that most of a page in this language is set in; the only one worth loading early. */
export function fontFor(language: string): string {
  return FONT_BY_LANGUAGE.get(language) ?? ATKINSON;
}
