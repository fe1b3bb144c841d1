export {
  COLUMN_PARTS, fieldNamed, fieldsOf, LICENCES, LIST_COUNTRIES, LIST_SUBJECTS, RHYTHMS,
  type Licence, type List, type ListSubject, type Mapping, type Rhythm,
} from './list.ts';
export { IMPORT_STATES, OUTCOMES, type Change, type Counts, type Import, type Outcome } from './import.ts';
export { describeList, openList, type ListDescription } from './keep-list.ts';
export { beginImport, type ReceivedFile } from './begin-import.ts';
export { answerPlaces, chooseColumns } from './choose-columns.ts';
export { advance, IMPORT_STEPS, isBusy, unfinished, type ImportStep } from './advance.ts';
export { importFile, type FileImport, type FileImported } from './import-file.ts';
export { compare } from './compare.ts';
export { take } from './take.ts';
export { takeBack } from './take-back.ts';
export { drop } from './drop.ts';
export { giveUp } from './give-up.ts';
export { addListPages } from './pages/routes.tsx';
export type { ImportWork } from './work.ts';
export { findFilesInUse, findImport, findImports, findList, findLists, findListTitled, insertList } from './store.ts';
export { findGoneFrom } from './store-gone.ts';
export { remember } from './store-rows.ts';
export { keyOf } from './key.ts';
export { listsStep } from './migrations/2026-11-21-lists.ts';
