import type { Links } from '../../platform/links/index.ts';
import type { Words } from '../../plain/words.ts';
import type { Register } from '../claims/index.ts';

/** What asking and answering needs besides the context of a verb; the app puts it together. */
export interface Work {
  readonly links: Links;
  readonly register: Register;
  /** The words of the language that an organisation reads. */
  readonly wordsIn: (language: string) => Words;
}

/** For what the links of this area are made; a link for one opens nothing of the other. */
export const CONFIRM = 'confirm';
export const TAKE_UP = 'take-up';

/** The role that stands behind an answer by link: whoever reads the function mailbox or got the letter. */
export const CONTACT = 'contact';
