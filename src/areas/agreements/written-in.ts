/**
 * The letters by which one knows a language among those that an agreement can be written in, the surest first.
 * Where only some languages of a script have letters of their own, the rest of that script stays unknown.
 */
const SIGNS: readonly (readonly [string, RegExp])[] = [
  ['ti', /\p{Script=Ethiopic}/u],
  ['fa', /[پچژگ]/u],
  ['ar', /\p{Script=Arabic}/u],
  ['uk', /[іїєґ]/iu],
  ['ru', /[ыэъё]/iu],
  ['pl', /[łąęńśźż]/iu],
  ['ro', /[țșăţ]/iu],
  ['tr', /[ığİ]/u],
  ['de', /ß/u],
];

/**
 * In which language something is written, where its letters leave no doubt; null where they do. Nobody was asked, so
 * this only begins a choice that somebody makes.
 *
 * @example writtenIn('Чай о п’ятій, їжа о шостій') // 'uk'
 * @example writtenIn('Sonntags') // null
 */
export function writtenIn(text: string): string | null {
  return SIGNS.find(([, letters]) => letters.test(text))?.[0] ?? null;
}

/** The letters in which a language is written; every other one in Latin ones. */
const LETTERS: Readonly<Record<string, RegExp>> = {
  ar: /\p{Script=Arabic}/u,
  fa: /\p{Script=Arabic}/u,
  ru: /\p{Script=Cyrillic}/u,
  uk: /\p{Script=Cyrillic}/u,
  ti: /\p{Script=Ethiopic}/u,
};
const LATIN = /\p{Script=Latin}/u;

/**
 * The language of something that stands in a field for another one: that one, unless it has no such letters at all.
 *
 * @example languageIn('Sprachcafé', 'ar') // 'de'
 * @example languageIn('Sprachcafé', 'tr') // 'tr'
 */
export function languageIn(text: string, field: string): string {
  const isFitting = !/\p{L}/u.test(text) || (LETTERS[field] ?? LATIN).test(text);
  return isFitting ? field : (writtenIn(text) ?? (LETTERS['uk']?.test(text) === true ? 'uk' : 'de'));
}
