import { STRUCTURE_LEVEL } from '../../../engines/opinion/index.ts';
import { typedIn, type FormFields } from '../../../platform/http/index.ts';
import type { Words } from '../../../plain/words.ts';
import {
  BackLink,
  Buttons,
  EmptyState,
  ErrorSummary,
  Facts,
  LinkButton,
  Notice,
  OtherForms,
  Page,
  PageTitle,
  Part,
  type Frame,
} from '../../../ui/index.ts';
import { LEAST_COMMON, LEAST_FOR_ROWS, LEAST_PEOPLE, type Conversation } from '../conversation.ts';
import type { Dissent } from '../dissent.ts';
import type { Problem } from '../forms.ts';
import type { Place } from '../own-place.ts';
import { isCommon, mayShowParting, type Result } from '../result.ts';
import type { Statement } from '../statement.ts';
import type { Stand } from '../store-stand.ts';
import { OWN_LICENCE } from '../tell-result.ts';
import { pageReaders, tellProblems } from './pages.ts';
import { ParkedPart, Question, questionOf, TakenFromPart } from './parts.tsx';
import { MapPart } from './result-map.tsx';
import { Common, Other, Parting, Untold } from './result-statements.tsx';

export interface Shown {
  readonly conversation: Conversation;
  readonly stands: readonly Stand[];
  /** The one that is looked at; null while there is none. */
  readonly stand: Stand | null;
  readonly statements: readonly Statement[];
  readonly dissents: readonly Dissent[];
}

/** What nearly all share; then, once enough is shared, what parts people, and how one goes on with it. */
export function ResultPage(
  props: Shown & {
    readonly frame: Frame;
    readonly isSteward: boolean;
    readonly typed: FormFields;
    readonly problems: readonly Problem[];
    /** Where the reader stands, on their own device only. */
    readonly own: Place | null;
    /** Where the files are; null behind a link. */
    readonly path: string | null;
    readonly back: string;
    /** Where this reader adds a statement; null where or while that cannot be done. */
    readonly adding: string | null;
  },
) {
  const { frame, conversation, stand, stands, problems, path, back } = props;
  const { words } = frame;
  const title = words.say('commonground.result.title');
  return (
    <Page
      frame={frame}
      title={`${title}: ${questionOf(words, conversation)}`}
      noindex={!conversation.isPublic}
      readers={pageReaders(conversation, path === null)}
      faulty={problems.length > 0}
    >
      <PageTitle
        back={<BackLink href={back}>{words.say('commonground.result.back')}</BackLink>}
        above={title}
        title={<Question words={words} conversation={conversation} />}
        below={
          stand === null
            ? undefined
            : words.say('commonground.result.stand', {
                number: stand.number,
                day: words.day(stand.takenOn),
                people: stand.result.participants,
              })
        }
      />
      <ErrorSummary words={words} errors={tellProblems(words, problems, typedIn(props.typed, 'statement'))} />
      {stand === null ? (
        <EmptyState title={words.say('commonground.result.none', { least: LEAST_PEOPLE })} icon="list" />
      ) : (
        <div class="result">
          <ResultParts {...props} words={words} result={stand.result} shown={stand} />
        </div>
      )}
      <ParkedPart words={words} conversation={conversation} />
      {stands.length < 2 ? null : (
        <Part title={words.say('commonground.result.stands')}>
          <ul>
            {stands.map(({ number, takenOn, result }) => (
              <li>
                <a href={`?stand=${number}`}>
                  {words.say('commonground.result.stand', {
                    number,
                    day: words.day(takenOn),
                    people: result.participants,
                  })}
                </a>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {stand === null || path === null ? null : (
        <div class="screen-only">
          <Part title={words.say('commonground.export.title')}>
            <p>
              {words.say('commonground.export.text', {
                licence: conversation.takenFrom?.licence ?? OWN_LICENCE,
                least: LEAST_FOR_ROWS,
              })}
            </p>
            <OtherForms
              label={words.say('commonground.export.title')}
              forms={(['csv', 'json'] as const).map((form) => ({
                href: `${path}/ergebnis.${form}?stand=${stand.number}`,
                label: words.say(`commonground.export.${form}`),
                icon: 'download' as const,
              }))}
            />
          </Part>
        </div>
      )}
      <TakenFromPart words={words} conversation={conversation} />
    </Page>
  );
}

// words: commonground.export.csv commonground.export.json commonground.structure.*
function ResultParts(
  props: Parameters<typeof ResultPage>[0] & {
    readonly words: Words;
    readonly result: Result;
    readonly shown: Stand;
  },
) {
  const { words, result, shown, stands, statements, own, adding } = props;
  const common = result.statements.filter(isCommon);
  const parting = result.statements.filter(({ standing }) => standing === 'parting');
  const isPartingShown = mayShowParting(result);
  const others = result.statements.filter(({ standing }) => standing === 'other');
  return (
    <>
      {stands[0]?.isLast === true && !shown.isLast ? null : (
        <Notice>
          <p>{words.say(shown.isLast ? 'commonground.result.isLast' : 'commonground.result.goesOn')}</p>
        </Notice>
      )}
      <Part title={words.say('commonground.result.common')}>
        {common.length === 0 ? (
          <p>{words.say('commonground.result.common.none')}</p>
        ) : (
          <Common {...{ words, statements }} results={common} />
        )}
      </Part>
      <Part title={words.say('commonground.result.groups')}>
        <Structure words={words} result={result} />
      </Part>
      <Part title={words.say('commonground.result.parting')}>
        {isPartingShown ? (
          <Parting {...props} results={parting} />
        ) : (
          <>
            <p>{words.say('commonground.result.parting.later', { least: LEAST_COMMON, count: common.length })}</p>
            {adding === null ? null : (
              <Buttons>
                <LinkButton tone="quiet" icon="plus" href={adding}>
                  {words.say('commonground.statements.add')}
                </LinkButton>
              </Buttons>
            )}
          </>
        )}
      </Part>
      {others.length === 0 ? null : (
        <Part title={words.say('commonground.result.others')}>
          {isPartingShown ? (
            <Other {...{ words, statements }} results={others} />
          ) : (
            <Untold {...{ words, statements }} results={others} />
          )}
        </Part>
      )}
      {result.hasGroups && isPartingShown ? (
        <div class="when-open">
          <MapPart {...{ words, result, own, statements }} />
        </div>
      ) : null}
    </>
  );
}

/** Whether groups can be seen, and how sure that is, in words before numbers. */
function Structure(props: { readonly words: Words; readonly result: Result }) {
  const { words } = props;
  return (
    <>
      <Seen {...props} />
      <p class="soft">{words.say('commonground.structure.level', { percent: words.number(100 * STRUCTURE_LEVEL) })}</p>
    </>
  );
}

function Seen({ words, result }: { readonly words: Words; readonly result: Result }) {
  const { hasGroups, groups, p, stability, participants } = result;
  const rest = participants - groups.reduce((total, { size }) => total + size, 0);
  const percent = words.number(Math.max(1, Math.round(p * 100)));
  if (!hasGroups)
    return (
      <>
        <p>
          <b>{words.say('commonground.structure.none')}</b>
        </p>
        <p class="soft">
          {words.say(p > RARE ? 'commonground.structure.none.sure' : 'commonground.structure.none.order', { percent })}
        </p>
      </>
    );
  return (
    <>
      <p>
        <b>{words.say('commonground.structure.groups', { count: groups.length })}</b>
      </p>
      <p>{words.say(`commonground.structure.${surely(stability)}`)}</p>
      <Facts
        facts={groups.map(({ size, confidence }, number) => ({
          term: words.say('commonground.group', { number: number + 1 }),
          value: words.say('commonground.structure.size', { people: size }),
          note: words.say(`commonground.structure.group.${surely(confidence)}`),
        }))}
      />
      {rest === 0 ? null : <p class="soft">{words.say('commonground.structure.rest', { count: rest })}</p>}
      <p class="soft">{words.say('commonground.structure.sure', { percent })}</p>
    </>
  );
}

/** How much of a cut or of a group stays when a fifth of the statements is missing. */
function surely(share: number): 'stable' | 'fairly' | 'shaky' {
  return share >= 0.8 ? 'stable' : share >= 0.5 ? 'fairly' : 'shaky';
}

/** Below this chance answers hang together, whether or not they make groups. */
const RARE = 0.05;
