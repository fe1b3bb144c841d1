import type { Child } from 'hono/jsx';
import { typedIn, type FormFields } from '../../../platform/http/index.ts';
import { isolated } from '../../../plain/isolated.ts';
import type { Words } from '../../../plain/words.ts';
import { CheckField, DateField, Fold, RadioField, TextArea, TextField } from '../../../ui/index.ts';
import { ENTRIES, SAYS, SPOKEN, type Conversation, type Says } from '../conversation.ts';
import { PARKING_PLACES, sayInput, topicInput, type Problem } from '../forms.ts';
import { isWaiting } from '../parking.ts';
import { notYetSaid } from '../say-later.ts';
import { errorAt } from './pages.ts';
import { PublicField } from './parts.tsx';

interface Typing {
  readonly words: Words;
  readonly typed: FormFields;
  readonly problems: readonly Problem[];
}

// words: commonground.form.question commonground.form.purpose commonground.form.rules commonground.form.redLines
// words: commonground.form.question.hint commonground.form.purpose.hint commonground.form.rules.hint
// words: commonground.form.redLines.hint commonground.entry.*
/** Everything about a conversation: first in the language in which it is written (with its statements), then in others. */
export function PlanFields({
  words,
  typed,
  problems,
  language,
  running = null,
  children,
}: Typing & {
  /** That in which it is written. */
  readonly language: string;
  /** Once it has begun: only what can still be added to it is asked for. */
  readonly running?: Conversation | null;
  readonly children?: Child;
}) {
  const at = { words, typed, problems };
  const field = fieldAt(at);
  const others = SPOKEN.filter((code) => code !== language);
  const ticked = running?.languages ?? [typed['languages'] ?? []].flat();
  const inOthers = others.map((code) => (
    <Fold
      label={words.say('commonground.form.inLanguage', { language: words.languageName(code) })}
      open={ticked.includes(code)}
    >
      <SayFields {...at} language={code} running={running} />
      <TopicFields {...at} language={code} />
    </Fold>
  ));
  if (running !== null)
    return (
      <>
        <DateField {...field('endsOn')} label={words.say('commonground.form.endsOn')} />
        {inOthers}
        <ParkedFields {...at} language={language} isRunning />
      </>
    );
  return (
    <>
      <SayFields {...at} language={language} isFirst />
      {children}
      <DateField {...field('opensOn')} label={words.say('commonground.form.opensOn')} />
      <DateField
        {...field('endsOn')}
        label={words.say('commonground.form.endsOn')}
        hint={words.say('commonground.form.endsOn.hint')}
      />
      <RadioField
        {...field('entry')}
        label={words.say('commonground.form.entry')}
        choices={ENTRIES.map((value) => ({
          value,
          label: words.say(`commonground.entry.${value}`),
          hint: words.say(`commonground.entry.${value}.hint`),
        }))}
      />
      <PublicField words={words} value={typedIn(typed, 'isPublic')} />
      <CheckField
        words={words}
        name="languages"
        label={words.say('commonground.form.languages')}
        hint={words.say('commonground.form.languages.hint')}
        optional
        choices={others.map((value) => ({ value, label: words.languageName(value) }))}
        values={ticked}
      />
      {inOthers}
      <ParkedFields {...at} language={language} />
    </>
  );
}

function SayFields({
  words,
  typed,
  problems,
  language,
  isFirst,
  running = null,
}: Typing & { readonly language: string; readonly isFirst?: boolean; readonly running?: Conversation | null }) {
  const field = fieldAt({ words, typed, problems });
  return (
    <>
      {(running === null ? SAYS : notYetSaid(running, language)).map((name) => {
        const isNeeded = isFirst === true && (name === 'question' || name === 'purpose');
        const all = {
          ...field(sayInput(name, language)),
          label: words.say(`commonground.form.${name}`),
          hint: isFirst === true ? words.say(`commonground.form.${name}.hint`) : originalOf(words, running, name),
          optional: !isNeeded,
          lang: language,
        };
        return name === 'question' ? <TextField {...all} /> : <TextArea {...all} rows={3} />;
      })}
    </>
  );
}

/** What is to be said in another language, as it was written. */
function originalOf(words: Words, running: Conversation | null, field: keyof Says): string | undefined {
  const [language = ''] = running?.languages ?? [];
  const text = running?.says[language]?.[field];
  if (text === undefined) return undefined;
  return words.say('commonground.form.original', {
    language: words.languageName(language),
    text: isolated(words, text),
  });
}

function ParkedFields({
  words,
  typed,
  problems,
  language,
  isRunning = false,
}: Typing & { readonly language: string; readonly isRunning?: boolean }): Child {
  const field = fieldAt({ words, typed, problems });
  const isUsed =
    typedIn(typed, topicInput(1, language)) !== '' || problems.some(({ input }) => input.startsWith('topic'));
  return (
    <Fold label={words.say('commonground.parked.title')} open={isUsed}>
      <p>{words.say('commonground.form.parked.text')}</p>
      {isRunning ? <p>{words.say('commonground.form.parked.logged')}</p> : null}
      {PARKING_PLACES.map((place) => (
        <>
          <TextField
            {...field(topicInput(place, language))}
            label={words.say('commonground.form.topic', { number: place })}
            lang={language}
            optional
          />
          <DateField
            {...field(`topicDay${place}`)}
            label={words.say('commonground.form.topicDay', { number: place })}
            optional
          />
        </>
      ))}
    </Fold>
  );
}

/** The topics that wait, beside the other texts of a language; their days stand once, with the first language. */
function TopicFields({ words, typed, problems, language }: Typing & { readonly language: string }): Child {
  const field = fieldAt({ words, typed, problems });
  return (
    <>
      {PARKING_PLACES.map((place) => (
        <TextField
          {...field(topicInput(place, language))}
          label={words.say('commonground.form.topic.parked', { number: place })}
          lang={language}
          optional
        />
      ))}
    </>
  );
}

function fieldAt({ words, typed, problems }: Typing) {
  return (name: string) => ({
    words,
    name,
    value: typedIn(typed, name),
    error: errorAt(words, problems, name),
  });
}

/** A conversation as its form shows it. */
export function typedPlan(conversation: Conversation): FormFields {
  const { languages, says, entry, isPublic, opensOn, endsOn, parked } = conversation;
  const texts = Object.entries(says).flatMap(([language, all]) =>
    SAYS.map((field) => [sayInput(field, language), all[field]] as const),
  );
  const waiting = parked
    .filter(isWaiting)
    .flatMap(({ topics, day }, at) => [
      ...Object.entries(topics).map(([language, topic]) => [topicInput(at + 1, language), topic] as const),
      [`topicDay${at + 1}`, day] as const,
    ]);
  const rest = { languages: languages.slice(1), entry, isPublic: isPublic ? 'yes' : '', opensOn, endsOn };
  return { ...rest, ...Object.fromEntries([...texts, ...waiting]) };
}
