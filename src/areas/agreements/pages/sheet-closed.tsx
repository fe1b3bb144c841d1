import type { Day } from '../../../plain/time.ts';
import type { Words } from '../../../plain/words.ts';
import {
  BackLink,
  Button,
  Buttons,
  Card,
  Chip,
  ErrorSummary,
  Form,
  Icon,
  LinkButton,
  Notice,
  Page,
  PageTitle,
  Pair,
  Part,
  ReadersNote,
  Unbroken,
  type Frame,
} from '../../../ui/index.ts';
import { COOPERATIONS_PATH, inTheNameOf } from '../../cooperations/index.ts';
import { isWhole, SHEET_PARTS, type SheetEntry, type SheetWords } from '../sheet.ts';
import { handOverPath, questionPath } from '../sheet-paths.ts';
import { ForWhom } from './for-whom.tsx';
import { SheetSteps } from './sheet-question.tsx';
import type { SheetsSeen } from './sheet.tsx';

/** Closed envelopes: of the own sheet everything, of the others nothing. */
export function ClosedSheetPage({ frame, sheets }: { readonly frame: Frame; readonly sheets: SheetsSeen }) {
  const { words } = frame;
  const { cooperation, sides, sheet, endedOn } = sheets;
  const others = sides.filter(({ isOwn }) => !isOwn);
  const doneOn = sheet?.doneOn ?? null;
  return (
    <Page frame={frame} title={words.say('agreements.sheet.title')} noindex readers="own">
      <PageTitle
        back={<BackLink href={`${COOPERATIONS_PATH}/${cooperation}`}>{words.say('agreements.sheet.back')}</BackLink>}
        above={sheets.title === '' ? undefined : <bdi>{sheets.title}</bdi>}
        title={words.say('agreements.sheet.closed.title')}
        below={words.say('agreements.sheet.closed.text')}
      />
      <ForWhom words={words} cooperation={cooperation} here={sheets} partners={sheets.sides} />
      <EndedNotice words={words} endedOn={endedOn} />
      <Pair>
        <Card title={words.say('agreements.sheet.closed.own')}>
          {doneOn === null ? (
            <OwnUnfinished words={words} sheets={sheets} />
          ) : (
            <p class="with-icon">
              <Icon name="lock" />
              <span>{words.say('agreements.sheet.closed.doneOn', { day: words.day(doneOn) })}</span>
            </p>
          )}
        </Card>
        {others.map(({ name }) => (
          <Card
            title={
              <bdi>
                <Unbroken text={name} />
              </bdi>
            }
          >
            <p class="with-icon">
              <Icon name="lock" />
              <span>{words.say('agreements.sheet.closed.other')}</span>
            </p>
          </Card>
        ))}
      </Pair>
      {others.length === 0 ? <Notice>{words.say('agreements.sheet.closed.alone')}</Notice> : null}
      {doneOn === null && endedOn === null ? null : <OwnWords words={words} written={sheets.words} />}
      <ReadersNote words={words} scope="own">
        {words.say('agreements.sheet.readers')}
      </ReadersNote>
    </Page>
  );
}

function OwnUnfinished({ words, sheets }: { words: Words; sheets: SheetsSeen }) {
  const { cooperation, words: written, endedOn } = sheets;
  const next = SHEET_PARTS.find((part) => written[part].length === 0);
  const isBegun = SHEET_PARTS.some((part) => written[part].length > 0);
  return (
    <>
      <ul>
        {SHEET_PARTS.map((part) => (
          <li>
            {words.say('agreements.sheet.closed.count', {
              part: words.say(`agreements.sheet.part.${part}`),
              count: written[part].length,
            })}
          </li>
        ))}
      </ul>
      {endedOn === null ? (
        <Buttons>
          <LinkButton
            icon="next"
            href={next === undefined ? handOverPath(cooperation) : questionPath(cooperation, next)}
          >
            {words.say(isBegun ? 'agreements.sheet.closed.goOn' : 'agreements.sheet.closed.begin')}
          </LinkButton>
        </Buttons>
      ) : null}
    </>
  );
}

/** Since when all of this is read, no longer written; nothing while the cooperation goes on. */
export function EndedNotice({ words, endedOn }: { readonly words: Words; readonly endedOn: Day | null }) {
  if (endedOn === null) return null;
  return (
    <Notice title={words.say('agreements.show.ended', { day: words.day(endedOn) })}>
      <p>{words.say('agreements.sheet.ended.text')}</p>
    </Notice>
  );
}

/** What is handed over, once more to read, and what that means. */
export function HandOverPage({
  frame,
  sheets,
  isFaulty,
}: {
  readonly frame: Frame;
  readonly sheets: SheetsSeen;
  readonly isFaulty: boolean;
}) {
  const { words } = frame;
  const { cooperation, own, words: written } = sheets;
  const isReady = isWhole(written);
  const title = words.say('agreements.sheet.handOver.title');
  return (
    <Page frame={frame} title={title} noindex readers="own" faulty={isFaulty}>
      <PageTitle
        back={
          <BackLink href={questionPath(cooperation, 'limits')}>{words.say('agreements.sheet.handOver.back')}</BackLink>
        }
        title={title}
      />
      <ForWhom words={words} cooperation={cooperation} here={sheets} partners={sheets.sides} />
      <SheetSteps words={words} cooperation={cooperation} written={written} now="handOver" />
      <ErrorSummary words={words} errors={isFaulty ? [{ text: words.say('agreements.sheet.notWhole') }] : []} />
      <OwnWords words={words} written={written} />
      {isReady ? (
        <>
          <Notice tone="look" title={words.say('agreements.sheet.handOver.fixed')}>
            <p>{words.say('agreements.sheet.handOver.text')}</p>
          </Notice>
          <Form action={handOverPath(cooperation)} label={title} hidden={inTheNameOf(own)}>
            <ReadersNote words={words} scope="partner">
              {words.say('agreements.sheet.handOver.readers')}
            </ReadersNote>
            <Button icon="lock">{words.say('agreements.sheet.handOver.go')}</Button>
          </Form>
        </>
      ) : (
        <Notice tone="look">
          <p>{words.say('agreements.sheet.notWhole')}</p>
          <p>
            <a href={questionPath(cooperation, written.expectations.length === 0 ? 'expectations' : 'brings')}>
              {words.say('agreements.sheet.closed.goOn')}
            </a>
          </p>
        </Notice>
      )}
    </Page>
  );
}

function OwnWords({ words, written }: { readonly words: Words; readonly written: SheetWords }) {
  return (
    <>
      {SHEET_PARTS.map((part) => (
        <Part title={words.say(`agreements.sheet.part.${part}`)}>
          {written[part].length === 0 ? (
            <p class="soft">{words.say('agreements.sheet.nothing')}</p>
          ) : (
            <ul class="entries">
              {written[part].map((entry) => (
                <li>
                  <EntryWords words={words} entry={entry} />
                </li>
              ))}
            </ul>
          )}
        </Part>
      ))}
    </>
  );
}

// words: agreements.sheet.firmness.*
/** A sentence as it was written, and how firm it is. In which language nobody was asked, so it finds its direction. */
export function EntryWords({ words, entry }: { readonly words: Words; readonly entry: SheetEntry }) {
  return (
    <>
      <p dir="auto">{entry.words}</p>
      <Chip>{words.say(`agreements.sheet.firmness.${entry.firmness}`)}</Chip>
    </>
  );
}
