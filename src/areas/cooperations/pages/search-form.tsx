import type { Words } from '../../../plain/words.ts';
import { Button, CheckField, Part, QueryForm, ReadersNote, SelectField, TextField } from '../../../ui/index.ts';
import type { SearchTyped } from '../forms.ts';
import { TIMES } from '../suggest.ts';
import { languageChoices } from './language-choices.ts';

export interface FieldChoice {
  readonly value: string;
  readonly label: string;
}

// words: cooperations.time.* cooperations.search.*
/** What is looked for: what the other side knows comes first. */
export function SearchForm({
  words,
  action,
  typed,
  isFromPlan,
  fields,
}: {
  readonly words: Words;
  readonly action: string;
  readonly typed: SearchTyped;
  readonly isFromPlan: boolean;
  readonly fields: readonly FieldChoice[];
}) {
  const title = words.say('cooperations.search.form');
  const field = (name: string, key: string, hint = `cooperations.search.${key}.hint`) => ({
    words,
    name,
    label: words.say(`cooperations.search.${key}`),
    hint: words.say(hint),
    autocomplete: 'off',
    optional: true,
  });
  return (
    <Part title={title}>
      <QueryForm action={action} label={title}>
        <TextField {...field('name', 'name')} value={typed.name} />
        <TextField {...field('fach', 'expertise')} value={typed.expertise} />
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
          choices={languageChoices(words)}
          value={typed.language[0]}
          empty={words.say('cooperations.search.language.any')}
        />
        <TextField {...field('ort', 'place')} value={typed.place} />
        <CheckField
          words={words}
          name="zeit"
          label={words.say('cooperations.search.time')}
          choices={TIMES.map((time) => ({ value: time, label: words.say(`cooperations.time.${time}`) }))}
          values={typed.time}
          optional
        />
        <TextField
          {...field('gibt', 'gives', isFromPlan ? 'cooperations.search.gives.plan' : undefined)}
          value={typed.gives}
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
