import type { Words } from '../../../plain/words.ts';
import type { MissingLine } from '../missing.ts';
import { sayNumbered } from '../numbered.ts';
import { readPath } from '../paths.ts';
import type { Standing } from '../store.ts';
import type { AgreementText } from '../text.ts';

/** What prevents signing, each line leading to where it is put right. */
export function MissingList({
  words,
  standing,
  lines,
}: {
  readonly words: Words;
  readonly standing: Standing;
  readonly lines: readonly MissingLine[];
}) {
  const { id, version } = standing;
  return (
    <ul class="link-list">
      {lines.map((line) => (
        <li>
          <Line words={words} agreement={id} text={version.text} line={line} />
        </li>
      ))}
    </ul>
  );
}

function Line({
  words,
  agreement,
  text,
  line,
}: {
  readonly words: Words;
  readonly agreement: string;
  readonly text: AgreementText;
  readonly line: MissingLine;
}) {
  const said = words.tell(line.text);
  if ('href' in line) return <a href={line.href}>{said}</a>;
  return (
    <>
      {said}{' '}
      {line.paragraphs.map((paragraph, at) => (
        <>
          {at === 0 ? null : ' · '}
          <a href={readPath(agreement, paragraph.id)}>{sayNumbered(words, text, paragraph)}</a>
        </>
      ))}
    </>
  );
}
