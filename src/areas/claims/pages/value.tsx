import type { Json } from '../../../plain/json.ts';
import type { Words } from '../../../plain/words.ts';
import { Passage } from '../../../ui/index.ts';
import type { Field } from '../field.ts';
import { showValue, type Named } from '../values/index.ts';

/** The value of a field in the words of the page; texts in another language know their language. */
export function Value({
  words,
  field,
  value,
  language,
  named,
}: {
  readonly words: Words;
  readonly field: Field;
  readonly value: Json;
  readonly language?: string | null | undefined;
  readonly named?: Named | undefined;
}) {
  const shown = showValue(field, value, words, named);
  return (
    <>
      {shown.map(({ text, href, language: own }, index) => (
        <>
          {index === 0 ? null : field.kind === 'times' ? <br /> : words.dir === 'rtl' ? '، ' : ', '}
          {href === undefined ? (
            <Spoken words={words} language={language ?? null}>
              {text}
            </Spoken>
          ) : (
            <a href={href} dir={field.kind === 'subjects' ? undefined : 'ltr'}>
              {field.kind === 'subjects' ? (
                <Spoken words={words} language={own ?? null}>
                  {text}
                </Spoken>
              ) : (
                text
              )}
            </a>
          )}
        </>
      ))}
    </>
  );
}

/** A text in its language; one in the language of the page, or in none that is known, is only set apart. */
export function Spoken({
  words,
  language,
  children,
}: {
  readonly words: Words;
  readonly language: string | null;
  readonly children?: string | undefined;
}) {
  const isOwn =
    language === null ||
    language === 'und' ||
    language === words.language ||
    (language === 'de' && words.language === 'de-simple');
  return isOwn ? <bdi>{children}</bdi> : <Passage lang={language}>{children}</Passage>;
}
