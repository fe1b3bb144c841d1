import type { FormFields } from '../../../platform/http/index.ts';
import type { Words } from '../../../plain/words.ts';
import { Button, DateField, Form, Notice, Part, ReadersNote, TextArea, TextField } from '../../../ui/index.ts';
import { inputOf, typedIn, type Problem } from '../forms.ts';
import { WAYS } from '../request.ts';
import { tellDays } from './tell-days.ts';

// words: requests.way.* requests.way.hint.*
/** What one knows, what is asked, what is offered for it. */
export function RequestForm({
  words,
  action,
  to,
  others,
  offer,
  typed,
  problems,
}: {
  readonly words: Words;
  readonly action: string;
  readonly to: string;
  /** How many partners say yes before it goes out. */
  readonly others: number;
  /** What the plan says about what can be offered: a start, that only its own side has read so far. */
  readonly offer: string;
  readonly typed: FormFields;
  readonly problems: readonly Problem[];
}) {
  const field = (name: string) => {
    const found = problems.find(({ input }) => input === name);
    const error = found === undefined ? undefined : tellDays(words, found.told);
    return { words, name, value: typedIn(typed, name), error };
  };
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
        <p>{words.say('requests.new.offer.text')}</p>
        {offer === '' ? null : (
          <>
            <p class="soft">{words.say('requests.new.offer.plan')}</p>
            <p class="prose" dir="auto">
              {offer}
            </p>
          </>
        )}
        <TextField
          {...field('cents')}
          label={words.say('requests.new.cents')}
          hint={words.say('requests.new.cents.hint')}
          width="short"
          optional
        />
        {WAYS.map((way) => (
          <TextArea
            {...field(inputOf(way))}
            label={words.say(`requests.way.${way}`)}
            hint={words.say(`requests.way.hint.${way}`)}
            rows={2}
            optional
          />
        ))}
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
