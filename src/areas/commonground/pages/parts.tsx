import type { Words } from '../../../plain/words.ts';
import { CheckField, Passage, PassageLines, Part, ReadersNote, SelectField, Statements } from '../../../ui/index.ts';
import { inLanguage, type Conversation, type Says } from '../conversation.ts';
import { isWaiting, type Parked } from '../parking.ts';
import { isUnsaid, REASONS, type Statement } from '../statement.ts';

/** A statement in the language of the page, where somebody has translated it; otherwise as it was written. */
export function StatementText({ words, statement }: { readonly words: Words; readonly statement: Statement }) {
  const found = inLanguage(statement.texts, [statement.language], words.language);
  if (found === null) return null;
  const { language, text } = found;
  return (
    <>
      <Passage lang={language}>{text}</Passage>
      {statement.machine.includes(language) ? (
        <small class="soft"> {words.say('commonground.statement.machine')}</small>
      ) : null}
    </>
  );
}

/** The same where all may read it, also after it was declined. */
export function SaidText({ words, statement }: { readonly words: Words; readonly statement: Statement | undefined }) {
  return statement === undefined || isUnsaid(statement) ? (
    <span class="soft">{words.say('commonground.log.unsaid')}</span>
  ) : (
    <StatementText words={words} statement={statement} />
  );
}

/** One of the texts of a conversation in the language of the page; null where nothing was written. */
export function sayOf(words: Words, { says, languages }: Conversation, field: keyof Says) {
  const filled = Object.fromEntries(
    Object.entries(says).flatMap(([language, all]) => (all[field] === '' ? [] : [[language, all[field]]])),
  );
  return inLanguage<string>(filled, languages, words.language);
}

export function Question({ words, conversation }: { readonly words: Words; readonly conversation: Conversation }) {
  const found = sayOf(words, conversation, 'question');
  return found === null ? null : <Passage lang={found.language}>{found.text}</Passage>;
}

/** The question as bare text, for the title of a page. */
export function questionOf(words: Words, conversation: Conversation): string {
  return sayOf(words, conversation, 'question')?.text ?? '';
}

// words: commonground.says.*
/** Purpose, red lines and house rules: whatever has to be known before joining. */
export function SaysParts({ words, conversation }: { readonly words: Words; readonly conversation: Conversation }) {
  return (
    <>
      {(['purpose', 'redLines', 'rules'] as const).map((field) => {
        const found = sayOf(words, conversation, field);
        return found === null ? null : (
          <Part title={words.say(`commonground.says.${field}`)}>
            <PassageLines lang={found.language} text={found.text} />
          </Part>
        );
      })}
      <ParkedPart words={words} conversation={conversation} />
    </>
  );
}

// words: commonground.reason.*
/** By what alone a statement is declined. */
export function ModerationRules({ words }: { readonly words: Words }) {
  return (
    <Part title={words.say('commonground.log.rules')}>
      <div>
        <ul>
          {REASONS.map((reason) => (
            <li>{words.say(`commonground.reason.${reason}`)}</li>
          ))}
        </ul>
      </div>
    </Part>
  );
}

export function ParkedPart({ words, conversation }: { readonly words: Words; readonly conversation: Conversation }) {
  const parked = conversation.parked.filter(isWaiting);
  if (parked.length === 0) return null;
  return (
    <Part title={words.say('commonground.parked.title')}>
      <p>{words.say('commonground.parked.text')}</p>
      <Statements
        statements={parked.map(({ topics, day }) => ({
          text: <Topic {...{ words, conversation, topics }} />,
          note: words.say('commonground.parked.day', { day: words.day(day) }),
        }))}
      />
    </Part>
  );
}

/** A topic that waits, in the language of the page; otherwise in the first in which it was written. */
export function Topic({
  words,
  conversation: { languages },
  topics,
}: {
  readonly words: Words;
  readonly conversation: Conversation;
  readonly topics: Parked['topics'];
}) {
  const found = inLanguage(topics, languages, words.language);
  return found === null ? null : <Passage lang={found.language}>{found.text}</Passage>;
}

/** Who reads what its steward writes: they alone until it begins, then whoever takes part. */
export function WritingReaders({
  words,
  conversation: { begunOn, isPublic },
}: {
  readonly words: Words;
  readonly conversation: Pick<Conversation, 'begunOn' | 'isPublic'>;
}) {
  return (
    <ReadersNote words={words} scope={begunOn !== null && isPublic ? 'public' : 'own'}>
      {words.say(begunOn === null ? 'commonground.form.readers' : 'commonground.form.readers.open')}
    </ReadersNote>
  );
}

/** Whether everybody may find it. */
export function PublicField({ words, value }: { readonly words: Words; readonly value: string }) {
  return (
    <CheckField
      words={words}
      name="isPublic"
      label={words.say('commonground.form.public')}
      optional
      choices={[{ value: 'yes', label: words.say('commonground.form.public.yes') }]}
      values={[value]}
    />
  );
}

/** Who reads what is written down of a result. */
export function ResultReaders({
  words,
  conversation: { isPublic },
}: {
  readonly words: Words;
  readonly conversation: Pick<Conversation, 'isPublic'>;
}) {
  return (
    <ReadersNote words={words} scope={isPublic ? 'public' : 'own'}>
      {words.say(isPublic ? 'commonground.stand.public' : 'commonground.stand.closed')}
    </ReadersNote>
  );
}

/** From when until when. */
export function daysOf(words: Words, { opensOn, endsOn }: Pick<Conversation, 'opensOn' | 'endsOn'>): string {
  return opensOn === endsOn
    ? words.say('commonground.days.one', { day: words.day(opensOn) })
    : words.say('commonground.days', { from: words.day(opensOn), to: words.day(endsOn) });
}

/** When one can take part, as a sentence. */
export function openOn(words: Words, { opensOn, endsOn }: Pick<Conversation, 'opensOn' | 'endsOn'>): string {
  return opensOn === endsOn
    ? words.say('commonground.sheet.days.one', { day: words.day(opensOn) })
    : words.say('commonground.sheet.days', { from: words.day(opensOn), to: words.day(endsOn) });
}

/** In which language something is written. */
export function LanguageField({
  words,
  label,
  choices,
  value,
  of,
}: {
  readonly words: Words;
  readonly label: string;
  readonly choices: readonly string[];
  readonly value: string;
  readonly of?: string;
}) {
  return (
    <SelectField
      words={words}
      name="language"
      of={of}
      label={label}
      choices={choices.map((code) => ({ value: code, label: words.languageName(code) }))}
      value={value}
      empty={null}
    />
  );
}

/** Whose conversation it is that was held elsewhere. */
export function TakenFromPart({
  words,
  conversation: { takenFrom },
}: {
  readonly words: Words;
  readonly conversation: Conversation;
}) {
  if (takenFrom === null) return null;
  const { attribution, licence, address } = takenFrom;
  return (
    <Part title={words.say('commonground.takenFrom.title')}>
      <p>
        <bdi>{attribution}</bdi>
      </p>
      <p>{words.say('commonground.takenFrom.text', { licence })}</p>
      {address === '' ? null : (
        <p>
          <a href={address} dir="ltr" class="breaks">
            {address}
          </a>
        </p>
      )}
    </Part>
  );
}
