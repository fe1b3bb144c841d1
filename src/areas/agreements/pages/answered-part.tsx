import type { Words } from '../../../plain/words.ts';
import { answeredBy } from '../countered.ts';
import { difference } from '../difference.ts';
import type { Change } from '../text.ts';
import { PartsChanged } from './difference-parts.tsx';
import type { DraftPlace } from './draft-place.ts';
import { saidName } from './partner-names.ts';

/** How a change differs from the proposal that it answers; nothing where it answers none. */
export function AnsweredPart({
  words,
  place: { text, reading, countered },
  change,
  by,
}: {
  readonly words: Words;
  readonly place: Pick<DraftPlace, 'text' | 'reading' | 'countered'>;
  readonly change: Change;
  readonly by: string;
}) {
  const answered = answeredBy(countered, change, by);
  const [before, after] = [answered?.after ?? null, change.after];
  if (answered === null || before === null || after === null) return null;
  const [told] = difference({ ...text, paragraphs: [before] }, { ...text, paragraphs: [after] });
  if (told === undefined) return null;
  return (
    <>
      <p>
        <b>{words.say('agreements.answer.against', { partner: saidName(words, text, answered.partner) })}</b>
      </p>
      <PartsChanged reading={{ ...reading, stays: false }} difference={told} />
    </>
  );
}
