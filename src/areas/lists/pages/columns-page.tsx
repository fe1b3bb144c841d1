import { LANGUAGE_CODES } from '../../../plain/languages.ts';
import type { Saying, Words } from '../../../plain/words.ts';
import {
  BackLink,
  Button,
  Buttons,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  Page,
  PageTitle,
  Part,
  RadioField,
  ReadersNote,
  SelectField,
  TextField,
  type Frame,
} from '../../../ui/index.ts';
import type { Guess } from '../guessing/index.ts';
import type { Import } from '../import.ts';
import { LIST_COUNTRIES, LIST_SUBJECTS, type List, type Mapping } from '../list.ts';
import type { OpenTable } from '../reading/index.ts';
import { ImportBand } from './band.tsx';
import { isolated } from '../../../plain/isolated.ts';
import { targetChoices } from './target-choices.ts';

interface Shown {
  readonly frame: Frame;
  readonly each: Import;
  readonly list: List;
  readonly table: OpenTable | null;
  readonly guess: Guess | null;
  readonly mapping: Mapping | null;
  readonly trouble: Saying | null;
  readonly problem?: { readonly field: string; readonly text: string } | undefined;
}

export function ColumnsPage({ frame, each, list, table, guess, mapping, trouble, problem }: Shown) {
  const { words } = frame;
  const again = problem !== undefined;
  return (
    <Page frame={frame} title={words.say('lists.columns.title')} noindex readers="keepers" faulty={again}>
      <PageTitle
        back={
          <BackLink href={`/listen/${list.id}`}>
            <bdi>{list.title}</bdi>
          </BackLink>
        }
        title={words.say('lists.columns.title')}
        below={words.say('lists.columns.text', { file: isolated(words, each.fileName) })}
      />
      <ImportBand words={words} at="columns" />
      <ErrorSummary words={words} errors={problem === undefined ? [] : [problem]} />
      {trouble === null ? null : (
        <Notice tone="look">
          <p>{words.tell(trouble)}</p>
        </Notice>
      )}
      {(table?.notes ?? []).map((note) => (
        <Notice>
          <p>{words.tell(note)}</p>
        </Notice>
      ))}
      <Form label={words.say('lists.columns.title')}>
        <Meant words={words} mapping={mapping} table={table} />
        {table === null || mapping === null ? null : (
          <ColumnFields words={words} table={table} guess={guess} mapping={mapping} />
        )}
        <HowRead words={words} each={each} table={table} />
        <ReadersNote words={words} scope="own">
          {words.say('lists.columns.readers')}
        </ReadersNote>
        <Buttons>
          <Button icon="next" name="do" value="compare">
            {words.say('lists.columns.go')}
          </Button>
          <Button tone="quiet" name="do" value="again">
            {words.say('lists.columns.again')}
          </Button>
          <LinkButton tone="end" href={`/importe/${each.id}/verwerfen`}>
            {words.say('lists.drop')}
          </LinkButton>
        </Buttons>
      </Form>
    </Page>
  );
}

function Meant({
  words,
  mapping,
  table,
}: {
  readonly words: Words;
  readonly mapping: Mapping | null;
  readonly table: OpenTable | null;
}) {
  const language = mapping?.language ?? 'de';
  return (
    <>
      <RadioField
        words={words}
        name="subject"
        label={words.say('lists.columns.subject')}
        value={mapping?.subject ?? 'organisation'}
        choices={LIST_SUBJECTS.map((value) => ({ value, label: words.say(`lists.subject.${value}`) }))}
      />
      <SelectField
        words={words}
        name="key"
        label={words.say('lists.columns.key')}
        hint={words.say('lists.columns.key.hint')}
        optional
        value={mapping?.key ?? ''}
        empty={words.say('lists.columns.key.none')}
        choices={(table?.headers ?? []).map(({ name }) => ({ value: name, label: name }))}
      />
      <SelectField
        words={words}
        name="country"
        label={words.say('lists.columns.country')}
        value={mapping?.country ?? 'DE'}
        empty={null}
        choices={LIST_COUNTRIES.map((value) => ({ value, label: words.say(`lists.country.${value}`) }))}
      />
      <SelectField
        words={words}
        name="language"
        label={words.say('lists.columns.language')}
        value={language}
        empty={null}
        choices={[...new Set([language, ...LANGUAGE_CODES])]
          .filter((code) => code !== 'de-simple')
          .map((code) => ({ value: code, label: words.languageName(code) }))}
      />
    </>
  );
}

function ColumnFields({
  words,
  table,
  guess,
  mapping,
}: {
  readonly words: Words;
  readonly table: OpenTable;
  readonly guess: Guess | null;
  readonly mapping: Mapping;
}) {
  const choices = targetChoices(words, mapping.subject, [
    ...Object.values(mapping.columns),
    ...(guess?.columns ?? []).map(({ field }) => field),
  ]);
  return (
    <Part title={words.say('lists.columns.each', { count: table.headers.length })}>
      {table.headers.map(({ name }, index) => {
        const cells = table.sample
          .map((row) => row[index] ?? '')
          .filter((cell) => cell.trim() !== '')
          .slice(0, 3);
        const guessed = guess?.columns.find(({ header }) => header === name);
        return (
          <div class="column-choice">
            <SelectField
              words={words}
              name={`column.${index}`}
              label={name}
              value={mapping.columns[name] ?? ''}
              optional
              empty={words.say('lists.columns.leaveOut')}
              choices={choices}
              hint={guessed === undefined ? undefined : whyGuessed(words, guessed, mapping.columns[name] ?? null)}
            />
            <ul class="samples" aria-label={words.say('lists.columns.samples')}>
              {cells.map((cell) => (
                <li dir="auto">
                  <bdi>{cell.length > 120 ? `${cell.slice(0, 120)}…` : cell}</bdi>
                </li>
              ))}
              {cells.length === 0 ? <li class="soft">{words.say('lists.columns.samples.none')}</li> : null}
            </ul>
          </div>
        );
      })}
    </Part>
  );
}

function whyGuessed(words: Words, guessed: Guess['columns'][number], chosen: string | null): string {
  if (guessed.field !== chosen) return words.say('lists.columns.yours');
  const reason = words.tell(guessed.reason);
  if (guessed.field === null) return reason;
  return `${words.say(guessed.confidence >= 0.85 ? 'lists.columns.sure' : 'lists.columns.unsure')} ${reason}`;
}

const ENCODINGS = [
  'utf-8',
  'windows-1252',
  'iso-8859-15',
  'macintosh',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1251',
  'windows-1256',
];
const SEPARATORS = [
  { value: ';', key: 'semicolon' },
  { value: ',', key: 'comma' },
  { value: '\t', key: 'tab' },
  { value: '|', key: 'bar' },
] as const;

/** How the file was read, where it leaves a choice: shown, and to be changed. */
function HowRead({
  words,
  each,
  table,
}: {
  readonly words: Words;
  readonly each: Import;
  readonly table: OpenTable | null;
}) {
  const encoding = table?.encoding ?? each.choices.encoding;
  const sheets = table?.sheets ?? [];
  const headerRow = each.choices.headerRow;
  return (
    <Part title={words.say('lists.columns.howRead')}>
      <p class="soft">{words.say('lists.columns.howRead.text')}</p>
      {sheets.length < 2 ? null : (
        <SelectField
          words={words}
          name="sheet"
          label={words.say('lists.columns.sheet')}
          empty={null}
          value={table?.sheet ?? undefined}
          choices={sheets.map(({ name, rows }) => ({
            value: name,
            label: words.say('lists.columns.sheet.rows', { name, rows }),
          }))}
        />
      )}
      {encoding === undefined || encoding === null ? null : (
        <SelectField
          words={words}
          name="encoding"
          label={words.say('lists.columns.encoding')}
          hint={words.say('lists.columns.encoding.hint')}
          empty={null}
          value={encoding}
          choices={[...new Set([encoding, ...ENCODINGS])].map((value) => ({ value, label: value }))}
        />
      )}
      {table === null || table.separator === null ? null : (
        <SelectField
          words={words}
          name="separator"
          label={words.say('lists.columns.separator')}
          empty={null}
          value={table.separator}
          choices={SEPARATORS.map(({ value, key }) => ({ value, label: words.say(`lists.separator.${key}`) }))}
        />
      )}
      {table?.format === 'geojson' || table?.format === 'json' ? null : (
        <TextField
          words={words}
          name="headerRow"
          label={words.say('lists.columns.headerRow')}
          hint={words.say('lists.columns.headerRow.hint')}
          optional
          width="short"
          value={headerRow === undefined ? '' : String(headerRow)}
        />
      )}
    </Part>
  );
}
