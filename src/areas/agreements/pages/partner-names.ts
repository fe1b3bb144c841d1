import { isolated } from '../../../plain/isolated.ts';
import type { Words } from '../../../plain/words.ts';
import { nameIn } from '../say-part.ts';
import type { AgreementText } from '../text.ts';

type Named = Pick<AgreementText, 'partners'>;

/** The name of a partner within a sentence, whatever direction the two are written in. */
export function saidName(words: Words, text: Named, partner: string): string {
  return isolated(words, nameIn(text, partner));
}

/** Whose idea something was, and who put it into the words that all accepted. */
export function sayCountered(
  words: Words,
  text: Named,
  { origin, by }: { readonly origin: string; readonly by: string },
): string {
  return words.say('agreements.show.countered', {
    partner: saidName(words, text, origin),
    other: saidName(words, text, by),
  });
}

/** All partners: "Bildungswerk and Nûjîn". */
export function allNames(words: Words, { partners }: Named): string {
  return words.list(partners.map(({ name }) => isolated(words, name)));
}
