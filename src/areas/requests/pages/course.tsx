import { dueOn, inPeaceUntil, MOST_ATTEMPTS, type Request } from '../request.ts';
import type { Day } from '../../../plain/time.ts';
import { Facts, Notice, Part, type Fact, type Frame } from '../../../ui/index.ts';

// words: requests.state.* requests.course.*
/** What has happened with a request so far, and what comes next by itself. Where no mail goes out by itself it says so. */
export function Course({
  frame: { words, mailsByHand },
  request,
  to,
  today,
}: {
  readonly frame: Pick<Frame, 'words' | 'mailsByHand'>;
  readonly request: Request;
  readonly to: string;
  readonly today: Day;
}) {
  const { state, attempts, askedOn, answeredOn } = request;
  const how = mailsByHand === true ? '.byHand' : '';
  const sent = attempts.map((day, index): Fact => ({
    term: words.say(`requests.course.${index === 0 ? 'first' : 'again'}${how}`, { number: index }),
    value: words.day(day),
    icon: 'mail',
  }));
  const due = dueOn(attempts);
  const next: readonly Fact[] =
    state !== 'open' || due === null
      ? []
      : [
          {
            term: words.say(attempts.length < MOST_ATTEMPTS ? 'requests.course.next' : 'requests.course.person'),
            value: words.day(due > today ? due : today),
            icon: 'clock',
          },
        ];
  const peace = inPeaceUntil(request);
  return (
    <>
      {state === 'answered' || state === 'replaced' ? null : (
        <Notice tone={state === 'with a person' ? 'look' : 'plain'}>
          <p>{words.say(`requests.state.${state.replaceAll(' ', '-')}${state === 'open' ? how : ''}`, { name: to })}</p>
        </Notice>
      )}
      <Part title={words.say('requests.course.title')}>
        <Facts
          facts={[
            { term: words.say('requests.course.written'), value: words.day(askedOn) },
            ...sent,
            ...(answeredOn === null
              ? []
              : [{ term: words.say('requests.course.answered'), value: words.day(answeredOn) }]),
            ...next,
            ...(peace === null || peace <= today
              ? []
              : [{ term: words.say('requests.course.peace'), value: words.day(peace) }]),
          ]}
        />
      </Part>
    </>
  );
}
