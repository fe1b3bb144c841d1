import type { Words } from '../../../plain/words.ts';
import { Notice } from '../../../ui/index.ts';
import { sayNumbered } from '../numbered.ts';
import { readPath } from '../paths.ts';
import type { ShownSigning } from '../show-signing.ts';
import { silencesOf } from '../silent-in.ts';
import type { Stayed } from '../stayed.ts';
import type { AgreementText } from '../text.ts';

/** What cannot be read in which language, and what has changed in another one only: a hint, no hindrance. */
export function LanguageHints({
  words,
  shown: { standing, stayed },
}: {
  readonly words: Words;
  readonly shown: Pick<ShownSigning, 'standing' | 'stayed'>;
}) {
  const { text } = standing.version;
  const silences = silencesOf(text);
  if (silences.length === 0 && stayed.length === 0) return null;
  return (
    <Notice>
      {silences.map(({ language, count }) => (
        <p>{words.say('agreements.sign.silentIn', { count, language: words.languageName(language) })}</p>
      ))}
      {stayed.map((one) => (
        <StayedIn words={words} agreement={standing.id} text={text} stayed={one} />
      ))}
      {stayed.length === 0 ? null : <p>{words.say('agreements.sign.stayed.note')}</p>}
      <p>{words.say('agreements.sign.silentIn.note')}</p>
    </Notice>
  );
}

function StayedIn({
  words,
  agreement,
  text,
  stayed: { language, paragraphs },
}: {
  readonly words: Words;
  readonly agreement: string;
  readonly text: AgreementText;
  readonly stayed: Stayed;
}) {
  const values = { count: paragraphs.length, language: words.languageName(language) };
  return (
    <p>
      {words.say('agreements.sign.stayed', values)}{' '}
      {paragraphs.map((paragraph, at) => (
        <>
          {at === 0 ? null : ' · '}
          <a href={readPath(agreement, paragraph.id)}>{sayNumbered(words, text, paragraph)}</a>
        </>
      ))}
    </p>
  );
}
