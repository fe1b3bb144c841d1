import { saying, type Saying } from '../../../plain/words.ts';
import { Button, Buttons, Form, LinkButton, Notice, type Frame } from '../../../ui/index.ts';
import { isStuck, type Import } from '../import.ts';

/** Whether an import cannot go on by itself: it was stopped, or whoever worked on it has gone silent. */
export function isHeldUp(each: Import, now: Date): boolean {
  return each.trouble !== null || isStuck(each, now);
}

/** What holds an import up, and what can be done about it. */
export function HeldUp({ frame: { words }, each }: { readonly frame: Frame; readonly each: Import }) {
  const reason: Saying = each.trouble ?? saying('lists.import.stuck');
  const { id, state } = each;
  return (
    <Notice tone="look" title={words.say('lists.trouble')}>
      <p>{words.tell(reason)}</p>
      <Buttons>
        {state === 'read' || state === 'comparing' || state === 'compared' ? (
          <Form action={`/importe/${id}/vorschau`} label={words.say('lists.preview.compareAgain')}>
            <Button name="do" value="again">
              {words.say('lists.preview.compareAgain')}
            </Button>
          </Form>
        ) : null}
        {state === 'comparing' ? (
          <LinkButton tone="quiet" href={`/importe/${id}/spalten`}>
            {words.say('lists.preview.toColumns')}
          </LinkButton>
        ) : null}
        {state === 'taking' && each.takenAt !== null ? (
          <Form action={`/importe/${id}/uebernahme`} label={words.say('lists.take.goOn')}>
            <Button>{words.say('lists.take.goOn')}</Button>
          </Form>
        ) : null}
        {state === 'taking' ? (
          <Form action={`/importe/${id}/aufgeben`} label={words.say('lists.take.giveUp')}>
            <Button tone="end">{words.say('lists.take.giveUp')}</Button>
          </Form>
        ) : null}
        {state === 'takingBack' ? (
          <Form action={`/importe/${id}/zuruecknehmen`} label={words.say('lists.take.goOn')}>
            <Button>{words.say('lists.take.goOn')}</Button>
          </Form>
        ) : null}
      </Buttons>
    </Notice>
  );
}
