import { foldWords } from './fold-words.ts';

/** Words that say nothing about what is sought; left out of texts and queries alike. */
const FILLERS: ReadonlySet<string> = new Set(
  foldWords(
    'der die das des dem den ein eine einer einem einen und oder in im an am auf aus bei beim mit von vom zu zum zur für ist ' +
      'the a an and or of for to with at on by ve ile için bir da de ' +
      'في من الى على مع و او i й та або в у на з із для до про и с',
  ).folded.split(' '),
);

/** ال, also behind a preposition or "and"; لل is the preposition ل with the article. */
const ARABIC_ARTICLE = /^(?:[وبلكف]?ال|لل)(\p{Script=Arabic}{3,})$/u;
/** Umlauts that somebody wrote out; not the sounds of "neue", "Bauer", "Quelle". */
const WRITTEN_OUT = /(?<=[a-z])[ao]e|(?<=[b-df-pr-z])ue/g;
const LONGEST = 48;

/**
 * The terms of a text: every word in both foldings (`flüchtling` → `fluechtling`, `fluchtling`),
 * Arabic words also without their article. In the order they stand, each once.
 */
export function termsOf(text: string): readonly string[] {
  const all = new Set<string>();
  const { folded, plain } = foldWords(text);
  const beside = plain.split(' ');
  for (const [index, word] of folded.split(' ').entries()) {
    for (const form of formsOf(word, beside[index] ?? word)) if (!FILLERS.has(form)) all.add(form);
  }
  return [...all];
}

/** The forms of one word as it was typed: `Müller` and `Mueller` both have `muller`. */
export function formsOf(folded: string, plain: string): readonly string[] {
  const forms = new Set<string>();
  for (const form of [folded, plain, folded.replace(WRITTEN_OUT, (pair) => pair.charAt(0))]) {
    if (form === '') continue;
    forms.add(form.slice(0, LONGEST));
    const bare = ARABIC_ARTICLE.exec(form)?.[1];
    if (bare !== undefined) forms.add(bare.slice(0, LONGEST));
  }
  return [...forms];
}

/** What the forms of one word have in common: how many words a name has is counted by it. */
export function keyOf(form: string): string {
  return ARABIC_ARTICLE.exec(form)?.[1] ?? form.replace(WRITTEN_OUT, (pair) => pair.charAt(0));
}

/** The forms of a word or phrase under which something is looked up. */
export function spellingsOf(phrase: string): readonly string[] {
  const { folded, plain } = foldWords(phrase);
  return folded.includes(' ') ? [...new Set([folded, plain])] : formsOf(folded, plain);
}

export function isFiller(word: string): boolean {
  return FILLERS.has(word);
}
