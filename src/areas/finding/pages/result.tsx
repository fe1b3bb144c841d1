import type { Words } from '../../../plain/words.ts';
import type { Day } from '../../../plain/time.ts';
import { Chip, Passage, Row } from '../../../ui/index.ts';
import type { FoundEntry } from '../find.ts';
import { addressOfEntry } from './address.ts';
import { conditionNames, freshnessOf, namesOf, summaryParts, whySaying, type Named } from './say-entry.ts';

/** One organisation or offer in a list of results, for the finder and the start page. */
export function ResultRow({
  words,
  entry,
  today,
  level,
}: {
  readonly words: Words;
  readonly entry: FoundEntry;
  readonly today: Day;
  readonly level?: 2 | 3;
}) {
  const [first, second] = namesOf(entry, words);
  const { isFresh, told } = freshnessOf(entry, today);
  const lines = [summaryParts(entry, words), conditionNames(entry, words)].filter((parts) => parts.length > 0);
  const why = entry.why.map((one) => whySaying(one, words));
  return (
    <Row
      level={level ?? 2}
      href={addressOfEntry(entry.kind, entry.subject)}
      title={
        <>
          {first === undefined ? null : <Name named={first} words={words} />}
          {second === undefined ? null : (
            <span class="soft">
              {' '}
              <Name named={second} words={words} />
            </span>
          )}
        </>
      }
      beside={<Chip tone={isFresh ? 'ok' : 'look'}>{words.tell(told)}</Chip>}
      why={why.length === 0 ? undefined : words.say('finding.why.because', { reasons: why.join(' · ') })}
    >
      {lines.length === 0
        ? undefined
        : lines.map((parts) => (
            <p>
              <Apart parts={parts} />
            </p>
          ))}
    </Row>
  );
}

/** Each part keeps its own direction (German names stand in Arabic lines) and breaks as a whole. */
function Apart({ parts }: { readonly parts: readonly string[] }) {
  const last = parts.length - 1;
  return (
    <>
      {parts.map((part, order) => (
        <>
          <span class="bit">
            <bdi>{part}</bdi>
            {order === last ? '' : ' ·'}
          </span>{' '}
        </>
      ))}
    </>
  );
}

function Name({ named, words }: { readonly named: Named; readonly words: Words }) {
  const { language, text } = named;
  return language === null || language === words.language ? (
    <bdi>{text}</bdi>
  ) : (
    <Passage lang={language}>{text}</Passage>
  );
}
