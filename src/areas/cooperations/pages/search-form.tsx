import { LANGUAGE_CODES } from '../../../plain/languages.ts';
import type { Words } from '../../../plain/words.ts';
import { Button, CheckField, Part, QueryForm, ReadersNote, SelectField, TextField } from '../../../ui/index.ts';
import type { SearchTyped } from '../forms.ts';
import { TIMES } from '../suggest.ts';

export interface FieldChoice {
  readonly value: string;
  readonly label: string;
}

// words: cooperations.time.*
/** What is looked for: what the other side knows comes first. */
export function SearchForm({
  words,
  action,
  typed,
  fields,
}: {
  readonly words: Words;
  readonly action: string;
  readonly typed: SearchTyped;
  readonly fields: readonly FieldChoice[];
}) {
  const title = words.say('cooperations.search.form');
  const { compare } = new Intl.Collator(words.tag);
  const languages = LANGUAGE_CODES.filter((code) => code !== 'de-simple')
    .map((code) => ({ value: code, label: words.languageName(code) }))
    .toSorted((a, b) => compare(a.label, b.label));
  return (
    <Part title={title}>
      <QueryForm action={action} label={title}>
        <TextField
          words={words}
          name="fach"
          label={words.say('cooperations.search.expertise')}
          hint={words.say('cooperations.search.expertise.hint')}
          value={typed.expertise}
          autocomplete="off"
          optional
        />
        <CheckField
          words={words}
          name="feld"
          label={words.say('cooperations.search.field')}
          choices={fields}
          values={typed.field}
          optional
        />
        <SelectField
          words={words}
          name="sprache"
          label={words.say('cooperations.search.language')}
          hint={words.say('cooperations.search.language.hint')}
          choices={languages}
          value={typed.language[0]}
          empty={words.say('cooperations.search.language.any')}
        />
        <TextField
          words={words}
          name="ort"
          label={words.say('cooperations.search.place')}
          hint={words.say('cooperations.search.place.hint')}
          value={typed.place}
          autocomplete="off"
          optional
        />
        <CheckField
          words={words}
          name="zeit"
          label={words.say('cooperations.search.time')}
          choices={TIMES.map((time) => ({ value: time, label: words.say(`cooperations.time.${time}`) }))}
          values={typed.time}
          optional
        />
        <TextField
          words={words}
          name="gibt"
          label={words.say('cooperations.search.gives')}
          hint={words.say('cooperations.search.gives.hint')}
          value={typed.gives}
          autocomplete="off"
          optional
        />
        <CheckField
          words={words}
          name="neu"
          label={words.say('cooperations.search.new')}
          choices={[{ value: '1', label: words.say('cooperations.search.new.only') }]}
          values={typed.isNew ? ['1'] : []}
          optional
        />
        <ReadersNote words={words} scope="own">
          {words.say('cooperations.search.readers')}
        </ReadersNote>
        <Button icon="search">{words.say('cooperations.search.go')}</Button>
      </QueryForm>
    </Part>
  );
}
