import { isId } from '../../../plain/ids.ts';

const MOST_SUBJECTS = 2000;

/** A list of ids, sorted, each once. Whether there is such a subject is known to the register only. */
export function isSubjects(value: readonly string[]): boolean {
  return (
    value.length > 0 &&
    value.length <= MOST_SUBJECTS &&
    value.every((id, at) => isId(id) && (at === 0 || (value[at - 1] ?? '') < id))
  );
}
