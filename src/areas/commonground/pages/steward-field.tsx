import { NotFoundError } from '../../../platform/errors.ts';
import { keepNowhere, typedIn, type FormFields, type Request } from '../../../platform/http/index.ts';
import type { Words } from '../../../plain/words.ts';
import { SelectField } from '../../../ui/index.ts';
import { stewardsOf, type ConversationPages } from './pages.ts';

/** How a form says "the coordination", which is no organisation. */
const COORDINATION = 'coordination';

/** In whose name somebody can look after a conversation; for whoever speaks for nobody there is no such page. */
export function stewardsAt(c: Request): readonly (string | null)[] {
  const stewards = stewardsOf(c);
  if (stewards.length === 0) throw new NotFoundError();
  keepNowhere(c);
  return stewards;
}

/** The steward that was chosen, of those whom the reader speaks for. */
export function stewardIn(c: Request, typed: FormFields): string | null {
  const steward = stewardsAt(c).find((each) => (each ?? COORDINATION) === typedIn(typed, 'steward'));
  if (steward === undefined) throw new NotFoundError();
  return steward;
}

/** The field that asks for it. */
export async function stewardField(c: Request, { namesOf }: Pick<ConversationPages, 'namesOf'>, typed: FormFields) {
  const { words } = c.var;
  const stewards = stewardsAt(c);
  const organisations = stewards.filter((each) => each !== null);
  const names = await c.var.read.db.read((db) => namesOf(db, organisations, words));
  const choices = stewards.map((each) => ({
    value: each ?? COORDINATION,
    label: stewardName(words, names, each),
  }));
  return (
    <SelectField
      words={words}
      name="steward"
      label={words.say('commonground.form.steward')}
      hint={words.say('commonground.form.steward.hint')}
      choices={choices}
      value={typedIn(typed, 'steward')}
      empty={null}
    />
  );
}

/** What somebody is called who looks after a conversation. */
export function stewardName(words: Words, names: ReadonlyMap<string, string>, steward: string | null): string {
  if (steward === null) return words.say('commonground.steward.coordination');
  return names.get(steward) ?? words.say('commonground.noName');
}
