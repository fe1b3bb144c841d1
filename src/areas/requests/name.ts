import type { Reader } from '../../platform/database/index.ts';
import { isolated } from '../../plain/isolated.ts';
import type { Words } from '../../plain/words.ts';
import { byProgram } from './store-known.ts';
import type { Work } from './work.ts';

/** How organisations name themselves to each other, ready for a sentence. Who asks gives its name with it. */
export async function findNames(
  db: Reader,
  { namesOf }: Pick<Work, 'namesOf'>,
  organisations: readonly string[],
  words: Words,
): Promise<(organisation: string) => string> {
  const names = await byProgram(db, () => namesOf(db, organisations, words));
  return (organisation) => {
    const name = names.get(organisation);
    return name === undefined ? words.say('requests.noName') : isolated(words, name);
  };
}
