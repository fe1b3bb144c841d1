import type { Words } from '../../../plain/words.ts';
import {
  BackLink,
  Button,
  Buttons,
  ErrorSummary,
  Form,
  Notice,
  Page,
  PageTitle,
  ReadersNote,
  RelatedLinks,
  type FormError,
  type Frame,
} from '../../../ui/index.ts';
import { inTheNameOf } from '../../cooperations/index.ts';
import { answerPath, draftPath } from '../draft-paths.ts';
import { standOf } from '../draft.ts';
import type { Row } from '../forms-section.ts';
import { libraryFor } from '../library.ts';
import { isAbout } from '../open-points.ts';
import { SINGLE } from '../paragraph.ts';
import { pointsPath } from '../paths.ts';
import { SECTIONS, type Section } from '../sections.ts';
import { ForWhom } from './for-whom.tsx';
import { DraftKeeper } from './draft-keeper.tsx';
import { OvertakenPart } from './draft-overtaken.tsx';
import type { DraftPlace } from './draft-place.ts';
import { AllRows } from './draft-row.tsx';
import { LibraryPart } from './library-part.tsx';
import { MoneySoFar } from './money-so-far.tsx';
import { allNames } from './partner-names.ts';

// words: agreements.draft.section.*
/** The page on which one section is written. */
export function SectionPage({
  frame,
  place,
  section,
  rows,
  errors,
  entry,
  saved,
  more,
  unfolded,
}: {
  readonly frame: Frame;
  readonly place: DraftPlace;
  readonly section: Section;
  readonly rows: readonly Row[];
  readonly errors: readonly FormError[];
  /** Under which the browser keeps what is typed here, when it comes back. */
  readonly entry: string;
  /** What the browser kept under this has arrived. */
  readonly saved: string;
  readonly more: number;
  /** The paragraph that somebody came for. */
  readonly unfolded?: string | undefined;
}) {
  const { words } = frame;
  const { agreement, own, text, draft } = place;
  const title = words.say(`agreements.draft.section.${section.name}`);
  const isFaulty = errors.length > 0;
  const next = SECTIONS[SECTIONS.indexOf(section) + 1];
  const isEmpty = rows.every(({ was }) => was === null);
  const library = libraryFor(section).length > 0 && (
    <LibraryPart words={words} section={section} text={standOf(text, draft).text} isOpen={isEmpty} />
  );
  return (
    <Page frame={frame} title={title} noindex readers="own" faulty={isFaulty} islands={['draft']}>
      <PageTitle
        back={<BackLink href={draftPath(agreement)}>{words.say('agreements.draft.title')}</BackLink>}
        above={allNames(words, text)}
        title={title}
        below={words.say(`agreements.draft.section.${section.name}.text`)}
      />
      <ForWhom words={words} cooperation={place.standing.cooperation} here={place} partners={text.partners} />
      <ErrorSummary words={words} errors={errors} />
      <OnTheTable words={words} place={place} section={section} />
      <ToTalk words={words} place={place} section={section} />
      <OvertakenPart words={words} place={place} section={section} />
      {section.kinds.includes('line') ? <MoneySoFar words={words} text={standOf(text, draft).text} /> : null}
      <DraftKeeper words={words} own={place.own} version={place.standing.version.number} entry={entry} saved={saved}>
        <Form
          action={draftPath(agreement, section)}
          label={title}
          hidden={{ entry, more: String(more), ...inTheNameOf(own) }}
        >
          {isEmpty ? library : null}
          <AllRows words={words} text={text} rows={rows} unfolded={unfolded} />
          <ReadersNote words={words} scope="own">
            {words.say('agreements.draft.readers')}
          </ReadersNote>
          <div id="more">
            <Buttons>
              <Button icon="check">{words.say('agreements.draft.save')}</Button>
              {next === undefined ? null : (
                <Button tone="quiet" icon="next" name="then" value="next">
                  {words.say('agreements.draft.saveAndOn', {
                    section: words.say(`agreements.draft.section.${next.name}`),
                  })}
                </Button>
              )}
              <Button tone="quiet" icon="next" name="then" value="over">
                {words.say('agreements.draft.saveAndOver')}
              </Button>
              {section.kinds.every((kind) => SINGLE.has(kind)) ? null : (
                <Button tone="quiet" icon="plus" name="then" value="more">
                  {words.say('agreements.draft.more')}
                </Button>
              )}
            </Buttons>
          </div>
          {isEmpty ? null : library}
        </Form>
      </DraftKeeper>
      <RelatedLinks
        title={words.say('agreements.draft.sections')}
        links={SECTIONS.filter((one) => one !== section).map((one) => ({
          href: draftPath(agreement, one),
          label: words.say(`agreements.draft.section.${one.name}`),
        }))}
      />
    </Page>
  );
}

/** What partners still want to talk about and belongs here, as it was put: beside the form, and in nobody's way. */
function ToTalk({
  words,
  place: { standing, points },
  section,
}: {
  readonly words: Words;
  readonly place: DraftPlace;
  readonly section: Section;
}) {
  const here = points.filter((point) => isAbout(point, section));
  if (here.length === 0) return null;
  return (
    <Notice title={words.say('agreements.draft.talkHere')}>
      <ul class="link-list">
        {here.map(({ id, words: said }) => (
          <li>
            <a href={pointsPath(standing.cooperation, id)}>
              <bdi>{said}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** What lies on the table about this section: of the others to answer, of one's own to wait for. */
function OnTheTable({
  words,
  place: { agreement, open, own, text },
  section,
}: {
  readonly words: Words;
  readonly place: DraftPlace;
  readonly section: Section;
}) {
  const here = open.filter(({ paragraph, after }) => {
    const kind = after?.kind ?? text.paragraphs.find(({ id }) => id === paragraph)?.kind;
    return kind !== undefined && section.kinds.includes(kind);
  });
  const [mine, theirs] = [
    here.filter(({ partner }) => partner === own).length,
    here.filter(({ partner }) => partner !== own).length,
  ];
  if (mine + theirs === 0) return null;
  return (
    <Notice tone={theirs > 0 ? 'look' : 'plain'}>
      {theirs === 0 ? null : <p>{words.say('agreements.draft.theirsHere', { count: theirs })}</p>}
      {mine === 0 ? null : <p>{words.say('agreements.draft.oursHere', { count: mine })}</p>}
      <p>
        <a href={answerPath(agreement)}>{words.say('agreements.draft.toAnswer')}</a>
      </p>
    </Notice>
  );
}
