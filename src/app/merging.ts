import type { MergeContext } from '../areas/duplicates/index.ts';
import { REFERENCES } from './references.ts';
import { REGISTER } from './register.ts';
import { isSpokenFor } from './voices.ts';

/** What judging and merging need of areas that theirs does not know. */
export const MERGING: Pick<MergeContext, 'register' | 'references' | 'isHeld'> = {
  register: REGISTER,
  references: REFERENCES,
  isHeld: isSpokenFor,
};
