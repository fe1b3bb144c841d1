import { newId } from '../../../plain/ids.ts';
import type { Words } from '../../../plain/words.ts';
import { hashOfShown, NOTHING_SHOWN, standOf } from '../draft.ts';
import type { SectionForm } from '../forms-section.ts';
import type { KeptRow } from '../keep-draft.ts';
import { fromLibrary, type LibraryEntry } from '../library.ts';
import { SINGLE } from '../paragraph.ts';
import { paragraphsOf } from '../text.ts';

/** Paragraphs out of the library as rows to keep. Of what there can be only one, none is taken where one is. */
export function pickFrom(
  { own, text, draft }: SectionForm,
  entries: readonly LibraryEntry[],
  { at, wordsIn }: { readonly at: Date; readonly wordsIn: (language: string) => Words },
): readonly KeptRow[] {
  const next = standOf(text, draft).text;
  return entries
    .filter(({ kind }, place) =>
      SINGLE.has(kind)
        ? paragraphsOf(next, kind).length === 0 && entries.findIndex((one) => one.kind === kind) === place
        : true,
    )
    .map((entry) => {
      const id = newId(at);
      const after = fromLibrary(entry, { id, origin: own, languages: text.languages, wordsIn });
      return { paragraph: id, base: null, after, reason: '', seen: hashOfShown(NOTHING_SHOWN) };
    });
}
