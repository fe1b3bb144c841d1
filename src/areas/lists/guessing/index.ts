export { guessColumns, type Guess, type GuessedColumn } from './guess.ts';
export { COMPOSITE_FIELDS, fieldNames, type FieldName, type ListSubject } from './field-names.ts';
