import type { Words } from '../../../plain/words.ts';
import { Notice, Part } from '../../../ui/index.ts';
import { AsTyped, OfferShown } from '../../cooperations/index.ts';
import type { RequestWords } from '../request.ts';

/** What is asked, as it was written; in its own language. */
export function RequestText({
  words,
  request,
  by,
}: {
  readonly words: Words;
  /** Null when its time is over. */
  readonly request: RequestWords | null;
  /** The name of whoever asks; null where it reads its own words. */
  readonly by: string | null;
}) {
  if (request === null)
    return (
      <Notice>
        <p>{words.say('requests.text.gone')}</p>
      </Notice>
    );
  const written = (text: string) => <AsTyped lang={request.language} text={text} />;
  const { offered, cents } = request;
  return (
    <>
      <Part title={by === null ? words.say('requests.text.known.own') : words.say('requests.text.known', { name: by })}>
        {written(request.known)}
      </Part>
      <Part title={words.say('requests.text.asked')}>{written(request.asked)}</Part>
      <Part title={words.say('requests.text.offered')}>
        <OfferShown
          words={words}
          offered={{ words: offered, ...(cents === null ? {} : { money: cents }) }}
          written={written}
        />
        {request.until === null ? null : <p>{words.say('requests.text.until', { day: words.day(request.until) })}</p>}
      </Part>
    </>
  );
}
