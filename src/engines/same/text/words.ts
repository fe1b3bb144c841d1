import { foldLong } from './fold.ts';

/** One word of a name as it stands there and folded. */
export interface Word {
  readonly written: string;
  readonly long: string;
  /** Single letters that belong together: "e. V.", "A.W.O.". */
  readonly isGlued: boolean;
  /** A dot behind it shortens it: "Umg.", "Ev.". */
  readonly hasDot: boolean;
}

/** No name, mail or time is longer: somebody has pasted more into a cell, and reading all of it would take for ever. */
const LONGEST = 1_000;

export function beginningOf(text: string): string {
  return text.length > LONGEST ? text.slice(0, LONGEST) : text;
}

/** U+FFFD, and "?" in the middle of a word, stand for a letter that a conversion lost. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:(?:['’‘`´\uFFFD]|(?<=\p{L}{2})\?(?=\p{L}{2}))(?=\p{L})[\p{L}\p{N}\p{M}]+)*/gu;
/** The same for texts of plain letters, where nearly all time would go otherwise. */
const PLAIN_WORD = /[a-z0-9]+(?:(?:['`]|(?<=[a-z]{2})\?(?=[a-z]{2}))(?=[a-z])[a-z0-9]+)*/gi;
const APOSTROPHE = /['’‘`´]/;
const WITHIN = /['’‘`´?\uFFFD]/g;

/** What is not seen, and the half rings of Arabic and Ukrainian that few write. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFFـʹʺʼʾʿ]/g;
/** The Arabic article, which its script glues to the word: al-Rafidain, er-Rafidain, El Rafidain, asch-Schams. */
const ARTICLE = /(?<![\p{L}\p{N}])(?:[ae]l[- ](?=\p{L}{2})|[ae]([rsntdz])-(?=\1)|[ae]sc?h-(?=sc?h))/giu;
const PERHAPS_ARTICLE = /[ae](?:l[- ]|[rsntdzh]-|sc?h-)/i;
const PLAIN = /^[\x00-\x7f]*$/;

/** The words of a text in their order; runs of single letters with nothing but dots and blanks between are one. */
export function wordsOf(text: string): Word[] {
  const isPlain = PLAIN.test(text);
  const visible = isPlain ? text : text.normalize('NFKC').replace(INVISIBLE, '');
  const clean = PERHAPS_ARTICLE.test(visible) ? visible.replace(ARTICLE, 'al') : visible;
  const words: Word[] = [];
  let run = '';
  let end = 0;
  for (const found of clean.matchAll(isPlain ? PLAIN_WORD : WORD)) {
    const [written] = found;
    const isLetter = isSingleLetter(written);
    if (run !== '' && !(isLetter && /^[.\s]*$/.test(clean.slice(end, found.index)))) {
      words.push(wordOf(run, !isSingleLetter(run), clean[end] === '.'));
      run = '';
    }
    if (isLetter) run += written;
    else
      words.push(...partsOf(written).map((part) => wordOf(part, false, clean[found.index + written.length] === '.')));
    end = found.index + written.length;
  }
  if (run !== '') words.push(wordOf(run, !isSingleLetter(run), clean[end] === '.'));
  return words.filter((word) => word.long !== '');
}

function isSingleLetter(written: string): boolean {
  return written.length <= 2 && /^\p{L}$/u.test(written);
}

/** "l'Amitié" are two words; the apostrophe of Ukrainian and of Ge'ez stands within one. */
function partsOf(written: string): string[] {
  if (written.search(WITHIN) === -1) return [written];
  const [first = '', ...rest] = written.split(APOSTROPHE);
  const isArticle = rest.length > 0 && /^\p{Script=Latin}{1,2}$/u.test(first);
  return isArticle ? [first, rest.join('').replace(WITHIN, '')] : [written.replace(WITHIN, '')];
}

function wordOf(written: string, isGlued: boolean, hasDot: boolean): Word {
  return { written, long: foldLong(written), isGlued, hasDot };
}
