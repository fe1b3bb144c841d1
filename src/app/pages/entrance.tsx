import type { EntranceOptions } from '../../platform/http/index.ts';
import { Button, Form, Page, PageTitle } from '../../ui/index.ts';
import type { FrameOf } from '../frame.ts';
import { ENTRANCE_COMMAND } from './entrance-command.ts';

/** The page of a one-time link: one button, so that programs that look at links do not use it up. */
export function renderEntrance(frameOf: FrameOf): EntranceOptions['renderEntrance'] {
  return async (c, action) => {
    const frame = await frameOf(c);
    const { words } = frame;
    const title = words.say(action === null ? 'platform.entrance.spent.title' : 'platform.entrance.title');
    return (
      <Page frame={frame} title={title} noindex>
        <PageTitle
          title={title}
          below={words.say(action === null ? 'platform.entrance.spent.text' : 'platform.entrance.text')}
        />
        {action === null ? (
          <p>
            <code dir="ltr">{ENTRANCE_COMMAND}</code>
          </p>
        ) : (
          <Form action={action}>
            <Button>{words.say('platform.entrance.enter')}</Button>
          </Form>
        )}
      </Page>
    ).toString();
  };
}
