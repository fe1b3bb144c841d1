import { RadioField, SelectField } from '../../../ui/index.ts';
import type { Field } from '../field.ts';
import { scopeNow, scopesOf, type Word } from '../forms-desk.ts';
import { inputName, placeName, scopeName } from '../forms-names.ts';
import { all, first } from '../forms-read.ts';
import { isTicked, tickedOf, typedOf } from '../forms-typed.ts';
import { errorAt, type FieldForm, type Placed } from './field-input-form.ts';
import { NewLanguage } from './field-input-language.tsx';
import { OthersSay } from './field-input-others.tsx';
import { ValueInput } from './field-input-value.tsx';

/** One field of a subject: what we say, what others say, and who may read it. */
export function FieldInput({ form, field }: { readonly form: FieldForm; readonly field: Field }) {
  const { words, desk } = form;
  const known = desk.words.filter((word) => word.field === field);
  return (
    <div class="part">
      {known.map((word) => (
        <>
          <KnownInput form={form} word={word} />
          <PlaceQuestion form={form} word={word} />
          <OthersSay form={form} word={word} />
        </>
      ))}
      {field.perLanguage ? <NewLanguage form={form} field={field} isFirst={known.length === 0} /> : null}
      {desk.voice.kind === 'own' ? <ScopeInput form={form} field={field} /> : null}
      {field.scope === 'own' ? <p class="soft">{words.say('claims.form.inside')}</p> : null}
    </div>
  );
}

function KnownInput({ form, word }: { readonly form: FieldForm; readonly word: Word }) {
  const { words, typed, problems, country } = form;
  const { field, language, mine } = word;
  const name = inputName(word);
  const before = mine === null || isTicked(field) ? '' : typedOf(field, mine.value, words, country);
  return (
    <ValueInput
      words={words}
      field={field}
      language={language}
      name={name}
      text={typed === null ? before : first(typed, name)}
      ticked={typed === null ? tickedOf(mine?.value ?? null) : all(typed, name)}
      error={errorAt(words, problems, name)}
    />
  );
}

// words: claims.field.* claims.scope.*
function ScopeInput({ form: { words, desk, typed, declaredScope }, field }: Placed) {
  const scopes = scopesOf(field);
  if (scopes.length < 2) return null;
  const now = scopeNow(desk, field, declaredScope(field));
  const chosen = typed === null ? now : first(typed, scopeName(field));
  const leadsToDoor = LEADS_TO_A_DOOR.has(field.kind);
  const choice = (
    <SelectField
      words={words}
      name={scopeName(field)}
      label={words.say('claims.form.scope', { field: words.say(`claims.field.${field.name}`) })}
      hint={leadsToDoor ? words.say('claims.form.scope.door') : undefined}
      empty={null}
      choices={scopes.map((scope) => ({ value: scope, label: words.say(`claims.scope.${scope}`) }))}
      value={chosen}
    />
  );
  if (leadsToDoor) return choice;
  return (
    <details class="more-fields" open={chosen !== now}>
      <summary>{words.say('claims.form.readBy', { who: words.say(`claims.scope.${now}`) })}</summary>
      {choice}
    </details>
  );
}

const LEADS_TO_A_DOOR: ReadonlySet<Field['kind']> = new Set(['street', 'point']);

/** "Welcher Ort ist gemeint?", after a name that several places have. */
function PlaceQuestion({ form: { words, typed, problems }, word }: { readonly form: FieldForm; readonly word: Word }) {
  const choices = problems.find(({ input }) => input === inputName(word))?.choices;
  if (choices === undefined || choices.length === 0 || word.field.kind !== 'place') return null;
  const asked = {
    words,
    name: placeName(word.field),
    label: words.say('claims.form.whichPlace'),
    choices,
    value: typed === null ? '' : first(typed, placeName(word.field)),
  };
  return choices.length > MOST_IN_SIGHT ? <SelectField {...asked} /> : <RadioField {...asked} />;
}

const MOST_IN_SIGHT = 6;
