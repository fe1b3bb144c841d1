import { daysBetween } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import { COOPERATIONS_PATH, type CooperationPart, type Pointer } from '../cooperations/index.ts';
import { introductionState } from './introduction.ts';
import { isRunning, type Request } from './request.ts';
import { findConsents, findRequests } from './store.ts';
import { findIntroductions } from './store-introduction.ts';
import { INTRODUCTIONS_PATH, REQUESTS_PATH } from './work.ts';

const NEWS_DAYS = 14;

/** What the page of a cooperation shows of asking and introducing. */
export const REQUESTS_PART: CooperationPart = {
  name: 'requests',
  load: async (db, { cooperation, own, partners, today }) => {
    const requests = await findRequests(db, cooperation);
    const introductions = await findIntroductions(db, cooperation);
    const list = `${COOPERATIONS_PATH}/${cooperation}/anfragen`;
    const open: Pointer[] = [];
    for (const request of requests) {
      const text = await toDo(request);
      if (text !== null) open.push({ text, href: `${REQUESTS_PATH}/${request.id}` });
    }
    for (const { id, introduced } of introductions.filter((each) => introductionState(each) === 'first'))
      if (introduced === own)
        open.push({ text: saying('requests.part.introduced'), href: `${INTRODUCTIONS_PATH}/${id}` });
    if (requests.length === 0 && partners.length < 2)
      open.push({ text: saying('requests.part.none'), href: `${COOPERATIONS_PATH}/${cooperation}/suchen` });
    const agreed = introductions.filter((each) => introductionState(each) === 'agreed').length;
    return {
      stage: requests.length === 0 ? null : 'contact',
      open,
      links: [
        ...(requests.length === 0
          ? []
          : [{ text: saying('requests.part.all', { count: requests.length }), href: list }]),
        ...(partners.length < 2
          ? []
          : [{ text: saying('requests.part.introductions', { count: agreed }), href: list }]),
      ],
    };

    /** What waits for the reader's side in one request. */
    async function toDo(request: Request) {
      const { answer, answeredOn, state, sender } = request;
      if (state === 'waiting' && sender !== own && !(await findConsents(db, request.id)).includes(own))
        return saying('requests.part.agree');
      if (sender !== own) return null;
      if (state === 'with a person') return saying('requests.part.silent');
      if (isRunning(request)) return null;
      // A call that was on another day is over, and an answer of weeks ago is read.
      if (answer?.kind === 'call' && answer.day >= today)
        return saying('requests.part.call', { day: new Date(`${answer.day}T12:00:00Z`) });
      return answer !== null && answeredOn !== null && daysBetween(answeredOn, today) <= NEWS_DAYS
        ? saying('requests.part.answered')
        : null;
    }
  },
};
