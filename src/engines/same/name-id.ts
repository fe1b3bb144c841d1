import { push, pushRun, runCount } from './column.ts';
import type { Corpus } from './corpus.ts';
import { meeting } from './text/fold.ts';
import { initialsOf, readName } from './text/name.ts';
import { beginningOf } from './text/words.ts';
import { tokenId } from './token-id.ts';
import { idOf } from './vocabulary.ts';

/** The number of a name; it is read when it is new. */
export function nameId(corpus: Corpus, text: string): number {
  const { names } = corpus;
  const id = idOf(names.texts, text);
  if (id < runCount(names.tokens)) return id;
  const forms = readName(withDigits(beginningOf(text)));
  const said = withoutOwnInitials(forms.tokens);
  const words = said.map(meeting);
  const tokens = said.map((token) => tokenId(corpus, token));
  pushRun(names.tokens, tokens);
  pushRun(names.acronyms, new Set(forms.acronyms.map((acronym) => idOf(corpus.acronyms, meeting(acronym)))));
  pushRun(
    names.initials,
    new Set(initialsOf(forms.tokens).map((initials) => idOf(corpus.acronyms, meeting(initials)))),
  );
  push(names.legal, forms.legal === null ? -1 : idOf(corpus.legals, forms.legal));
  push(names.isCut, forms.isCut ? 1 : 0);
  push(names.key, idOf(corpus.nameKeys, words.toSorted().join(' ')));
  return id;
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'];
const NUMBERED = /(?<!eingetragene[rn]?\s)(?<=\p{L}{2}[\s-])(?:I{2,3}|IV|VI{1,3}|I|V)(?=[\s,).]|$)/gu;

/** "Haus II" is "Haus 2"; a single "I" between capitals may be a word of another language. */
function withDigits(text: string): string {
  return text.replace(NUMBERED, (roman) =>
    roman.length > 1 || /\p{Ll}/u.test(text) ? String(ROMAN.indexOf(roman) + 1) : roman,
  );
}

/** "TDV Türkisch-Deutscher Verein" says nothing with its first word that the others do not say. */
function withoutOwnInitials(tokens: readonly string[]): readonly string[] {
  if (tokens.length < 3) return tokens;
  return tokens.filter((token, at) => {
    if (token.length < 2 || token.length > 6) return true;
    const others = tokens.toSpliced(at, 1);
    return !initialsOf(others)
      .concat(initialsOf(others.slice(0, token.length)))
      .some((initials) => meeting(initials) === meeting(token));
  });
}
