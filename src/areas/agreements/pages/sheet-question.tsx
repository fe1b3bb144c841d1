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
  SelectField,
  Steps,
  TextArea,
  type Frame,
} from '../../../ui/index.ts';
import { inTheNameOf } from '../../cooperations/index.ts';
import { firmnessField, MOST_ENTRIES, wordsField, type FieldProblem } from '../forms-sheet.ts';
import { sheetPath } from '../paths.ts';
import { FIRMNESS, SHEET_PARTS, type SheetEntry, type SheetPart, type SheetWords } from '../sheet.ts';
import { handOverPath, questionPath } from '../sheet-paths.ts';
import { ForWhom } from './for-whom.tsx';
import type { SheetsSeen } from './sheet.tsx';

// words: agreements.sheet.part.*
/** One question of the own sheet: some sentences, each as firm as it is meant. */
export function QuestionPage({
  frame,
  sheets,
  part,
  rows,
  planned,
  base,
  problems,
}: {
  readonly frame: Frame;
  readonly sheets: SheetsSeen;
  readonly part: SheetPart;
  readonly rows: readonly SheetEntry[];
  readonly planned: number;
  readonly base: string;
  readonly problems: readonly FieldProblem[];
}) {
  const { words } = frame;
  const { cooperation, own, words: written } = sheets;
  const title = words.say(`agreements.sheet.part.${part}.title`);
  const isFaulty = problems.length > 0;
  const shown = isFaulty ? rows : [...rows, ...Array.from({ length: emptyRows(rows.length) }, () => emptyEntry(part))];
  return (
    <Page frame={frame} title={title} noindex readers="own" faulty={isFaulty}>
      <PageTitle
        back={<BackLink href={sheetPath(cooperation)}>{words.say('agreements.sheet.title')}</BackLink>}
        title={title}
        below={words.say(`agreements.sheet.part.${part}.text`)}
      />
      <ForWhom words={words} cooperation={cooperation} here={sheets} partners={sheets.sides} />
      <SheetSteps words={words} cooperation={cooperation} written={written} now={part} />
      <ErrorSummary words={words} errors={problems.map(({ field, told }) => ({ field, text: words.tell(told) }))} />
      {planned === 0 ? null : (
        <Notice>
          <p>{words.say('agreements.sheet.fromPlan')}</p>
        </Notice>
      )}
      <Form action={questionPath(cooperation, part)} label={title} hidden={{ base, ...inTheNameOf(own) }}>
        {shown.map((entry, at) => (
          <EntryFields
            words={words}
            entry={entry}
            at={at}
            problems={problems}
            isOptional={at > 0 || part === 'limits'}
            isPlanned={at < rows.length && at >= rows.length - planned}
          />
        ))}
        <ReadersNote words={words} scope="own">
          {words.say('agreements.sheet.readers')}
        </ReadersNote>
        <div id="more">
          <Buttons>
            <Button icon="next" name="go" value="next">
              {words.say('agreements.sheet.next')}
            </Button>
            <Button tone="quiet" icon="plus" name="go" value="more">
              {words.say('agreements.sheet.more')}
            </Button>
          </Buttons>
        </div>
      </Form>
    </Page>
  );
}

/** A limit is one because it stands firm; everything else is first of all talked about. */
function emptyEntry(part: SheetPart): SheetEntry {
  return { words: '', firmness: part === 'limits' ? 'fixed' : 'negotiable' };
}

/** Room for three sentences at first, for one more after that. */
function emptyRows(written: number): number {
  return Math.min(MOST_ENTRIES - written, written >= 3 ? 1 : 3 - written);
}

// words: agreements.sheet.firmness.*
function EntryFields({
  words,
  entry,
  at,
  problems,
  isOptional,
  isPlanned,
}: {
  readonly words: Words;
  readonly entry: SheetEntry;
  readonly at: number;
  readonly isOptional: boolean;
  readonly isPlanned: boolean;
  readonly problems: readonly FieldProblem[];
}) {
  const problem = problems.find(({ field }) => field === wordsField(at));
  const number = words.number(at + 1);
  return (
    <div class="entry">
      <TextArea
        words={words}
        name={wordsField(at)}
        label={words.say('agreements.sheet.sentence', { number })}
        hint={isPlanned ? words.say('agreements.sheet.fromPlan.entry') : undefined}
        optional={isOptional}
        rows={2}
        value={entry.words}
        error={problem === undefined ? null : words.tell(problem.told)}
      />
      <SelectField
        words={words}
        name={firmnessField(at)}
        label={words.say('agreements.sheet.firmness', { number })}
        choices={FIRMNESS.map((value) => ({ value, label: words.say(`agreements.sheet.firmness.${value}`) }))}
        value={entry.firmness}
        empty={null}
      />
    </div>
  );
}

/** Where one is in the own sheet. */
export function SheetSteps({
  words,
  cooperation,
  written,
  now,
}: {
  readonly words: Words;
  readonly cooperation: string;
  readonly written: SheetWords;
  readonly now: SheetPart | 'handOver';
}) {
  const steps = SHEET_PARTS.map((part) => ({
    label: words.say(`agreements.sheet.part.${part}`),
    state: part === now ? ('now' as const) : written[part].length > 0 ? ('done' as const) : ('ahead' as const),
    href: questionPath(cooperation, part),
  }));
  const last = {
    label: words.say('agreements.sheet.handOver'),
    state: now === 'handOver' ? ('now' as const) : ('ahead' as const),
    href: handOverPath(cooperation),
  };
  return <Steps words={words} label={words.say('agreements.sheet.title')} steps={[...steps, last]} />;
}
