import { typedIn, type FormFields } from '../../../platform/http/index.ts';
import type { Words } from '../../../plain/words.ts';
import {
  Button,
  Card,
  CheckField,
  Chip,
  DataTable,
  DateField,
  Fold,
  Form,
  RadioField,
  Statements,
} from '../../../ui/index.ts';
import { LEAST_COMMON, type Conversation } from '../conversation.ts';
import { DISSENTS, type Dissent } from '../dissent.ts';
import type { Problem } from '../forms.ts';
import { CONVERSATIONS_PATH } from '../paths.ts';
import { sum, type Counts, type StatementResult } from '../result.ts';
import type { Statement } from '../statement.ts';
import { errorAt } from './pages.ts';
import { ResultReaders, SaidText } from './parts.tsx';

interface Listing {
  readonly words: Words;
  readonly statements: readonly Statement[];
  readonly results: readonly StatementResult[];
}

// words: commonground.result.agreed commonground.result.refused
/** What nearly all say, in favour or against; read in passing, what is refused must not look like what is wanted. */
export function Common({ words, statements, results }: Listing) {
  return (
    <Statements
      statements={results.map((one) => ({
        text: (
          <>
            {one.standing === 'refused' ? <strong>{words.say('commonground.result.common.refused')} </strong> : null}
            <Said {...{ words, statements }} id={one.id} />
          </>
        ),
        note: (
          <>
            {one.counts === null
              ? null
              : words.say(`commonground.result.${one.standing}`, {
                  share: percent(words, one.standing === 'agreed' ? one.counts.agree : one.counts.disagree, one.counts),
                  people: sum(one.counts),
                })}{' '}
            {words.say('commonground.result.interval', {
              low: words.number(Math.round(one.low * 100)),
              high: words.number(Math.round(one.high * 100)),
            })}
          </>
        ),
      }))}
    />
  );
}

/** What parts people: the numbers on both sides, and how one goes on with it. */
export function Parting(
  props: Listing & {
    readonly conversation: Conversation;
    readonly dissents: readonly Dissent[];
    readonly isSteward: boolean;
    readonly typed: FormFields;
    readonly problems: readonly Problem[];
  },
) {
  const { words, results, statements, dissents, isSteward } = props;
  if (results.length === 0) return <p>{words.say('commonground.result.parting.none')}</p>;
  return (
    <>
      <p>{words.say('commonground.result.parting.text')}</p>
      <div class="beside">
        {results.map((one) => {
          const dissent = dissents.find(({ statement }) => statement === one.id) ?? null;
          return (
            <div id={`s-${one.id}`}>
              <Card>
                <p>
                  <Said {...{ words, statements }} id={one.id} />
                </p>
                <CountsLine words={words} counts={one.counts} />
                {(one.groups ?? []).map((counts, group) => (
                  <p class="soft">
                    {words.say('commonground.group', { number: group + 1 })}:{' '}
                    <CountsText words={words} counts={counts} />
                  </p>
                ))}
                <DissentSaid words={words} dissent={dissent} />
                {isSteward ? <DissentForm {...props} id={one.id} dissent={dissent} /> : null}
              </Card>
            </div>
          );
        })}
      </div>
    </>
  );
}

/** Everything else in a table, so that nothing is left out. */
export function Other({ words, statements, results }: Listing) {
  return (
    <DataTable
      caption={words.say('commonground.result.others')}
      quietCaption
      columns={[
        {
          label: words.say('commonground.log.statement'),
          cell: ({ id }: StatementResult) => <Said {...{ words, statements }} id={id} />,
          names: true,
        },
        {
          label: words.say('commonground.result.answers'),
          cell: ({ counts }: StatementResult) => <CountsText words={words} counts={counts} />,
        },
      ]}
      rows={results}
    />
  );
}

/** The same while what parts people is not told: in no order, without numbers. */
export function Untold({ words, statements, results }: Listing) {
  return (
    <>
      <p class="soft">{words.say('commonground.result.others.later', { least: LEAST_COMMON })}</p>
      <Statements statements={results.map(({ id }) => ({ text: <Said {...{ words, statements }} id={id} /> }))} />
    </>
  );
}

export function Said({ words, statements, id }: Omit<Listing, 'results'> & { readonly id: string }) {
  return <SaidText words={words} statement={statements.find((each) => each.id === id)} />;
}

function CountsLine({ words, counts }: { readonly words: Words; readonly counts: Counts | null }) {
  return (
    <p>
      <CountsText words={words} counts={counts} />
    </p>
  );
}

function CountsText({ words, counts }: { readonly words: Words; readonly counts: Counts | null }) {
  return (
    <>
      {counts === null ? words.say('commonground.result.few') : words.say('commonground.result.counts', { ...counts })}
    </>
  );
}

// words: commonground.dissent.unimportant commonground.dissent.bearable commonground.dissent.open commonground.dissent.separating
function DissentSaid({ words, dissent }: { readonly words: Words; readonly dissent: Dissent | null }) {
  if (dissent === null) return null;
  return (
    <div class="run">
      <p>
        <Chip>{words.say(`commonground.dissent.${dissent.kind}`)}</Chip>
      </p>
      {dissent.goesOn ? <p>{words.say('commonground.dissent.goesOn')}</p> : null}
      {dissent.lookAgainOn === null ? null : (
        <p>{words.say('commonground.dissent.again', { day: words.day(dissent.lookAgainOn) })}</p>
      )}
    </div>
  );
}

function DissentForm({
  words,
  conversation,
  statements,
  id,
  dissent,
  typed,
  problems,
}: Parameters<typeof Parting>[0] & { readonly id: string; readonly dissent: Dissent | null }) {
  const isTyped = typedIn(typed, 'statement') === id;
  const own = isTyped ? problems : [];
  const goesOn = isTyped ? typedIn(typed, 'goesOn') : dissent?.goesOn === true ? 'yes' : '';
  return (
    <Fold label={words.say('commonground.dissent.title')} open={isTyped}>
      <Form
        action={`${CONVERSATIONS_PATH}/${conversation.id}/ergebnis`}
        label={`${words.say('commonground.dissent.title')} ${original(statements, id)}`}
        hidden={{ statement: id }}
      >
        <RadioField
          words={words}
          name="kind"
          of={id}
          label={words.say('commonground.dissent.kind')}
          choices={DISSENTS.map((value) => ({ value, label: words.say(`commonground.dissent.${value}`) }))}
          value={isTyped ? typedIn(typed, 'kind') : dissent?.kind}
          error={errorAt(words, own, 'kind')}
        />
        <CheckField
          words={words}
          name="goesOn"
          of={id}
          label={words.say('commonground.dissent.going')}
          optional
          choices={[{ value: 'yes', label: words.say('commonground.dissent.goesOn') }]}
          values={[goesOn]}
        />
        <DateField
          words={words}
          name="lookAgainOn"
          of={id}
          label={words.say('commonground.dissent.lookAgain')}
          value={isTyped ? typedIn(typed, 'lookAgainOn') : (dissent?.lookAgainOn ?? '')}
          hint={words.say('commonground.dissent.lookAgain.hint')}
          error={errorAt(words, own, 'lookAgainOn')}
          optional="one of several"
        />
        <ResultReaders words={words} conversation={conversation} />
        <Button tone="quiet">{words.say('commonground.dissent.go')}</Button>
      </Form>
    </Fold>
  );
}

function original(statements: readonly Statement[], id: string): string {
  const statement = statements.find((each) => each.id === id);
  return statement?.texts[statement.language] ?? '';
}

function percent(words: Words, part: number, counts: Counts): string {
  return words.number(Math.round((100 * part) / sum(counts)));
}
