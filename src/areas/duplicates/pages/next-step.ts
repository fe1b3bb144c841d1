import type { Request } from '../../../platform/http/index.ts';
import { countOpen } from '../show-question.ts';
import { DUPLICATES_PATH } from './access.ts';

/** For whoever has just taken a list over: the way to the questions, and how many are open. */
export async function questionsStep(c: Request) {
  const { read, words } = c.var;
  const count = await countOpen(read);
  return {
    href: DUPLICATES_PATH,
    label: words.say('duplicates.title'),
    note: `${words.say('duplicates.open', { count })} ${words.say('duplicates.none.text')}`,
  };
}
