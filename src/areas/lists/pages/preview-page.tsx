import {
  BackLink,
  Button,
  Buttons,
  ErrorSummary,
  Form,
  LinkButton,
  Page,
  PageTitle,
  Part,
  Progress,
  ReadersNote,
  type Frame,
} from '../../../ui/index.ts';
import { OUTCOMES, type Import, type Outcome } from '../import.ts';
import type { List } from '../list.ts';
import type { ComparedRow } from '../store-rows.ts';
import { ImportBand } from './band.tsx';
import { HeldUp } from './held-up.tsx';
import { isolated } from '../../../plain/isolated.ts';
import { PreviewRow } from './preview-row.tsx';
import { firstField, Questions, type Asked } from './questions.tsx';

export type Opened =
  | { readonly outcome: Outcome; readonly rows: readonly ComparedRow[]; readonly next: number | null }
  | {
      readonly outcome: 'vanished';
      readonly rows: readonly { readonly subject: string; readonly name: string | null }[];
      readonly next: string | null;
    };

interface Shown {
  readonly frame: Frame;
  readonly each: Import;
  readonly list: List;
}

export function ComparingPage({ frame, each, list, refresh }: Shown & { readonly refresh: number | undefined }) {
  const { words } = frame;
  return (
    <Page
      frame={frame}
      title={words.say('lists.preview.comparing')}
      noindex
      readers="keepers"
      refresh={refresh}
      islands={refresh === undefined ? [] : ['live-progress']}
    >
      <PageTitle
        back={
          <BackLink href={`/listen/${list.id}`}>
            <bdi>{list.title}</bdi>
          </BackLink>
        }
        title={words.say('lists.preview.comparing')}
        below={words.say('lists.preview.comparing.text')}
      />
      <ImportBand words={words} at="preview" />
      {refresh === undefined ? (
        <HeldUp frame={frame} each={each} />
      ) : (
        <Progress
          words={words}
          label={words.say('lists.preview.comparing')}
          done={each.done}
          total={null}
          text={words.say('lists.preview.counted', { count: each.done })}
          source={`/importe/${each.id}/stand.json`}
          refresh={refresh}
        />
      )}
    </Page>
  );
}

export function PreviewPage({
  frame,
  each,
  list,
  opened,
  asked,
  problem,
}: Shown & {
  readonly opened: Opened | null;
  readonly asked: Asked;
  /** What is missing in the answers that came. */
  readonly problem: string | null;
}) {
  const { words } = frame;
  const { counts } = each;
  const changes = counts.new + counts.changed + counts.vanished;
  return (
    <Page frame={frame} title={words.say('lists.preview.title')} noindex readers="keepers" faulty={problem !== null}>
      <PageTitle
        back={
          <BackLink href={`/listen/${list.id}`}>
            <bdi>{list.title}</bdi>
          </BackLink>
        }
        title={words.say('lists.preview.title')}
        below={words.say('lists.preview.text', { file: isolated(words, each.fileName), count: counts.rows })}
      />
      <ImportBand words={words} at="preview" id={each.id} />
      <ErrorSummary words={words} errors={problem === null ? [] : [{ field: firstField(asked), text: problem }]} />
      {each.trouble === null ? null : <HeldUp frame={frame} each={each} />}
      <OutcomeList frame={frame} each={each} opened={opened} />
      {opened === null ? null : <OpenedRows frame={frame} each={each} opened={opened} />}
      {asked.places.length + asked.renamed.length === 0 ? null : (
        <Questions frame={frame} each={each} asked={asked} problem={problem} />
      )}
      <Part title={words.say('lists.preview.takeOver')}>
        <p>
          {words.say('lists.preview.willHappen', {
            new: counts.new,
            changed: counts.changed,
            vanished: counts.vanished,
          })}
        </p>
        {counts.unclear + counts.refused === 0 ? null : (
          <p>{words.say('lists.preview.notTaken', { unclear: counts.unclear, refused: counts.refused })}</p>
        )}
        {counts.unclear === 0 ? null : <p>{words.say('lists.preview.answerFirst')}</p>}
        <Form action={`/importe/${each.id}/uebernahme`} label={words.say('lists.preview.takeOver')}>
          <ReadersNote words={words} scope="public">
            {words.say('lists.preview.readers')}
          </ReadersNote>
          <Buttons>
            {each.trouble === null ? (
              <Button>{words.say(changes === 0 ? 'lists.preview.confirm' : 'lists.preview.take')}</Button>
            ) : null}
            <LinkButton tone="quiet" href={`/importe/${each.id}/spalten`}>
              {words.say('lists.preview.toColumns')}
            </LinkButton>
            <LinkButton tone="end" href={`/importe/${each.id}/verwerfen`}>
              {words.say('lists.drop')}
            </LinkButton>
          </Buttons>
        </Form>
      </Part>
    </Page>
  );
}

function OutcomeList({
  frame: { words },
  each,
  opened,
}: {
  readonly frame: Frame;
  readonly each: Import;
  readonly opened: Opened | null;
}) {
  return (
    <ul class="outcomes">
      {[...OUTCOMES, 'vanished' as const].map((outcome) => {
        const text = words.say(`lists.outcome.${outcome}`, { count: each.counts[outcome] });
        const isOpen = opened?.outcome === outcome;
        return (
          <li>
            {each.counts[outcome] === 0 ? (
              <span class="soft">{text}</span>
            ) : (
              <a href={isOpen ? '?' : `?zeige=${outcome}#zeilen`} aria-current={isOpen ? 'true' : undefined}>
                {text}
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function OpenedRows({
  frame: { words },
  each,
  opened,
}: {
  readonly frame: Frame;
  readonly each: Import;
  readonly opened: Opened;
}) {
  const mapping = {
    subject: each.mapping?.subject ?? 'organisation',
    language: each.mapping?.language ?? 'de',
  } as const;
  return (
    <Part id="zeilen" title={words.say(`lists.outcome.${opened.outcome}`, { count: each.counts[opened.outcome] })}>
      <p class="soft">{words.say(`lists.outcome.${opened.outcome}.text`)}</p>
      {opened.outcome === 'vanished' ? (
        <>
          <ul class="compared">
            {opened.rows.map(({ subject, name }) => (
              <li>
                <a href={`/${mapping.subject === 'offer' ? 'angebote' : 'organisationen'}/${subject}`}>
                  <bdi>{name ?? words.say('lists.row.nameless')}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <ol class="compared">
            {opened.rows.map((row) => (
              <PreviewRow words={words} mapping={mapping} row={row} />
            ))}
          </ol>
        </>
      )}
      {opened.next === null ? null : (
        <p>
          <a rel="next" href={`?zeige=${opened.outcome}&nach=${encodeURIComponent(opened.next)}#zeilen`}>
            {words.say('lists.preview.more')}
          </a>
        </p>
      )}
    </Part>
  );
}

export function DropPage({ frame, each, list }: Shown) {
  const { words } = frame;
  return (
    <Page frame={frame} title={words.say('lists.drop')} noindex readers="keepers">
      <PageTitle
        title={words.say('lists.drop')}
        below={words.say('lists.drop.text', {
          file: isolated(words, each.fileName),
          list: isolated(words, list.title),
        })}
      />
      <Form action={`/importe/${each.id}/verwerfen`} label={words.say('lists.drop')}>
        <Buttons>
          <Button tone="end">{words.say('lists.drop.yes')}</Button>
          <LinkButton tone="quiet" href={`/importe/${each.id}`}>
            {words.say('lists.drop.no')}
          </LinkButton>
        </Buttons>
      </Form>
    </Page>
  );
}
