import { addDays, type Day } from '../../../plain/time.ts';
import type { Words } from '../../../plain/words.ts';
import { typedIn, type FormFields } from '../../../platform/http/index.ts';
import { Button, Buttons, Card, DateField, Fold, Form, Part, RadioField, ReadersNote } from '../../../ui/index.ts';
import type { Problem } from '../forms.ts';
import { HOURS, isAnswerable, type Request } from '../request.ts';
import { errorAt } from './tell-problems.ts';

// words: requests.answer.* requests.hours.*
interface Answering {
  readonly words: Words;
  readonly request: Request;
  readonly action: string;
  /** The name of whoever asks. */
  readonly by: string;
  readonly today: Day;
  /** Something has been written that rests on the yes: it is not taken back here any more. */
  readonly isBuiltOn: boolean;
  readonly typed: FormFields;
  readonly problems: readonly Problem[];
}

/** Where the side that is asked answers; what it has answered stands first, and another answer is folded away. */
export function AnswerPart(answering: Answering) {
  const { words, request, isBuiltOn, problems } = answering;
  if (!isAnswerable(request)) return null;
  if (isBuiltOn) return <p class="soft">{words.say('requests.answer.built')}</p>;
  if (request.answer === null) return <AnswerForms {...answering} />;
  return (
    <Fold label={words.say('requests.answer.change')} open={problems.length > 0}>
      <AnswerForms {...answering} />
    </Fold>
  );
}

/** The four answers, the two that are a yes first. Each is one tap; only a call asks when. */
function AnswerForms({ words, request: { answer }, action, by, today, typed, problems }: Answering) {
  const times = answer?.kind === 'call' ? answer : null;
  const errorOf = (input: string) => errorAt(words, problems, input);
  const kept = (name: string, otherwise: string) => (typed[name] === undefined ? otherwise : typedIn(typed, name));
  const readers = (
    <ReadersNote words={words} scope="partner">
      {words.say('requests.answer.readers', { name: by })}
    </ReadersNote>
  );
  const taps = (kinds: readonly (typeof TAPS)[number][], label: string) => (
    <Form action={action} label={label}>
      {kinds.map(({ kind, icon }) => (
        // What an answer means stands in one frame with its button, or it is read as belonging to the next one.
        <Card title={words.say(`requests.answer.${kind}.go`)}>
          <p>{words.say(`requests.answer.${kind}.text`, { name: by })}</p>
          <Buttons>
            <Button name="answer" value={kind} icon={icon} tone={kind === 'gladly' ? 'main' : 'quiet'}>
              {words.say(`requests.answer.${kind}.go`)}
            </Button>
          </Buttons>
        </Card>
      ))}
      {readers}
    </Form>
  );
  const [gladly, ...others] = TAPS;
  return (
    <>
      <Part title={words.say('requests.answer.yours')}>{taps([gladly], words.say('requests.answer.yours'))}</Part>
      <Card title={words.say('requests.answer.call.title')}>
        <p>{words.say('requests.answer.call.text', { name: by })}</p>
        <Form action={action} label={words.say('requests.answer.call.title')} hidden={{ answer: 'call' }}>
          <DateField
            words={words}
            name="day"
            label={words.say('requests.answer.call.day')}
            value={kept('day', times?.day ?? '')}
            min={today}
            error={errorOf('day')}
          />
          <RadioField
            words={words}
            name="hours"
            label={words.say('requests.answer.call.hours')}
            choices={HOURS.map((hours) => ({ value: hours, label: words.say(`requests.hours.${hours}`) }))}
            value={kept('hours', times?.hours ?? '')}
            error={errorOf('hours')}
          />
          {readers}
          <Button tone="quiet" icon="phone">
            {words.say('requests.answer.call.go')}
          </Button>
        </Form>
      </Card>
      {taps(others, words.list(others.map(({ kind }) => words.say(`requests.answer.${kind}.go`))))}
      <Fold label={words.say('requests.answer.later.when')} open={errorOf('from') !== undefined}>
        <Form action={action} label={words.say('requests.answer.later.when')} hidden={{ answer: 'later' }}>
          <DateField
            words={words}
            name="from"
            label={words.say('requests.answer.later.from')}
            value={typedIn(typed, 'from')}
            min={addDays(today, 1)}
            error={errorOf('from')}
            optional
          />
          {readers}
          <Button tone="quiet" icon="clock">
            {words.say('requests.answer.later.go')}
          </Button>
        </Form>
      </Fold>
    </>
  );
}

/** What one tap answers. Fields stand in forms of their own: Enter in a field must never be a yes. */
const TAPS = [
  { kind: 'gladly', icon: 'check' },
  { kind: 'later', icon: 'clock' },
  { kind: 'no', icon: 'close' },
] as const;
