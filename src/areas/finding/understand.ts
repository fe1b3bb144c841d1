import type { EntryIndex } from './entry-index.ts';
import { foldWords, wordsIn } from './fold-words.ts';
import { formsOf, isFiller } from './terms.ts';

/**
 * How something in an entry answers to a word that was typed: it is the word; it has a meaning of it
 * ("Sonntag" is a day); it begins with it; it has it as a part; it looks nearly the same.
 */
export type By = 'word' | 'meaning' | 'beginning' | 'part' | 'similar';

export interface Candidate {
  readonly by: By;
  /** A term of the dictionary or a code of the index. */
  readonly of: 'term' | 'code';
  readonly number: number;
  /** The dictionary's word that led here, where it is not the one that was typed. */
  readonly meant: string | null;
  /** Points by where the term stands: nowhere, text, carrier and the like, name. */
  readonly points: readonly [number, number, number, number];
}

/** One thing that was asked for, as typed, and everything that answers to it. */
export interface Part {
  readonly typed: string;
  readonly forms: readonly string[];
  readonly candidates: readonly Candidate[];
}

const MEANING = 9;
const POINTS = {
  word: [0, 7, 9, 12],
  beginning: [0, 5, 6, 8],
  part: [0, 3, 4, 5],
  similar: [0, 4, 5, 6],
  farther: [0, 2, 3, 4],
} as const;

const MOST_PARTS = 12;
const LONGEST_PHRASE = 4;

/** Takes a query apart. Commas and blanks separate; words that belong together ("ohne Papiere") stay together. */
export function understand(index: EntryIndex, text: string): readonly Part[] {
  const words = wordsOf(text);
  const heavy = words.some(({ folded }) => !isFiller(folded));
  const parts: Part[] = [];
  for (let from = 0; from < words.length && parts.length < MOST_PARTS;) {
    const phrase = phraseAt(index, words, from);
    if (phrase !== null) {
      parts.push(phrase.part);
      from += phrase.size;
      continue;
    }
    const word = words[from];
    from += 1;
    if (word === undefined || (heavy && isFiller(word.folded))) continue;
    const forms = formsOf(word.folded, word.plain);
    parts.push({ typed: word.typed, forms, candidates: candidatesFor(index, forms) });
  }
  return parts;
}

/** The same part with everything that looks nearly the same, for when nothing else was found. */
export function widen(index: EntryIndex, part: Part): Part {
  const known = new Set(part.candidates.map(({ of, number }) => `${of}${number}`));
  const more = similar(index, part.forms).filter(({ of, number }) => !known.has(`${of}${number}`));
  return { ...part, candidates: [...part.candidates, ...more] };
}

interface Word {
  readonly typed: string;
  readonly folded: string;
  readonly plain: string;
}

function wordsOf(text: string): readonly Word[] {
  const both = foldWords(text);
  const folded = both.folded.split(' ').filter((word) => word !== '');
  const plain = both.plain.split(' ').filter((word) => word !== '');
  const typed = wordsIn(text.normalize('NFC'));
  const aligned = typed.length === folded.length;
  return folded.map((word, at) => ({
    folded: word,
    plain: plain[at] ?? word,
    typed: aligned ? (typed[at] ?? word) : word,
  }));
}

function phraseAt(index: EntryIndex, words: readonly Word[], from: number): { part: Part; size: number } | null {
  for (let size = Math.min(LONGEST_PHRASE, words.length - from); size >= 2; size -= 1) {
    const run = words.slice(from, from + size);
    const spelled = [run.map(({ folded }) => folded).join(' '), run.map(({ plain }) => plain).join(' ')];
    const codes = [...new Set(spelled.flatMap((phrase) => index.phrase(phrase)))];
    if (codes.length === 0) continue;
    const typed = run.map((word) => word.typed).join(' ');
    return { part: { typed, forms: [], candidates: codes.map((code) => meaning(code, null, MEANING)) }, size };
  }
  return null;
}

function candidatesFor(index: EntryIndex, forms: readonly string[]): readonly Candidate[] {
  const found = new Map<string, Candidate>();
  const keep = (candidate: Candidate) => {
    const key = `${candidate.of}${candidate.number}`;
    if (!found.has(key)) found.set(key, candidate);
  };
  const { dictionary } = index;
  const terms = forms.map((form) => dictionary.find(form)).filter((term) => term !== undefined);
  // "pazar" is Sunday; that "pazartesi", Monday, begins with it means nothing.
  const isMeant = terms.some((term) => index.meaningsOf(term).length > 0);
  for (const term of terms) {
    keep({ by: 'word', of: 'term', number: term, meant: null, points: POINTS.word });
    for (const code of index.meaningsOf(term)) keep(meaning(code, null, MEANING));
  }
  for (const form of forms.filter(isLongEnough)) {
    for (const term of dictionary.startingWith(form)) {
      keep({ by: 'beginning', of: 'term', number: term, meant: dictionary.text(term), points: POINTS.beginning });
      if (form.length >= 4 && !isMeant)
        for (const code of index.meaningsOf(term)) keep(meaning(code, dictionary.text(term), MEANING - 3));
    }
    for (const term of [...compounds(index, form), ...stems(index, form)]) {
      keep({ by: 'part', of: 'term', number: term, meant: dictionary.text(term), points: POINTS.part });
    }
  }
  const answers = [...found.values()].some(({ of, number }) => of === 'code' || index.postingsOf(number).length > 0);
  return answers ? [...found.values()] : similar(index, forms);
}

function similar(index: EntryIndex, forms: readonly string[]): readonly Candidate[] {
  const found = new Map<string, Candidate>();
  for (const form of forms) {
    for (const { term, distance } of index.dictionary.similarTo(form)) {
      const meant = index.dictionary.text(term);
      const points = distance === 1 ? POINTS.similar : POINTS.farther;
      if (!found.has(`term${term}`))
        found.set(`term${term}`, { by: 'similar', of: 'term', number: term, meant, points });
      for (const code of index.meaningsOf(term)) {
        if (!found.has(`code${code}`)) found.set(`code${code}`, meaning(code, meant, MEANING - 3 - distance));
      }
    }
  }
  return [...found.values()];
}

function meaning(code: number, meant: string | null, points: number): Candidate {
  return { by: 'meaning', of: 'code', number: code, meant, points: [points, points, points, points] };
}

function isLongEnough(form: string): boolean {
  return form.length >= (/^[\p{Script=Latin}\p{N}]+$/u.test(form) ? 3 : 2);
}

function compounds(index: EntryIndex, form: string): readonly number[] {
  return form.length >= 5 ? index.dictionary.endingWith(form) : [];
}

/** "Sprachkurse" also means "Sprachkurs": the word without its last one or two letters. */
function stems(index: EntryIndex, form: string): readonly number[] {
  return [1, 2]
    .filter((cut) => form.length - cut >= 5)
    .map((cut) => index.dictionary.find(form.slice(0, -cut)))
    .filter((term) => term !== undefined);
}
