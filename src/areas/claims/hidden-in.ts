import type { Register } from './projection.ts';

/** What is hidden, of whichever kind of subject: one list for all, as the second wall reads it. */
export function hiddenIn(register: Register): readonly string[] {
  const fields = [register.fields.organisation, register.fields.offer].flatMap(({ fields: declared }) => [
    ...declared.values(),
  ]);
  return [...new Set(fields.filter(({ hidesInProtection }) => hidesInProtection).map(({ name }) => name))].toSorted();
}
