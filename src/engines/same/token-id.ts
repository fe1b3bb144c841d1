import { addAt, push, pushRun, runCount } from './column.ts';
import { contrastOf } from './contrasts.ts';
import type { Corpus } from './corpus.ts';
import { skeletonsOf } from './script/skeleton.ts';
import { meeting } from './text/fold.ts';
import { kindIn, kindOf, topicAtStart, topicIn } from './text/kinds.ts';
import { namesUnit } from './units.ts';
import { idOf } from './vocabulary.ts';

const MOST_SKELETONS = 3;
const LONGEST_ACRONYM = 6;
/** An Arabic article that was written together with its word: "Algad", "Errafidein". */
const ARTICLE = /^[ae](?:l(?=[^laeiou])|([rsdntz])(?=\1))(?=.{3})/;
/** A ç that lost its mark, or a c as it is read in Turkish: "Cagri", "Tschagri". */
const TURKISH = /c(?![hk])/g;
/** ذ and ظ are written "dh" and spoken "z" by many. */
const ARABIC = /dh/g;
/** Articles and the like of languages in which they are written apart or together, as people like. */
const SMALL = new Set(
  'al el il ul ar er ash esh asch esch as es ad ed an en at et ad az ez lil li bil bi wa ya ye yen u û i y o a e'.split(
    ' ',
  ),
);
const WHOSE =
  /^(?:deutsch|deutschland|oesterreich|schweiz|sachsen|bayern|hessen|thueringen|brandenburg|niedersachsen|nrw|saarland)$|.{3}isch(?:e[nmrs]?)?$|sprachig(?:e[nmrs]?)?$/;
/** Kinds of which an organisation calls itself now one, now another; all other kinds name something that can be a part. */
const WHOLES = new Set(
  'association federation foundation initiative group network community club cooperative project church mosque'.split(
    ' ',
  ),
);

/** The number of a folded word; what it sounds like and what it means is looked at when it is new. */
export function tokenId(corpus: Corpus, word: string): number {
  const id = idOf(corpus.tokens, meeting(word));
  if (id < corpus.kindOf.length) return id;
  pushRun(
    corpus.tokenSkeletons,
    skeletonsOfWord(word).map((skeleton) => idOf(corpus.skeletons, skeleton)),
  );
  const kind = kindIn(word);
  const topic = topicIn(word) ?? (kind === null ? null : topicAtStart(word));
  push(corpus.kindOf, kind === null ? -1 : idOf(corpus.meanings, kind));
  push(corpus.topicOf, topic === null ? -1 : idOf(corpus.meanings, topic));
  push(corpus.acronymOf, word.length <= LONGEST_ACRONYM ? idOf(corpus.acronyms, meeting(word)) : -1);
  push(corpus.contrast, contrastOf(word));
  push(corpus.isSmall, SMALL.has(word) ? 1 : 0);
  push(corpus.isWhose, WHOSE.test(word) ? 1 : 0);
  const head = kind === null ? null : headKindOf(word);
  push(corpus.headKindOf, kind === null ? -1 : idOf(corpus.meanings, head ?? kind));
  push(corpus.isCompound, kind !== null && kindOf(word) === null && head !== null ? 1 : 0);
  push(corpus.isUnit, (kind !== null && !WHOLES.has(kind)) || namesUnit(word) ? 1 : 0);
  return id;
}

/** As it stands there, without an article that was written together with it, with a c read in Turkish. */
function skeletonsOfWord(word: string): readonly string[] {
  const readings = [word.replace(ARTICLE, ''), word.replace(TURKISH, 'tsch'), word.replace(ARABIC, 'z')].filter(
    (reading) => reading !== word,
  );
  const others = readings.map((reading) => skeletonsOf(reading)[0] ?? '');
  const all = [...skeletonsOf(word).slice(0, MOST_SKELETONS), ...others];
  return [...new Set(all)].filter((skeleton) => skeleton.length > 1);
}

/** The kind that the last part of a compound names, null for no compound. */
function headKindOf(word: string): string | null {
  for (let from = word.length - 3; from >= 3; from--) {
    const kind = kindOf(word.slice(from));
    if (kind !== null) return kind;
  }
  return null;
}

/** Words that stand in many names of places and name none. */
const NO_PLACE = new Set(
  'neu alt bad gros klein am an im der die das ober unter sankt land kreis landkreis stadt gemeinde'.split(' '),
);

/** The number of a place; its words are looked at when it is new. */
export function placeId(corpus: Corpus, place: string): number {
  const id = idOf(corpus.places, place);
  if (id < runCount(corpus.placeTokens)) return id;
  pushRun(
    corpus.placeTokens,
    place.split(' ').map((word) => placeWord(corpus, word)),
  );
  return id;
}

function placeWord(corpus: Corpus, word: string): number {
  const token = tokenId(corpus, word);
  if (word.length > 2 && !NO_PLACE.has(word)) addAt(corpus.isPlaceWord, token, 1);
  return token;
}
