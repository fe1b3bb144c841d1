import { isolated } from '../../../plain/isolated.ts';
import type { Words } from '../../../plain/words.ts';
import { Card, CheckField, Chip, Chips, TextField } from '../../../ui/index.ts';
import { ROW, rowName, type Row } from '../forms-section.ts';
import { SINGLE, type Paragraph } from '../paragraph.ts';
import { shortWords } from '../short-words.ts';
import type { AgreementText } from '../text.ts';
import { ParagraphFields, problemAt } from './paragraph-fields.tsx';
import { saidName } from './partner-names.ts';

interface RowProps {
  readonly words: Words;
  readonly text: AgreementText;
  readonly row: Row;
  /** Which of its kind it is, from 1. */
  readonly number: number;
  /** The only one of its kind. */
  readonly isAlone: boolean;
}

/** With so many paragraphs in a section, what is there already folds. */
const FOLDS_FROM = 3;

/** Paragraphs to write: what is there is folded while there is a lot of it, what is new or at fault stands open. */
export function AllRows({
  words,
  text,
  rows,
  unfolded = '',
}: Pick<RowProps, 'words' | 'text'> & {
  readonly rows: readonly Row[];
  /** The paragraph that somebody came for. */
  readonly unfolded?: string | undefined;
}) {
  return (
    <>
      {rows.map((row) => {
        const kin = rows.filter(({ kind }) => kind === row.kind);
        return (
          <RowFields
            words={words}
            text={text}
            row={row}
            number={1 + kin.indexOf(row)}
            isAlone={kin.length === 1}
            isFolded={
              row.was !== null &&
              !row.isDraft &&
              row.problems.length === 0 &&
              rows.length > FOLDS_FROM &&
              row.id !== unfolded
            }
          />
        );
      })}
    </>
  );
}

function RowFields({ isFolded, ...props }: RowProps & { readonly isFolded: boolean }) {
  const { words, text, row } = props;
  const title = rowTitle(props);
  const shown = row.was === null ? '' : shortWords(words, text, row.was);
  return (
    <div id={`p-${row.id}`} class="part">
      <Hidden row={row} />
      {isFolded ? (
        <details class="more-fields">
          <summary>
            {title}
            {shown === '' ? null : (
              <>
                {': '}
                <bdi>{shown}</bdi>
              </>
            )}
          </summary>
          <Inside {...props} />
        </details>
      ) : (
        <Card title={title}>
          <Inside {...props} />
        </Card>
      )}
    </div>
  );
}

function Inside({ words, text, row }: Pick<RowProps, 'words' | 'text' | 'row'>) {
  const name = rowName(row.id, 'reason');
  return (
    <>
      <RowChips words={words} text={text} row={row} />
      <ParagraphFields words={words} text={text} row={row} />
      {row.was === null ? null : (
        <TextField
          words={words}
          name={name}
          label={words.say(row.before === null ? 'agreements.draft.reason.new' : 'agreements.draft.reason')}
          hint={words.say('agreements.draft.reason.hint')}
          optional
          error={problemAt(words, row.problems, name)}
          value={row.typed(name)}
        />
      )}
      {row.was === null ? null : <Away words={words} row={row} />}
    </>
  );
}

function RowChips({ words, text, row }: Pick<RowProps, 'words' | 'text' | 'row'>) {
  const { was, before, isDraft } = row;
  if (was === null) return null;
  return (
    <p>
      <Chips>
        <Chip>{words.say('agreements.draft.from', { partner: saidName(words, text, was.origin) })}</Chip>
        {isDraft ? (
          <Chip tone="look">
            {words.say(before === null ? 'agreements.draft.notHandedOver.new' : 'agreements.draft.notHandedOver')}
          </Chip>
        ) : null}
      </Chips>
    </p>
  );
}

function Away({ words, row }: { readonly words: Words; readonly row: Row }) {
  return (
    <CheckField
      words={words}
      name={rowName(row.id, 'away')}
      label={words.say('agreements.draft.away')}
      choices={[
        {
          value: 'yes',
          label: words.say(row.before === null ? 'agreements.draft.away.new' : 'agreements.draft.away.yes'),
        },
      ]}
      values={row.isAway ? ['yes'] : []}
    />
  );
}

function Hidden({ row: { id, kind, base, seen, typed, was } }: { readonly row: Row }) {
  const reason = rowName(id, 'reason');
  const values = [
    [ROW, id],
    [rowName(id, 'kind'), kind],
    [rowName(id, 'base'), base ?? ''],
    [rowName(id, 'seen'), seen],
    // An empty line is not asked for a reason; one that it was begun with goes along.
    ...(was === null ? [[reason, typed(reason)]] : []),
  ];
  return (
    <>
      {values.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

// words: agreements.kind.* agreements.draft.new.*
function rowTitle({ words, row: { kind, was }, number, isAlone }: RowProps): string {
  const name = words.say(was === null ? `agreements.draft.new.${kind}` : `agreements.kind.${kind}`);
  return SINGLE.has(kind) || (was === null && isAlone)
    ? name
    : words.say('agreements.show.numbered', { kind: name, number: words.number(number) });
}

/** What a paragraph is called in a line: "Ziel: Zwölf Abende im Jahr". */
export function paragraphTitle(words: Words, text: AgreementText, paragraph: Paragraph): string {
  const name = words.say(`agreements.kind.${paragraph.kind}`);
  const shown = shortWords(words, text, paragraph);
  return shown === '' ? name : words.say('agreements.draft.titled', { kind: name, words: isolated(words, shown) });
}
