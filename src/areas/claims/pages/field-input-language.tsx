import { LANGUAGE_CODES } from '../../../plain/languages.ts';
import type { Words } from '../../../plain/words.ts';
import { SelectField } from '../../../ui/index.ts';
import { languageName, newName } from '../forms-names.ts';
import { first } from '../forms-read.ts';
import { errorAt, type Placed } from './field-input-form.ts';
import { ValueInput } from './field-input-value.tsx';

// words: claims.field.*
/** A text in one more language: which, and the text. The first one stands open. */
export function NewLanguage({ form, field, isFirst }: Placed & { readonly isFirst: boolean }) {
  const { words, typed, problems, desk } = form;
  const taken = new Set(desk.words.filter((word) => word.field === field).map(({ language }) => language));
  const name = newName(field);
  const label = words.say(`claims.field.${field.name}`);
  const text = typed === null ? '' : first(typed, name);
  const inputs = (
    <>
      <SelectField
        words={words}
        name={languageName(field)}
        label={words.say('claims.form.language', { field: label })}
        error={errorAt(words, problems, languageName(field))}
        optional
        choices={LANGUAGE_CODES.filter((code) => code !== 'de-simple' && !taken.has(code)).map((code) => ({
          value: code,
          label: words.languageName(code),
        }))}
        value={typed === null ? (isFirst ? pageLanguage(words) : '') : first(typed, languageName(field))}
      />
      <ValueInput
        words={words}
        field={field}
        language={null}
        name={name}
        text={text}
        ticked={[]}
        error={errorAt(words, problems, name)}
      />
    </>
  );
  if (isFirst) return inputs;
  return (
    <details class="more-fields" open={text !== ''}>
      <summary>{words.say('claims.form.moreLanguages', { field: label })}</summary>
      {inputs}
    </details>
  );
}

function pageLanguage({ language }: Words): string {
  return language === 'de-simple' ? 'de' : language;
}
