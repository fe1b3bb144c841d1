export interface Language {
  /** As in catalogues, cookies and addresses. */
  readonly code: string;
  /** BCP 47, for the `lang` attribute. */
  readonly tag: string;
  /** For `Intl` and ICU messages: Latin digits and the Gregorian calendar everywhere. */
  readonly locale: string;
  readonly ownName: string;
  readonly dir: 'ltr' | 'rtl';
  /** Translated by machine and not yet read by a person: pages say so. */
  readonly unread: boolean;
  /** Where a missing message is looked for next. */
  readonly fallback: string | null;
}

/** The languages of the interface. German is the source. */
export const LANGUAGES: readonly Language[] = [
  { code: 'de', tag: 'de', locale: 'de', ownName: 'Deutsch', dir: 'ltr', unread: false, fallback: null },
  {
    code: 'de-simple',
    tag: 'de-x-simple',
    locale: 'de',
    ownName: 'Leichte Sprache',
    dir: 'ltr',
    unread: true,
    fallback: 'de',
  },
  { code: 'en', tag: 'en', locale: 'en-GB', ownName: 'English', dir: 'ltr', unread: false, fallback: 'de' },
  { code: 'tr', tag: 'tr', locale: 'tr', ownName: 'Türkçe', dir: 'ltr', unread: true, fallback: 'de' },
  {
    code: 'ar',
    tag: 'ar',
    locale: 'ar-u-ca-gregory-nu-latn',
    ownName: 'العربية',
    dir: 'rtl',
    unread: true,
    fallback: 'de',
  },
  { code: 'uk', tag: 'uk', locale: 'uk', ownName: 'Українська', dir: 'ltr', unread: true, fallback: 'de' },
];

export const SOURCE_LANGUAGE = 'de';

export function findLanguage(code: string): Language | undefined {
  return LANGUAGES.find((language) => language.code === code);
}
