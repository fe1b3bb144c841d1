import type { Words } from '../../../plain/words.ts';
import { CheckField, DateField, RadioField, SelectField, TextArea, TextField } from '../../../ui/index.ts';
import type { Field } from '../field.ts';

interface ValueInputProps {
  readonly words: Words;
  readonly field: Field;
  /** The language that is asked for; null where there is none, or nobody said which. */
  readonly language: string | null;
  readonly name: string;
  readonly text: string;
  readonly ticked: readonly string[];
  readonly error: string | undefined;
}

/** The control for a field's kind. */
export function ValueInput(props: ValueInputProps) {
  const { words, field, language, name, text, ticked, error } = props;
  const shared = {
    words,
    name,
    label: labelOf(words, field, language),
    hint: hintOf(words, field),
    error,
    optional: true,
  };
  const lang = language ?? undefined;
  switch (field.kind) {
    case 'text':
      return <TextArea {...shared} value={text} lang={lang} />;
    case 'times':
      return <TextArea {...shared} value={text} rows={3} />;
    case 'day':
      return <DateField {...shared} value={text} />;
    case 'code':
      return (
        <SelectField
          {...shared}
          empty={words.say('claims.form.noWord')}
          choices={codesOf(words, field)}
          value={ticked[0]}
        />
      );
    case 'codes':
      return (
        <>
          <input type="hidden" name={name} value="" />
          <CheckField {...shared} choices={codesOf(words, field)} values={ticked} />
        </>
      );
    case 'answer':
      return (
        <RadioField
          {...shared}
          choices={[...answersOf(words, field), { value: '', label: words.say('claims.form.noWord') }]}
          value={ticked[0] ?? ''}
        />
      );
    case 'phone':
      return <TextField {...shared} value={text} kind="tel" />;
    case 'mail':
      return <TextField {...shared} value={text} kind="email" />;
    case 'web':
      return <TextField {...shared} value={text} kind="url" />;
    default:
      return <TextField {...shared} value={text} lang={lang} />;
  }
}

// words: claims.code.* claims.answer.*
function codesOf(words: Words, field: Field) {
  return (field.codes ?? []).map((code) => ({ value: code, label: words.say(`claims.code.${field.name}.${code}`) }));
}

function answersOf(words: Words, field: Field) {
  return ['yes', 'no'].map((answer) => ({ value: answer, label: words.say(`claims.answer.${field.name}.${answer}`) }));
}

// words: claims.field.*
/** The name of a field, with the language that is meant where it has several. */
export function labelOf(words: Words, field: Field, language: string | null): string {
  const name = words.say(`claims.field.${field.name}`);
  return language === null
    ? name
    : words.say('claims.form.inLanguage', { field: name, language: words.languageName(language) });
}

/** Fields and kinds of field that need an example or a warning. */
const HINTS: ReadonlySet<string> = new Set([
  'contactFunction',
  'topics',
  'languages',
  'phone',
  'mail',
  'web',
  'times',
  'place',
  'point',
]);

// words: claims.form.hint.*
function hintOf(words: Words, { name, kind }: Field): string | undefined {
  const key = [name, kind].find((one) => HINTS.has(one));
  return key === undefined ? undefined : words.say(`claims.form.hint.${key}`);
}
