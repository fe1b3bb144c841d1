import { readValue } from '../../claims/index.ts';
import { fieldNamed } from '../list.ts';

export interface HeaderInLanguage {
  /** The header without the word for the language. */
  readonly bare: string;
  /** BCP 47. */
  readonly language: string;
}

/** Codes that stand behind a header; "name_id", "geändert am" and "Kunden_no" name no language. */
const CODES: ReadonlyMap<string, string> = new Map([
  ...'de en fr tr ar uk ru fa es pl ro it pt vi zh ku kmr ckb prs ps ti sq sr hr bs bg el hu cs sk hy ka ur und'
    .split(' ')
    .map((code): [string, string] => [code, code]),
  ['ua', 'uk'],
  ['eng', 'en'],
  ['deu', 'de'],
  ['ger', 'de'],
  ['ara', 'ar'],
  ['tur', 'tr'],
  ['ukr', 'uk'],
]);

/** "Name (türkisch)" · "Beschreibung – arabisch", "name:ar" · "description_en", "Titel EN" · "Name auf Deutsch" */
const BEHIND: readonly RegExp[] = [
  /^(.*\S)\s*[([]\s*(?:auf\s|in\s|en\s)?([^()[\]]+?)\s*[)\]]$/iu,
  /^(.*?\S)\s*[-–—|/·:@]\s*([^-–—|/·:@]+)$/u,
  /^(.*\S)\s+(?:auf|in|en)\s+([\p{L}\p{M}]{4,}(?:\s+Sprache)?)$/iu,
  /^(.*[^\s_.])[_.]([\p{L}\p{M}]+)$/u,
  /^(.*\S)\s+(\p{Lu}{2,3}|[\p{L}\p{M}]{4,})$/u,
];
/** "Englische Beschreibung" */
const BEFORE = /^([\p{L}\p{M}]{5,})\s+(.*\S)$/u;

/** Every way to take a language off a header, the likeliest first. */
export function languagesIn(header: string): HeaderInLanguage[] {
  const text = header.trim();
  const ways = BEHIND.map((way) => way.exec(text)).map((found) => ({ bare: found?.[1], word: found?.[2] }));
  const before = BEFORE.exec(text);
  return [...ways, { bare: before?.[2], word: before?.[1] }].flatMap(({ bare, word }) => {
    const language = bare === undefined || word === undefined ? null : languageCalled(word);
    return bare === undefined || language === null ? [] : [{ bare, language }];
  });
}

function languageCalled(word: string): string | null {
  const code = CODES.get(word.toLowerCase());
  if (code !== undefined) return code;
  const languages = fieldNamed('organisation', 'languages');
  // Easy language is no language of its own, and short words are codes by accident.
  if (languages === null || word.length < 4 || /leicht|einfach|easy|plain/i.test(word)) return null;
  const read = readValue(languages, word, { country: 'DE' });
  if (!read.ok || read.value.notes.length > 0 || !Array.isArray(read.value.value)) return null;
  const [tag, ...others] = read.value.value;
  return typeof tag === 'string' && others.length === 0 ? tag : null;
}
