import { typedIn, type FormFields } from '../../../platform/http/index.ts';
import type { Words } from '../../../plain/words.ts';
import { Button, DateField, Form, Notice, Part, ReadersNote, TextArea, TextField } from '../../../ui/index.ts';
import { OfferFields } from '../../cooperations/index.ts';
import type { Problem } from '../forms.ts';
import { errorAt } from './tell-problems.ts';

/** What one knows, what is asked, what is offered for it. */
export function RequestForm({
  words,
  action,
  to,
  others,
  isFromPlan,
  typed,
  problems,
}: {
  readonly words: Words;
  readonly action: string;
  readonly to: string;
  /** How many partners say yes before it goes out. */
  readonly others: number;
  /** What is offered was filled in from the plan, that only its own side has read so far. */
  readonly isFromPlan: boolean;
  readonly typed: FormFields;
  readonly problems: readonly Problem[];
}) {
  const field = (name: string) => ({
    words,
    name,
    value: typedIn(typed, name),
    error: errorAt(words, problems, name),
  });
  return (
    <Form action={action} label={words.say('requests.new.form')} hidden={{ to }}>
      <TextArea
        {...field('known')}
        label={words.say('requests.new.known')}
        hint={words.say('requests.new.known.hint')}
        rows={3}
      />
      <TextArea
        {...field('asked')}
        label={words.say('requests.new.asked')}
        hint={words.say('requests.new.asked.hint')}
        rows={4}
      />
      <Part title={words.say('requests.new.offer')}>
        <p>{words.say(isFromPlan ? 'requests.new.offer.plan' : 'requests.new.offer.text')}</p>
        <OfferFields words={words} typed={typed} errorAt={(input) => errorAt(words, problems, input)} />
      </Part>
      <TextField
        {...field('title')}
        label={words.say('requests.new.working')}
        hint={words.say('requests.new.working.hint')}
      />
      <DateField
        {...field('until')}
        label={words.say('requests.new.until')}
        hint={words.say('requests.new.until.hint')}
        optional
      />
      {others === 0 ? null : (
        <Notice>
          <p>{words.say('requests.new.others', { count: others })}</p>
        </Notice>
      )}
      <ReadersNote words={words} scope="partner">
        {words.say('requests.new.readers')}
      </ReadersNote>
      <Button icon="mail">{words.say(others === 0 ? 'requests.new.go' : 'requests.new.goWhenAgreed')}</Button>
    </Form>
  );
}
