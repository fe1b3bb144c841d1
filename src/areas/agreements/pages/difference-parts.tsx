import { isolated } from '../../../plain/isolated.ts';
import { tagOf, dirOf } from '../../../plain/languages.ts';
import { Chip } from '../../../ui/index.ts';
import type { ParagraphDifference, PartDifference } from '../difference.ts';
import { partsOf, type ParagraphKind, type PartValue, type Texts } from '../paragraph.ts';
import { sayPart, saysAnyway } from '../say-part.ts';
import { stayingIn } from '../stayed.ts';
import { wordsBetween, type Stretch } from '../words-between.ts';
import { Gaps, OrOpen, type Reading } from './spoken.tsx';

// words: agreements.difference.became.*
const TONE = { added: 'ok', changed: 'plain', removed: 'end' } as const;

/** What has become of a paragraph, in a word. */
export function Became({ reading: { words }, became }: { reading: Reading; became: ParagraphDifference['became'] }) {
  return <Chip tone={TONE[became]}>{words.say(`agreements.difference.became.${became}`)}</Chip>;
}

// words: agreements.part.*
/**
 * One paragraph before and after, part by part: what came and what went is marked word by word. Of a new one also
 * what it leaves open and what is unpaid: nobody accepts that unseen.
 */
export function PartsChanged({ reading, difference }: { reading: Reading; difference: ParagraphDifference }) {
  const { kind } = difference.paragraph;
  const saysOpen = (name: string): boolean =>
    difference.became !== 'removed' &&
    partsOf(difference.paragraph).some((part) => part.name === name && saysAnyway(kind, part));
  return (
    <dl class="facts changed-parts">
      {shownParts(difference).map((part) => (
        <div>
          <dt>{reading.words.say(`agreements.part.${kind}.${part.part}`)}</dt>
          <dd>
            <PartChanged reading={reading} kind={kind} difference={part} saysOpen={saysOpen(part.part)} />
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
  saysOpen,
}: {
  readonly reading: Reading;
  readonly kind: ParagraphKind;
  readonly difference: PartDifference;
  /** Whether it is said that nothing stands there. */
  readonly saysOpen: boolean;
}) {
  const { words, text } = reading;
  if (isTexts(before) || isTexts(after))
    return <TextsChanged reading={reading} before={textsOf(before)} after={textsOf(after)} saysOpen={saysOpen} />;
  const say = (value: PartValue) => {
    const said = sayPart(words, text, { kind, part, value });
    const isName = text.partners.some(({ id }) => id === value);
    return said !== null && isName ? isolated(words, said) : said;
  };
  const [was, is] = [say(before), say(after)];
  return (
    <p>
      {was === null ? null : <del>{was}</del>}{' '}
      {is !== null ? <ins>{is}</ins> : saysOpen ? <OrOpen words={words} /> : null}
    </p>
  );
}

function TextsChanged({
  reading,
  before,
  after,
  saysOpen,
}: {
  readonly reading: Reading;
  readonly before: Texts;
  readonly after: Texts;
  readonly saysOpen: boolean;
}) {
  const { words, text } = reading;
  const all = [...new Set([...text.languages, ...Object.keys(before), ...Object.keys(after)])];
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
      <Staying reading={reading} before={before} after={after} />
      {!isEmptyTexts(after) ? (
        <Gaps reading={reading} texts={after} />
      ) : saysOpen ? (
        <p>
          <OrOpen words={words} />
        </p>
      ) : null}
    </>
  );
}

/** Where only one language of what was said is said anew, the others may say something else from then on. */
function Staying({ reading, before, after }: { reading: Reading; before: Texts; after: Texts }) {
  const { words, text, stays } = reading;
  const same = stayingIn(text.languages, before, after);
  if (stays !== true || same.length === 0) return null;
  const languages = words.list(same.map((language) => words.languageName(language)));
  return <p class="hint">{words.say('agreements.difference.stays', { languages })}</p>;
}

function Marked({ stretch: { mark, text } }: { readonly stretch: Stretch }) {
  if (mark === 'same') return <>{text}</>;
  return mark === 'ins' ? <ins>{text}</ins> : <del>{text}</del>;
}

function shownParts({ paragraph, became, parts }: ParagraphDifference): readonly PartDifference[] {
  if (became === 'changed') return parts.filter(({ before, after }) => !isNothing(before) || !isNothing(after));
  const isGone = became === 'removed';
  return partsOf(paragraph)
    .filter((part) => !isNothing(part.value) || (!isGone && saysAnyway(paragraph.kind, part)))
    .map(({ name: part, value }) => ({ part, before: isGone ? value : null, after: isGone ? null : value }));
}

/** What never said anything. */
function isNothing(value: PartValue): boolean {
  return value === null || value === false || isEmptyTexts(value);
}

function isEmptyTexts(value: PartValue): boolean {
  return isTexts(value) && Object.values(value).every(isBlank);
}

function isBlank(text: string | undefined): boolean {
  return (text ?? '').trim() === '';
}

function isTexts(value: PartValue): value is Texts {
  return typeof value === 'object' && value !== null;
}

function textsOf(value: PartValue): Texts {
  return isTexts(value) ? value : {};
}
