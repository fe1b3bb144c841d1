import { isolated } from '../../../plain/isolated.ts';
import { tagOf, dirOf } from '../../../plain/languages.ts';
import { Chip } from '../../../ui/index.ts';
import type { ParagraphDifference, PartDifference } from '../difference.ts';
import type { ParagraphKind, PartValue, Texts } from '../paragraph.ts';
import { sayPart } from '../say-part.ts';
import { wordsBetween, type Stretch } from '../words-between.ts';
import type { Reading } from './spoken.tsx';

// words: agreements.difference.became.*
const TONE = { added: 'ok', changed: 'plain', removed: 'end' } as const;

/** What has become of a paragraph, in a word. */
export function Became({ reading: { words }, became }: { reading: Reading; became: ParagraphDifference['became'] }) {
  return <Chip tone={TONE[became]}>{words.say(`agreements.difference.became.${became}`)}</Chip>;
}

// words: agreements.part.*
/** One paragraph before and after, part by part: what came and what went is marked word by word. */
export function PartsChanged({ reading, difference }: { reading: Reading; difference: ParagraphDifference }) {
  const { kind } = difference.paragraph;
  const shown = difference.parts.filter((part) => !isNothing(part));
  return (
    <dl class="facts changed-parts">
      {shown.map((part) => (
        <div>
          <dt>{reading.words.say(`agreements.part.${kind}.${part.part}`)}</dt>
          <dd>
            <PartChanged reading={reading} kind={kind} difference={part} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function PartChanged({
  reading,
  kind,
  difference: { part, before, after },
}: {
  readonly reading: Reading;
  readonly kind: ParagraphKind;
  readonly difference: PartDifference;
}) {
  const { words, text } = reading;
  if (isTexts(before) || isTexts(after))
    return <TextsChanged languages={text.languages} before={textsOf(before)} after={textsOf(after)} />;
  const say = (value: PartValue) => {
    const said = sayPart(words, text, { kind, part, value });
    const isName = text.partners.some(({ id }) => id === value);
    return said !== null && isName ? isolated(words, said) : said;
  };
  const [was, is] = [say(before), say(after)];
  return (
    <p>
      {was === null ? null : <del>{was}</del>} {is === null ? null : <ins>{is}</ins>}
    </p>
  );
}

function TextsChanged({
  languages,
  before,
  after,
}: {
  readonly languages: readonly string[];
  readonly before: Texts;
  readonly after: Texts;
}) {
  const all = [...new Set([...languages, ...Object.keys(before), ...Object.keys(after)])];
  return (
    <>
      {all
        .filter((language) => (before[language] ?? '') !== (after[language] ?? ''))
        .map((language) => (
          <p lang={tagOf(language)} dir={dirOf(language)}>
            {wordsBetween(before[language] ?? '', after[language] ?? '').map((stretch) => (
              <Marked stretch={stretch} />
            ))}
          </p>
        ))}
    </>
  );
}

function Marked({ stretch: { mark, text } }: { readonly stretch: Stretch }) {
  if (mark === 'same') return <>{text}</>;
  return mark === 'ins' ? <ins>{text}</ins> : <del>{text}</del>;
}

/** A part that is new or gone together with its paragraph and never said anything. */
function isNothing({ before, after }: PartDifference): boolean {
  return [before, after].every((value) => value === null || value === false || isEmptyTexts(value));
}

function isEmptyTexts(value: PartValue): boolean {
  return isTexts(value) && Object.values(value).every((text) => text.trim() === '');
}

function isTexts(value: PartValue): value is Texts {
  return typeof value === 'object' && value !== null;
}

function textsOf(value: PartValue): Texts {
  return isTexts(value) ? value : {};
}
