import { newId } from '../../../plain/ids.ts';
import type { Words } from '../../../plain/words.ts';
import { hashOfShown, NOTHING_SHOWN, standOf } from '../draft.ts';
import type { SectionForm } from '../forms-section.ts';
import type { KeptRow } from '../keep-draft.ts';
import { fromLibrary, type LibraryEntry } from '../library.ts';
import { SINGLE } from '../paragraph.ts';
import { paragraphsOf } from '../text.ts';

/** A paragraph out of the library as a row to keep; null when none was taken, or there can be only one and there is. */
export function pickFrom(
  { own, text, draft }: SectionForm,
  entry: LibraryEntry | null,
  { at, wordsIn }: { readonly at: Date; readonly wordsIn: (language: string) => Words },
): KeptRow | null {
  if (entry === null) return null;
  if (SINGLE.has(entry.kind) && paragraphsOf(standOf(text, draft).text, entry.kind).length > 0) return null;
  const id = newId(at);
  const after = fromLibrary(entry, { id, origin: own, languages: text.languages, wordsIn });
  return { paragraph: id, base: null, after, reason: '', seen: hashOfShown(NOTHING_SHOWN) };
}
