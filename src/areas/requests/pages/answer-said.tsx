import type { Words } from '../../../plain/words.ts';
import { Notice } from '../../../ui/index.ts';
import { isYes, type Answer } from '../request.ts';

// words: requests.said.* requests.hours.*
/** What was answered, in a sentence for the side that reads it. A no is kind to both. */
export function AnswerSaid({
  words,
  answer,
  by,
  side,
}: {
  readonly words: Words;
  readonly answer: Answer;
  /** The name of the other side. */
  readonly by: string;
  readonly side: 'sender' | 'receiver';
}) {
  const key = answer.kind === 'later' && answer.from !== null ? 'laterFrom' : answer.kind;
  const values = {
    name: by,
    ...(answer.kind === 'call'
      ? { day: words.day(answer.day), hours: words.say(`requests.hours.${answer.hours}`) }
      : {}),
    ...(answer.kind === 'later' && answer.from !== null ? { day: words.day(answer.from) } : {}),
  };
  return (
    <Notice tone={isYes(answer) ? 'ok' : 'plain'} title={words.say(`requests.said.${side}.${key}`, values)}>
      <p>{words.say(`requests.said.${side}.${key}.text`, values)}</p>
    </Notice>
  );
}
