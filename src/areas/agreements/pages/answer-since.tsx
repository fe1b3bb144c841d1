import type { Words } from '../../../plain/words.ts';
import { Chip, Part, Row, Rows } from '../../../ui/index.ts';
import { paragraphPath } from '../draft-paths.ts';
import { agreementPath, differencePath } from '../paths.ts';
import type { Table } from '../show-table.ts';
import type { DraftPlace } from './draft-place.ts';
import { Thread } from './answer-change.tsx';
import { paragraphTitle } from './draft-row.tsx';
import { allNames, saidName } from './partner-names.ts';

interface SinceProps {
  readonly words: Words;
  readonly place: DraftPlace;
  readonly table: Table;
}

/** The versions that came after the last one to which this side said yes itself. */
export function SincePart({ words, place: { agreement }, table: { since, versions } }: SinceProps) {
  if (versions.length === 0) return null;
  return (
    <Part title={words.say('agreements.answer.since', { number: since })} id="since">
      <Rows>
        {versions.map(({ number, day, changes, former, text: { partners } }) => (
          <Row
            title={words.say('agreements.answer.version', { number })}
            href={differencePath(agreement, Math.max(1, number - 1), number)}
          >
            <p>
              {former === null || changes.length > 0
                ? words.say('agreements.answer.versionChanges', {
                    count: changes.length,
                    partners: words.list([...new Set(changes.map(({ by }) => saidName(words, { partners }, by)))]),
                  })
                : words.say('agreements.answer.partnersChanged', {
                    partners: allNames(words, { partners }),
                  })}
            </p>
            <p class="soft">{words.day(day)}</p>
          </Row>
        ))}
      </Rows>
    </Part>
  );
}

const TONES = { accepted: 'ok', declined: 'end', countered: 'look', withdrawn: 'plain' } as const;

// words: agreements.answer.state.*
/** What has become of the last changes of one's own. */
export function SettledPart({ words, place, table: { settled, threads } }: SinceProps) {
  if (settled.length === 0) return null;
  const { agreement, text } = place;
  return (
    <Part title={words.say('agreements.answer.settled')} id="settled">
      <Rows>
        {settled.map(({ id, paragraph, after, state, version }) => {
          const shown = after ?? text.paragraphs.find((one) => one.id === paragraph) ?? null;
          // That all have accepted it, the state says already.
          const said = (threads.get(id) ?? []).filter(
            ({ verdict, words: told }) => verdict !== 'accept' || told !== '',
          );
          return (
            <Row
              title={shown === null ? words.say('agreements.answer.nothingThere') : paragraphTitle(words, text, shown)}
              href={shown === null ? agreementPath(agreement) : paragraphPath(agreement, shown)}
              beside={
                <Chip tone={TONES[state]}>
                  {words.say(`agreements.answer.state.${state}`, { version: version ?? 0 })}
                </Chip>
              }
            >
              <Thread words={words} place={place} thread={said} />
            </Row>
          );
        })}
      </Rows>
    </Part>
  );
}
