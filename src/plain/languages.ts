/** Direction in which a language is written. */
export type Direction = 'ltr' | 'rtl';

export interface LanguageEntry {
  /** The name of the language in the language itself: `kmr` → "Kurmancî". */
  readonly ownName: string;
  readonly dir: Direction;
}

const ltr = (ownName: string): LanguageEntry => ({ ownName, dir: 'ltr' });
const rtl = (ownName: string): LanguageEntry => ({ ownName, dir: 'rtl' });

const TABLE: ReadonlyMap<string, LanguageEntry> = new Map([
  ['de', ltr('Deutsch')],
  ['de-simple', ltr('Leichte Sprache')],
  ['en', ltr('English')],
  ['tr', ltr('Türkçe')],
  ['ar', rtl('العربية')],
  ['uk', ltr('Українська')],
  ['ru', ltr('Русский')],
  ['fa', rtl('فارسی')],
  ['fr', ltr('Français')],
  ['kmr', ltr('Kurmancî')],
  ['ckb', rtl('کوردیی ناوەندی')],
  ['prs', rtl('دری')],
  ['pl', ltr('Polski')],
  ['ro', ltr('Română')],
  ['ti', ltr('ትግርኛ')],
  ['so', ltr('Soomaali')],
  ['ps', rtl('پښتو')],
  ['ur', rtl('اردو')],
  ['he', rtl('עברית')],
  ['sq', ltr('Shqip')],
  ['es', ltr('Español')],
  ['it', ltr('Italiano')],
  ['sr', ltr('Српски')],
  ['bs', ltr('Bosanski')],
  ['hr', ltr('Hrvatski')],
  ['vi', ltr('Tiếng Việt')],
  ['zh', ltr('中文')],
  ['am', ltr('አማርኛ')],
  ['el', ltr('Ελληνικά')],
  ['bg', ltr('Български')],
  ['hu', ltr('Magyar')],
  ['pt', ltr('Português')],
  ['ku', ltr('Kurdî')],
  ['hi', ltr('हिन्दी')],
]);

const RTL_SCRIPTS: ReadonlySet<string> = new Set(['arab', 'hebr', 'syrc', 'thaa', 'nkoo', 'adlm']);

/** Codes of the languages whose own name is known, in the order of the table. */
export const LANGUAGE_CODES: readonly string[] = [...TABLE.keys()];

/** The entry of a language; regions and scripts are set aside (`pt-BR` → `pt`). Null for a language not in the table. */
export function languageOf(tag: string): LanguageEntry | null {
  const code = tag.toLowerCase();
  if (code === 'de-x-simple') return TABLE.get('de-simple') ?? null;
  return TABLE.get(code) ?? TABLE.get(code.split('-')[0] ?? '') ?? null;
}

/**
 * The direction of a BCP 47 tag. A script in the tag decides (`ku-Arab` is rtl although `ku` is ltr);
 * a language that is not in the table counts as ltr.
 *
 * @example dirOf('ckb') // 'rtl'
 */
export function dirOf(tag: string): Direction {
  const script = tag
    .toLowerCase()
    .split('-')
    .slice(1)
    .find((part) => /^[a-z]{4}$/.test(part));
  if (script !== undefined) return RTL_SCRIPTS.has(script) ? 'rtl' : 'ltr';
  return languageOf(tag)?.dir ?? 'ltr';
}

/**
 * The `lang` attribute for a language code of the project: Leichte Sprache is `de-x-simple` in BCP 47.
 *
 * @example tagOf('de-simple') // 'de-x-simple'
 */
export function tagOf(code: string): string {
  return code === 'de-simple' ? 'de-x-simple' : code;
}
