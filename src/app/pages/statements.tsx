import { FINDER_PATH, type Gap, type MeshState } from '../../areas/finding/index.ts';
import type { Words } from '../../plain/words.ts';

/** What the four honest sentences rest on. */
export interface Standing extends MeshState {
  readonly lists: number;
  /** Organisations that speak for themselves. */
  readonly own: number;
}

/** The state of the mesh in four sentences: what is known, confirmed, about to end, missing. */
export function statementsOf(words: Words, standing: Standing) {
  const {
    organisations,
    offers,
    lists,
    own,
    offersConfirmed,
    oldestOpen,
    endingThisYear,
    endingSoon,
    nextEnd,
    missing,
  } = standing;
  const [gap] = missing ?? [];
  return [
    {
      text: (
        <Figures
          words={words}
          text={words.say('app.start.known', { organisations, offers })}
          of={[organisations, offers]}
        />
      ),
      note: words.say('app.start.known.from', { lists, own }),
    },
    {
      text: (
        <Figures
          words={words}
          text={words.say('app.start.confirmed', { count: offersConfirmed })}
          of={[offersConfirmed]}
        />
      ),
      note:
        oldestOpen === null
          ? words.say('app.start.confirmed.all')
          : words.say('app.start.confirmed.oldest', { day: words.day(oldestOpen) }),
    },
    {
      text: (
        <Figures words={words} text={words.say('app.start.ending', { count: endingThisYear })} of={[endingThisYear]} />
      ),
      note:
        nextEnd === null
          ? words.say('app.start.ending.none')
          : words.say('app.start.ending.next', { count: endingSoon, day: words.day(nextEnd) }),
    },
    gap === undefined
      ? { text: words.say(missing === null ? 'app.start.missing.unknown' : 'app.start.missing.none') }
      : {
          text: <Missing words={words} gap={gap} />,
          note: (
            <a href={hrefOf(gap)}>
              {words.say('app.start.missing.see', { language: words.languageName(gap.language) })}
            </a>
          ),
        },
  ];
}

// words: claims.code.fieldsOfAction.*
function Missing({ words, gap: { language, field, from } }: { readonly words: Words; readonly gap: Gap }) {
  const values = { language: words.languageName(language), field: words.say(`claims.code.fieldsOfAction.${field}`) };
  return (
    <>
      {from === null
        ? words.say('app.start.missing', values)
        : words.say('app.start.missing.from', { ...values, day: words.day(from) })}
    </>
  );
}

function hrefOf({ language }: Gap): string {
  return `${FINDER_PATH}?${new URLSearchParams({ language, kind: 'offer' }).toString()}`;
}

/** Whole figures of a sentence stand out: a 1 is not marked inside of 180. */
function Figures({
  words,
  text,
  of,
}: {
  readonly words: Words;
  readonly text: string;
  readonly of: readonly number[];
}) {
  const wanted = new Set(of.map((value) => words.number(value)));
  return <>{text.split(/(\d+(?:[.,\u00A0\u202F]\d{3})*)/).map((part) => (wanted.has(part) ? <b>{part}</b> : part))}</>;
}
