import { isolated } from '../../../plain/isolated.ts';
import type { Words } from '../../../plain/words.ts';
import { Button, Buttons, Form, Icon, Part } from '../../../ui/index.ts';
import { COOPERATIONS_PATH } from '../paths.ts';
import type { Named } from './access.ts';

/** Where one chooses for whom one is here. */
const ANCHOR = 'in-wessen-namen';

/** In whose name one is on this page, and the way to choose; nothing for whoever speaks for one partner only. */
export function InWhoseName({
  words,
  cooperation,
  name,
  voices,
}: {
  readonly words: Words;
  readonly cooperation: string;
  readonly name: string;
  readonly voices: readonly string[];
}) {
  if (voices.length < 2) return null;
  return (
    <p class="with-icon screen-only">
      <Icon name="people" />
      <span>
        {words.say('cooperations.voice.here', { name: isolated(words, name) })}{' '}
        <a href={`${COOPERATIONS_PATH}/${cooperation}#${ANCHOR}`}>{words.say('cooperations.voice.choose')}</a>
      </span>
    </p>
  );
}

/** The choice itself, on the page of the cooperation. */
export function ChooseVoice({
  words,
  cooperation,
  own,
  voices,
}: {
  readonly words: Words;
  readonly cooperation: string;
  readonly own: string;
  readonly voices: readonly Named[];
}) {
  if (voices.length < 2) return null;
  const name = voices.find(({ id }) => id === own)?.name ?? '';
  return (
    <Part title={words.say('cooperations.voice.title')} id={ANCHOR}>
      <p>
        <b>{words.say('cooperations.voice.here', { name: isolated(words, name) })}</b>
      </p>
      <p>{words.say('cooperations.voice.text')}</p>
      <Form action={`${COOPERATIONS_PATH}/${cooperation}/als`} label={words.say('cooperations.voice.title')}>
        <Buttons>
          {voices
            .filter(({ id }) => id !== own)
            .map((one) => (
              <Button tone="quiet" name="organisation" value={one.id}>
                {words.say('cooperations.voice.go', { name: isolated(words, one.name) })}
              </Button>
            ))}
        </Buttons>
      </Form>
    </Part>
  );
}
