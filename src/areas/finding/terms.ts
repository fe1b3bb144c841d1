import { fold, foldPlain } from '../../plain/text.ts';

/** Words that say nothing about what is sought; left out of texts and queries alike. */
const FILLERS: ReadonlySet<string> = new Set(
  ('der die das des dem den ein eine einer einem einen und oder in im an am auf aus bei beim mit von vom zu zum zur fuer fur ist '
    + 'the a an and or of for to with at on by ve ile icin bir da de '
    + 'في من الى على مع و او і й та або в у на з із для до про и с').split(' '),
);

const ARABIC_ARTICLE = /^[وبلكف]?ال(\p{Script=Arabic}{3,})$/u;
const LONGEST = 48;

/**
 * The terms of a text: every word in both foldings (`flüchtling` → `fluechtling`, `fluchtling`),
 * Arabic words also without their article. In the order they stand, each once.
 */
export function termsOf(text: string): readonly string[] {
  const all = new Set<string>();
  const plain = foldPlain(text).split(' ');
  for (const [index, word] of fold(text).split(' ').entries()) {
    for (const form of formsOf(word, plain[index] ?? word)) if (!FILLERS.has(form)) all.add(form);
  }
  return [...all];
}

/** The forms of one word as it was typed. */
export function formsOf(folded: string, plain: string): readonly string[] {
  const forms = new Set<string>();
  for (const form of [folded, plain]) {
    if (form === '') continue;
    forms.add(form.slice(0, LONGEST));
    const bare = ARABIC_ARTICLE.exec(form)?.[1];
    if (bare !== undefined) forms.add(bare.slice(0, LONGEST));
  }
  return [...forms];
}

export function isFiller(word: string): boolean {
  return FILLERS.has(word);
}
