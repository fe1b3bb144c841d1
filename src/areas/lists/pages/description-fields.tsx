import type { Words } from '../../../plain/words.ts';
import { SelectField, TextArea, TextField } from '../../../ui/index.ts';
import { LICENCES, RHYTHMS } from '../list.ts';

export type Typed = Readonly<Record<string, string | undefined>>;

/** What is said about a list: for whom, under which licence, who answers for it. */
export function DescriptionFields({
  words,
  typed,
  faulty,
  own = true,
}: {
  readonly words: Words;
  readonly typed: Typed;
  readonly faulty: ReadonlySet<string>;
  /** False where the fields are only needed for a new list. */
  readonly own?: boolean;
}) {
  const field = (name: string) => ({
    words,
    name,
    label: words.say(`lists.describe.${name}`),
    value: typed[name],
    optional: !own,
    error: faulty.has(name) ? words.say(`lists.describe.${name}.missing`) : null,
  });
  return (
    <>
      <TextField {...field('title')} hint={words.say('lists.describe.title.hint')} />
      <TextField {...field('publisher')} hint={words.say('lists.describe.publisher.hint')} />
      <TextArea {...field('purpose')} rows={3} />
      <SelectField
        {...field('licence')}
        choices={LICENCES.map((value) => ({ value, label: words.say(`lists.licence.${value}`) }))}
      />
      <TextField {...field('role')} hint={words.say('lists.describe.role.hint')} />
      <SelectField
        {...field('rhythm')}
        choices={RHYTHMS.map((value) => ({ value, label: words.say(`lists.rhythm.${value}`) }))}
      />
      <TextField {...field('takedownContact')} hint={words.say('lists.describe.takedownContact.hint')} />
    </>
  );
}
