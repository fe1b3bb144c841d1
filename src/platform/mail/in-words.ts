import { saying, type Saying, type Words } from '../../plain/words.ts';

/** A sentence put into words at once: for a paragraph in another language than that of its mail. */
export function inWords(told: Saying, words: Words): Saying {
  return saying('platform.mail.text', { text: words.tell(told) });
}
