import { isolated } from '../../plain/isolated.ts';
import type { Words } from '../../plain/words.ts';
import type { CooperationPages, NamesOf } from '../cooperations/index.ts';
import { isAsked } from './introduction.ts';
import { findRequestsWaitingFor } from './store.ts';
import { findIntroductionsTo } from './store-introduction.ts';
import { INTRODUCTIONS_PATH, REQUESTS_PATH } from './work.ts';

/**
 * What waits for an answer of organisations that are not yet in that cooperation: requests, the newest first, and
 * introductions. Whoever is in it reads there what waits.
 */
export function waitingFor(namesOf: NamesOf): CooperationPages['waitingFor'] {
  return async (db, organisations, words) => {
    const requests = await findRequestsWaitingFor(db, organisations);
    const introductions = (await findIntroductionsTo(db, organisations)).filter((each) => isAsked(each, each.third));
    const named = [...requests.map(({ sender }) => sender), ...introductions.map(({ introduced }) => introduced)];
    if (named.length === 0) return [];
    const names = await namesOf(db, [...new Set(named)], words);
    const told = (key: string, organisation: string) => ({
      key,
      values: { name: nameIn(words, names.get(organisation)) },
    });
    return [
      ...requests.map(({ id, sender }) => ({
        text: told('requests.answer.title', sender),
        href: `${REQUESTS_PATH}/${id}`,
      })),
      ...introductions.map(({ id, introduced }) => ({
        text: told('requests.introduction.title', introduced),
        href: `${INTRODUCTIONS_PATH}/${id}`,
      })),
    ];
  };
}

function nameIn(words: Words, name: string | undefined): string {
  return isolated(words, name ?? words.say('requests.noName'));
}
