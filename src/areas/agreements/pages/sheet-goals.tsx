import { idFor } from '../../../plain/ids.ts';
import { isolated } from '../../../plain/isolated.ts';
import type { Words } from '../../../plain/words.ts';
import { CheckField } from '../../../ui/index.ts';
import { hashOfShown, NOTHING_SHOWN } from '../draft.ts';
import { partName, readTyped } from '../forms-paragraph.ts';
import type { KeptRow } from '../keep-draft.ts';
import type { Paragraph } from '../paragraph.ts';
import { entryAt, spellPlace } from '../talking-point.ts';
import { languageIn, writtenIn } from '../written-in.ts';
import type { Side } from './sheet-sides.ts';
import type { SheetsSeen } from './sheet.tsx';

/** A sentence of an opened sheet that can become a goal as it stands. */
interface Wished {
  readonly place: string;
  readonly words: string;
  readonly side: Side;
}

/** What all sides expect, once their sheets are open: own sentences first, then those of the others. */
function wishedIn({ sides }: SheetsSeen): readonly Wished[] {
  const opened = sides.flatMap(({ opened: sheet }) => sheet ?? []);
  return sides
    .toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn))
    .flatMap((side) =>
      (side.opened?.words.expectations ?? []).flatMap((_, at): Wished[] => {
        const place = { organisation: side.id, part: 'expectations', at } as const;
        const entry = entryAt(opened, place);
        return entry === null ? [] : [{ place: spellPlace(place), words: entry.words, side }];
      }),
    );
}

/** Sentences to tick, so that nobody writes twice what stands in a sheet. */
export function GoalsInSheets({
  words,
  sheets,
  ticked,
}: {
  readonly words: Words;
  readonly sheets: SheetsSeen;
  readonly ticked: readonly string[];
}) {
  const wished = wishedIn(sheets);
  if (wished.length === 0) return null;
  return (
    <CheckField
      words={words}
      name="wished"
      label={words.say('agreements.sheet.first.goals')}
      hint={words.say('agreements.sheet.first.goals.hint')}
      optional
      values={ticked}
      choices={wished.map(({ place, words: said, side }) => ({
        value: place,
        // In which direction it is written nobody was asked.
        label: `\u2068${said}\u2069`,
        hint: words.say(side.isOwn ? 'agreements.sheet.first.goals.own' : 'agreements.sheet.first.goals.from', {
          partner: isolated(words, side.name),
        }),
      }))}
    />
  );
}

/** The sentences that were ticked, as goals in the language in which they seem to be written. */
export function goalsFrom(
  sheets: SheetsSeen,
  ticked: readonly string[],
  reader: string,
): readonly (KeptRow & { readonly after: Paragraph; readonly language: string })[] {
  return wishedIn(sheets).flatMap(({ place, words, side }) => {
    if (!ticked.includes(place)) return [];
    const language = writtenIn(words) ?? languageIn(words, reader);
    const id = idFor(`${sheets.cooperation}/${sheets.own}/${place}`);
    const read = readTyped(
      { id, kind: 'goal', origin: side.id, was: null, partners: [], languages: [language], reader },
      (name) => (name === partName(id, 'words', language) ? words : ''),
    );
    if (!read.ok) return [];
    return [{ paragraph: id, base: null, after: read.value, reason: '', seen: hashOfShown(NOTHING_SHOWN), language }];
  });
}

/** The languages in which partners have written in their opened sheets, as far as their letters tell. */
export function languagesInSheets({ sides }: SheetsSeen): readonly string[] {
  const sentences = sides.flatMap(({ opened }) => Object.values(opened?.words ?? {}).flat());
  return [...new Set(sentences.flatMap(({ words }) => writtenIn(words) ?? []))];
}
