import { z } from 'zod';
import { LANGUAGE_CODES } from '../../plain/languages.ts';
import { SCOPES } from '../../plain/scope.ts';
import { isPictureName, LONGEST_ALTERNATIVE } from './picture.ts';

/** Leichte Sprache is a way of writing, not a language of its own. */
export const ALTERNATIVE_LANGUAGES: readonly string[] = LANGUAGE_CODES.filter((code) => code !== 'de-simple');

const alternative = z
  .string()
  .transform((text) => text.replaceAll(/\s+/g, ' ').trim().toWellFormed())
  .pipe(z.string().min(1).max(LONGEST_ALTERNATIVE));
const language = z.string().refine((code) => ALTERNATIVE_LANGUAGES.includes(code));

/** What is told with a new picture. */
export const newPictureForm = z.object({ alternative, language });

/** What is told about the picture that is there. */
export const pictureForm = z.object({
  name: z.string().refine(isPictureName),
  alternative,
  language,
  scope: z.enum(SCOPES),
});
