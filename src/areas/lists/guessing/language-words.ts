import { fold } from '../../../plain/text.ts';

const CODES = (
  'ar am az ba be bg bs ca ckb cs da de el en es et fa fi fr ha he hi hr hu hy id ig it ja ka kk ku kmr ko ky lt lv mk mn ms my ne nl no pa pl ' +
  'prs ps pt ro rom ru sk sl so sq sr sv sw ta te tg th ti tk tl tr uk ur uz vi wo yo zh'
).split(' ');
const SHOWN_IN = ['de', 'en', 'tr', 'fr'] as const;
const MORE = `Kurmanji, Kurmandschi, Kurmancî, Sorani, Sorani-Kurdisch, Dari, Farsi, Persisch, Paschto, Paschtu, Paschtunisch, Tigrinya, Tigrinja, Romanes, Romani, Gebärdensprache,
  DGS, Deutsche Gebärdensprache, Serbokroatisch, BKS, Mandarin, Leichte Sprache, Einfache Sprache, Filipino, Kurdisch, Moldauisch, Deutsch (Leichte Sprache), Bosnisch/Kroatisch/Serbisch`;

/** Codes and names of languages, folded, so that a column of them is known whatever its header says. */
export const LANGUAGE_WORDS: ReadonlySet<string> = new Set([
  ...CODES,
  ...SHOWN_IN.flatMap((locale) => {
    const names = new Intl.DisplayNames(locale, { type: 'language' });
    return CODES.map((code) => fold(names.of(code) ?? code));
  }),
  ...MORE.split(',').map(fold),
]);
