import { daysBetween, noonOf, type Day } from '../../plain/time.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { COOPERATIONS_PATH, findClosed, type CooperationPart, type Pointer } from '../cooperations/index.ts';
import { introductionState } from './introduction.ts';
import { isRunning, type Request } from './request.ts';
import { findConsentsTo, findRequests } from './store.ts';
import { findIntroductions } from './store-introduction.ts';
import { INTRODUCTIONS_PART, INTRODUCTIONS_PATH, REQUESTS_PATH } from './work.ts';

const NEWS_DAYS = 14;
const ANSWERED = 'requests.part.answered';

/** What the page of a cooperation shows of asking and introducing. */
export const REQUESTS_PART: CooperationPart = {
  name: 'requests',
  load: async (db, views, today) => {
    const cooperations = views.map(({ cooperation }) => cooperation);
    const allRequests = await findRequests(db, cooperations);
    const waiting = allRequests.filter(({ state }) => state === 'waiting').map(({ id }) => id);
    const consents = await findConsentsTo(db, waiting);
    const allIntroductions = await findIntroductions(db, cooperations);
    const closed = await findClosed(db, cooperations);
    return ({ cooperation, own, partners }) => {
      const isHere = (one: { readonly cooperation: string }) => one.cooperation === cooperation;
      const requests = allRequests.filter(isHere);
      const introductions = allIntroductions.filter(isHere);
      const list = `${COOPERATIONS_PATH}/${cooperation}/anfragen`;
      const open = [
        ...requests.flatMap((request): Pointer[] => {
          const text = toDo(request, { own, today, consents: consents.get(request.id) ?? [] });
          const href = `${REQUESTS_PATH}/${request.id}`;
          // Who has come in since then writes along: once that has led to an agreement, the yes is no news.
          const isIn = partners.some(
            ({ organisation, phase }) => organisation === request.receiver && phase !== 'running',
          );
          if (text === null) return [];
          return isIn && text.key === ANSWERED ? [{ text, href, newsUntil: 'agreement' }] : [{ text, href }];
        }),
        ...introductions
          .filter((each) => introductionState(each) === 'first' && each.introduced === own)
          .map(({ id }) => ({ text: saying('requests.part.introduced'), href: `${INTRODUCTIONS_PATH}/${id}` })),
        ...(requests.length === 0 && partners.length < 2 && !closed.some(isHere)
          ? [{ text: saying('requests.part.none'), href: `${COOPERATIONS_PATH}/${cooperation}/suchen` }]
          : []),
      ];
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
            : [
                {
                  text: saying('requests.part.introductions', { count: agreed }),
                  href: `${list}#${INTRODUCTIONS_PART}`,
                },
              ]),
        ],
      };
    };
  },
};

/** What waits for the reader's side in one request. */
function toDo(
  { answer, answeredOn, state, sender }: Request,
  { own, today, consents }: { readonly own: string; readonly today: Day; readonly consents: readonly string[] },
): Saying | null {
  if (state === 'waiting' && sender !== own && !consents.includes(own)) return saying('requests.part.agree');
  if (sender !== own) return null;
  if (state === 'with a person') return saying('requests.part.silent');
  if (isRunning({ state })) return null;
  // A call that was on another day is over, and an answer of weeks ago is read.
  if (answer?.kind === 'call' && answer.day >= today) return saying('requests.part.call', { day: noonOf(answer.day) });
  return answer !== null && answeredOn !== null && daysBetween(answeredOn, today) <= NEWS_DAYS
    ? saying(ANSWERED)
    : null;
}
