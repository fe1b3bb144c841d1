import { isolated } from '../plain/isolated.ts';
import type { Words } from '../plain/words.ts';
import { Icon } from './icons/icon.tsx';
import type { IconName } from './icons/shapes.ts';
import { FieldFrame, fieldId, GroupFrame, wiring, type FieldProps } from './field.tsx';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly icon?: IconName | undefined;
  /** Language of the label, where it is not the page's. */
  readonly lang?: string | undefined;
}

/** Options in groups, e.g. the fields of a list, by heading. */
export interface ChoiceGroup {
  readonly label: string;
  readonly choices: readonly Choice[];
}

/** One of many. With up to six options prefer `RadioField`: all can be seen at once. */
export function SelectField(
  props: FieldProps & {
    readonly choices: readonly (Choice | ChoiceGroup)[];
    readonly value?: string | undefined;
    /** The line for "nothing chosen"; `null` leaves it out. In words of its own it is an answer like the others. */
    readonly empty?: string | null | undefined;
  },
) {
  const { choices, value, words, empty } = props;
  const isAnswer = typeof empty === 'string';
  return (
    <FieldFrame field={isAnswer ? { ...props, optional: false } : props}>
      <select {...wiring(isAnswer ? { ...props, optional: true } : props)}>
        {empty === null ? null : <option value="">{empty ?? words.say('ui.field.choose')}</option>}
        {choices.map((choice) =>
          'choices' in choice ? (
            <optgroup label={choice.label}>
              {choice.choices.map((one) => (
                <Option words={words} choice={one} value={value} />
              ))}
            </optgroup>
          ) : (
            <Option words={words} choice={choice} value={value} />
          ),
        )}
      </select>
    </FieldFrame>
  );
}

/**
 * No markup has its place in an option: a name of another direction is kept together by signs, and where there is no
 * room for all of it, its own direction leaves its beginning in sight.
 */
function Option({
  words,
  choice,
  value,
}: {
  readonly words: Words;
  readonly choice: Choice;
  readonly value: string | undefined;
}) {
  return (
    <option
      value={choice.value}
      selected={choice.value === value}
      lang={choice.lang}
      dir={words.dir === 'rtl' ? 'auto' : undefined}
    >
      {isolated(words, choice.label)}
    </option>
  );
}

/** One of a few, all in sight. */
export function RadioField(
  props: FieldProps & { readonly choices: readonly Choice[]; readonly value?: string | undefined },
) {
  return (
    <GroupFrame field={props}>
      {props.choices.map((choice, index) => (
        <Tick
          kind="radio"
          words={props.words}
          name={props.name}
          of={props.of}
          choice={choice}
          index={index}
          checked={choice.value === props.value}
        />
      ))}
    </GroupFrame>
  );
}

/** Any of a few, all in sight. */
export function CheckField(
  props: FieldProps & { readonly choices: readonly Choice[]; readonly values?: readonly string[] | undefined },
) {
  return (
    <GroupFrame field={props}>
      {props.choices.map((choice, index) => (
        <Tick
          kind="checkbox"
          words={props.words}
          name={props.name}
          of={props.of}
          choice={choice}
          index={index}
          checked={props.values?.includes(choice.value) === true}
        />
      ))}
    </GroupFrame>
  );
}

function Tick({
  kind,
  words,
  name,
  of,
  choice,
  index,
  checked,
}: {
  readonly kind: 'radio' | 'checkbox';
  readonly words: Words;
  readonly name: string;
  readonly of: string | undefined;
  readonly choice: Choice;
  readonly index: number;
  readonly checked: boolean;
}) {
  const id = index === 0 ? fieldId(name, of) : `${fieldId(name, of)}-${index + 1}`;
  const hintId = choice.hint === undefined ? undefined : `${id}-note`;
  return (
    <div class="tick">
      <input type={kind} id={id} name={name} value={choice.value} checked={checked} aria-describedby={hintId} />
      <label for={id} lang={choice.lang}>
        {choice.icon === undefined ? null : <Icon name={choice.icon} />}
        {isolated(words, choice.label)}
      </label>
      {choice.hint === undefined ? null : (
        <p class="hint" id={hintId}>
          {choice.hint}
        </p>
      )}
    </div>
  );
}
