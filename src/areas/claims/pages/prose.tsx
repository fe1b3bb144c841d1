import type { Words } from '../../../plain/words.ts';
import { PassageLines } from '../../../ui/index.ts';
import type { SpokenText } from '../spoken.ts';

/** A text in the reader's language where there is one; its other languages can be opened. */
export function Prose({ words, texts }: { readonly words: Words; readonly texts: readonly SpokenText[] }) {
  const [first, ...others] = texts;
  if (first === undefined) return null;
  return (
    <>
      <Paragraphs words={words} spoken={first} />
      {others.length === 0 ? null : (
        <details class="facet">
          <summary>
            {words.say('claims.page.otherLanguages', {
              languages: words.list(
                others
                  .map(({ language }) => (language === null ? '' : words.languageName(language)))
                  .filter((name) => name !== ''),
              ),
            })}
          </summary>
          {others.map((spoken) => (
            <Paragraphs words={words} spoken={spoken} />
          ))}
        </details>
      )}
    </>
  );
}

function Paragraphs({ words, spoken: { language, text } }: { readonly words: Words; readonly spoken: SpokenText }) {
  return <PassageLines lang={language ?? words.language} text={text} />;
}
