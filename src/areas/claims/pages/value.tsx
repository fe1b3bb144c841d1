import type { Json } from '../../../plain/json.ts';
import type { Words } from '../../../plain/words.ts';
import { Passage, Unbroken } from '../../../ui/index.ts';
import type { Field } from '../field.ts';
import { spokenOf } from '../spoken.ts';
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

/** What a subject calls itself: `own` in its own language first, `reader` in the reader's. */
export function SubjectName({
  words,
  name,
  first,
  nameless,
}: {
  readonly words: Words;
  /** The fact `name`. */
  readonly name: Json | undefined;
  readonly first: 'own' | 'reader';
  readonly nameless: string;
}) {
  const [spoken] = spokenOf(name, words, first);
  return (
    <Spoken words={words} language={spoken?.language ?? null}>
      {spoken?.text ?? nameless}
    </Spoken>
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
  const text = <Unbroken text={children ?? ''} />;
  return isOwn ? <bdi>{text}</bdi> : <Passage lang={language}>{text}</Passage>;
}
