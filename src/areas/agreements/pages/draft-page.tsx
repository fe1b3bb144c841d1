import { isolated } from '../../../plain/isolated.ts';
import type { Words } from '../../../plain/words.ts';
import {
  BackLink,
  Button,
  Buttons,
  Card,
  Chip,
  EmptyState,
  ErrorSummary,
  Form,
  LinkButton,
  Page,
  PageTitle,
  Part,
  ReadersNote,
  Row,
  Rows,
  type Frame,
} from '../../../ui/index.ts';
import { inTheNameOf } from '../../cooperations/index.ts';
import { difference } from '../difference.ts';
import { draftPath, paragraphPath } from '../draft-paths.ts';
import { standOf } from '../draft.ts';
import { isNeeded } from '../needed.ts';
import { agreementPath } from '../paths.ts';
import { SECTIONS, type Section } from '../sections.ts';
import { AnsweredPart } from './answered-part.tsx';
import { ForWhom } from './for-whom.tsx';
import { Became, PartsChanged } from './difference-parts.tsx';
import { OvertakenPart } from './draft-overtaken.tsx';
import type { DraftPlace } from './draft-place.ts';
import { paragraphTitle } from './draft-row.tsx';
import { MoneySum } from './money-sum.tsx';
import { allNames } from './partner-names.ts';
import { SignedNote } from './signed-note.tsx';

/** What one side has written and not handed over, as a difference; and the ways to write more. */
export function DraftPage({
  frame,
  place,
  isNothing,
  saved,
}: {
  readonly frame: Frame;
  readonly place: DraftPlace;
  readonly isNothing: boolean;
  /** What the browser kept of a section has arrived; '' at all other times. */
  readonly saved: string;
}) {
  const { words } = frame;
  const { agreement, own, text, draft } = place;
  const title = words.say('agreements.draft.title');
  const { current, text: next } = standOf(text, draft);
  const errors = isNothing ? [{ text: words.say('agreements.draft.nothing') }] : [];
  return (
    <Page frame={frame} title={title} noindex readers="own" faulty={isNothing} islands={saved === '' ? [] : ['draft']}>
      {saved === '' ? null : <draft-keeper hidden data-saved={saved}></draft-keeper>}
      <PageTitle
        back={<BackLink href={agreementPath(agreement)}>{words.say('agreements.draft.back')}</BackLink>}
        above={allNames(words, text)}
        title={title}
        below={words.say('agreements.draft.text')}
      />
      <ForWhom words={words} cooperation={place.standing.cooperation} here={place} partners={text.partners} />
      <ErrorSummary words={words} errors={errors} />
      <SignedNote words={words} version={place.standing.version} lastSigned={place.lastSigned} />
      <OvertakenPart words={words} place={place} />
      {current.length === 0 ? (
        <EmptyState title={words.say('agreements.draft.empty')} icon="list">
          <p>{words.say('agreements.draft.empty.text')}</p>
        </EmptyState>
      ) : (
        <Part title={words.say('agreements.draft.changes', { count: current.length })} id="changes">
          {difference(text, next).map((one) => {
            const { paragraph } = one;
            const change = current.find((each) => each.paragraph === paragraph.id);
            const reason = change?.reason ?? '';
            return (
              <div class="part">
                <Card title={paragraphTitle(words, text, paragraph)}>
                  <p>
                    <Became reading={place.reading} became={one.became} />
                  </p>
                  <PartsChanged reading={place.reading} difference={one} />
                  {change === undefined ? null : <AnsweredPart words={words} place={place} change={change} by={own} />}
                  {reason === '' ? null : (
                    <p class="soft">{words.say('agreements.draft.because', { reason: isolated(words, reason) })}</p>
                  )}
                  <Buttons>
                    <LinkButton tone="quiet" href={paragraphPath(agreement, paragraph)}>
                      {words.say('agreements.draft.goOn')}
                    </LinkButton>
                    <Form
                      action={`${draftPath(agreement)}/loslassen`}
                      hidden={{ paragraph: paragraph.id, ...inTheNameOf(own) }}
                    >
                      <Button tone="end">{words.say('agreements.draft.letGo')}</Button>
                    </Form>
                  </Buttons>
                </Card>
              </div>
            );
          })}
          <MoneySum words={words} text={text} changes={current} />
          <Form action={draftPath(agreement)} label={words.say('agreements.draft.handOver')} hidden={inTheNameOf(own)}>
            <ReadersNote words={words} scope="partner">
              {words.say('agreements.draft.handOver.readers')}
            </ReadersNote>
            <Button icon="next">{words.say('agreements.draft.handOver')}</Button>
          </Form>
        </Part>
      )}
      <Part title={words.say('agreements.draft.sections')}>
        <Rows>
          {SECTIONS.map((section) => (
            <SectionRow words={words} place={place} section={section} />
          ))}
        </Rows>
      </Part>
    </Page>
  );
}

// words: agreements.draft.section.*
function SectionRow({
  words,
  place: { agreement, text, draft },
  section,
}: {
  readonly words: Words;
  readonly place: DraftPlace;
  readonly section: Section;
}) {
  const there = text.paragraphs.filter(({ kind }) => section.kinds.includes(kind)).length;
  const changed = draft.filter(({ paragraph, after }) => {
    const kind = after?.kind ?? text.paragraphs.find(({ id }) => id === paragraph)?.kind;
    return kind !== undefined && section.kinds.includes(kind);
  }).length;
  return (
    <Row
      title={words.say(`agreements.draft.section.${section.name}`)}
      href={draftPath(agreement, section)}
      beside={
        isNeeded(section, standOf(text, draft).text) ? (
          <Chip tone="look">{words.say('agreements.draft.needed')}</Chip>
        ) : undefined
      }
    >
      <p>{words.say(`agreements.draft.section.${section.name}.text`)}</p>
      <p class="soft">{words.say('agreements.draft.sectionCounts', { there, changed })}</p>
    </Row>
  );
}
