import { FIELDS_OF_ACTION } from '../areas/organisations/index.ts';
import type { Words } from '../plain/words.ts';

// words: claims.code.fieldsOfAction.*
/** The fields of action with their names, for areas that do not know organisations. */
export function fieldsOfAction(words: Words): readonly { readonly value: string; readonly label: string }[] {
  return FIELDS_OF_ACTION.map((field) => ({ value: field, label: words.say(`claims.code.fieldsOfAction.${field}`) }));
}
