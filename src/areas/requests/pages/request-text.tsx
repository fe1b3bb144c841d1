import { showMoney } from '../../../plain/money.ts';
import type { Words } from '../../../plain/words.ts';
import { Facts, Notice, Part, PassageLines, type Fact } from '../../../ui/index.ts';
import { WAYS, type RequestWords } from '../request.ts';

// words: requests.way.*
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
  const written = (text: string) => <PassageLines lang={request.language} text={text} />;
  const amount: readonly Fact[] =
    request.cents === null
      ? []
      : [{ term: words.say('requests.text.cents'), value: <bdi>{showMoney(request.cents, words.language)}</bdi> }];
  return (
    <>
      <Part title={by === null ? words.say('requests.text.known.own') : words.say('requests.text.known', { name: by })}>
        {written(request.known)}
      </Part>
      <Part title={words.say('requests.text.asked')}>{written(request.asked)}</Part>
      <Part title={words.say('requests.text.offered')}>
        <Facts
          facts={[
            ...amount,
            ...WAYS.flatMap((way): Fact[] => {
              const text = request.offered[way];
              return text === undefined ? [] : [{ term: words.say(`requests.way.${way}`), value: written(text) }];
            }),
          ]}
        />
        {request.until === null ? null : <p>{words.say('requests.text.until', { day: words.day(request.until) })}</p>}
      </Part>
    </>
  );
}
