import type { Words } from '../../../plain/words.ts';
import { CheckField, DateField, PassageLines, SelectField, TextArea, TextField } from '../../../ui/index.ts';
import { LONGEST_REASON, rowName, type Row } from '../forms-section.ts';
import { emptyParagraph, languagesOf, LONGEST, partName, type FieldProblem } from '../forms-paragraph.ts';
import { partsOf, type Part } from '../paragraph.ts';
import { nameIn } from '../say-part.ts';
import type { AgreementText } from '../text.ts';

interface Fields {
  readonly words: Words;
  readonly text: AgreementText;
  readonly row: Row;
}

/** The inputs of one paragraph, made from the table of kinds. */
export function ParagraphFields({ words, text, row }: Fields) {
  const { id, kind } = row;
  return (
    <>
      {partsOf(row.was ?? emptyParagraph({ id, kind, origin: id })).map((part) =>
        part.declared.holds === 'texts' ? (
          <TextsField words={words} text={text} row={row} part={part} />
        ) : (
          <ValueField words={words} text={text} row={row} part={part} />
        ),
      )}
    </>
  );
}

/** One text in the reader's language, the other languages of the agreement folded below. */
function TextsField({ words, text, row, part }: Fields & { readonly part: Part }) {
  const languages = languagesOf({ was: row.was, languages: text.languages }, part.name);
  const own = ownLanguage(words, languages);
  const others = languages.filter((one) => one !== own);
  const isOpen = others.some((one) => row.problems.some(({ name }) => name === partName(row.id, part.name, one)));
  const needsAll = part.declared.needed === 'everyLanguage';
  const isEmpty = row.typed(partName(row.id, part.name, own)).trim() === '';
  return (
    <>
      {isEmpty ? <Elsewhere words={words} row={row} part={part} languages={others} /> : null}
      <TextInput words={words} row={row} part={part} language={own} isAlone={others.length === 0} />
      {others.length === 0 ? null : (
        <details class="more-fields" open={isOpen}>
          <summary>
            {words.say(needsAll ? 'agreements.draft.everyLanguage' : 'agreements.draft.otherLanguages', {
              languages: words.list(others.map((one) => words.languageName(one))),
            })}
          </summary>
          {others.map((language) => (
            <TextInput words={words} row={row} part={part} language={language} isAlone={false} />
          ))}
        </details>
      )}
    </>
  );
}

/** What stands there in other languages, to read above a field that is empty in one's own. */
function Elsewhere({
  words,
  row,
  part,
  languages,
}: Omit<Fields, 'text'> & { readonly part: Part; readonly languages: readonly string[] }) {
  const spoken = languages.flatMap((language) => {
    const said = row.typed(partName(row.id, part.name, language));
    return said.trim() === '' ? [] : [{ language, said }];
  });
  return (
    <>
      {spoken.map(({ language, said }) => (
        <div class="stands">
          <p class="soft">{words.say('agreements.draft.stands', { language: words.languageName(language) })}</p>
          <PassageLines lang={language} text={said} />
        </div>
      ))}
    </>
  );
}

// words: agreements.part.* agreements.draft.hint.*
function TextInput({
  words,
  row,
  part,
  language,
  isAlone,
}: Omit<Fields, 'text'> & { readonly part: Part; readonly language: string; readonly isAlone: boolean }) {
  const name = partName(row.id, part.name, language);
  const label = words.say(`agreements.part.${row.kind}.${part.name}`);
  return (
    <TextArea
      words={words}
      name={name}
      label={
        isAlone
          ? label
          : words.say('agreements.draft.inLanguage', { part: label, language: words.languageName(language) })
      }
      hint={
        HINTED.has(`${row.kind}.${part.name}`) ? words.say(`agreements.draft.hint.${row.kind}.${part.name}`) : undefined
      }
      optional={part.declared.needed === undefined}
      error={problemAt(words, row.problems, name)}
      value={row.typed(name)}
      rows={linesFor(row.typed(name), SHORT.has(`${row.kind}.${part.name}`) ? 1 : 3)}
      lang={language}
    />
  );
}

const SIGNS_IN_A_LINE = 28;
const MOST_LINES = 16;

/** So many lines that what stands there already can be read, on a phone too. */
function linesFor(text: string, least: number): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / SIGNS_IN_A_LINE)), 0);
  return Math.min(MOST_LINES, Math.max(least, lines));
}

/** Texts that are a few words long. */
const SHORT: ReadonlySet<string> = new Set([
  'frame.title',
  'line.purpose',
  'duty.what',
  'duty.form',
  'credit.what',
  'credit.licence',
  'decision.about',
]);

/** Parts that need an example. */
const HINTED: ReadonlySet<string> = new Set([
  'goal.words',
  'goal.isStructural',
  'task.result',
  'task.effort',
  'line.purpose',
  'line.amount',
  'frame.hourlyRate',
  'duty.explanation',
  'credit.licence',
]);

// words: agreements.part.* agreements.draft.hint.* agreements.option.*
function ValueField({ words, text, row, part }: Fields & { readonly part: Part }) {
  const { name: partOf, declared } = part;
  const { holds } = declared;
  const name = partName(row.id, partOf);
  const key = `${row.kind}.${partOf}`;
  const value = row.typed(name);
  const shared = {
    words,
    name,
    label: words.say(`agreements.part.${key}`),
    hint: HINTED.has(key) ? words.say(`agreements.draft.hint.${key}`) : undefined,
    optional: declared.needed === undefined,
    error: problemAt(words, row.problems, name),
  };
  if (holds === 'day') return <DateField {...shared} value={value} />;
  if (holds === 'flag')
    return (
      <CheckField
        {...shared}
        optional={false}
        choices={[{ value: 'yes', label: words.say('agreements.option.yes') }]}
        values={value === '' ? [] : ['yes']}
      />
    );
  if (holds === 'partner') {
    const empty =
      key === 'decision.decider' || key === 'credit.owner' ? words.say('agreements.option.together') : undefined;
    return <SelectField {...shared} choices={partnerChoices(words, text, value)} value={value} empty={empty} />;
  }
  if (typeof holds !== 'string')
    return (
      <SelectField
        {...shared}
        choices={holds.map((one) => ({ value: one, label: words.say(`agreements.option.${partOf}.${one}`) }))}
        value={value}
      />
    );
  return <TextField {...shared} value={value} width="short" />;
}

function partnerChoices(words: Words, text: AgreementText, value: string) {
  const partners = text.partners.map(({ id }) => ({ value: id, label: nameIn(text, id) }));
  const isGone = value !== '' && !partners.some((one) => one.value === value);
  return isGone ? [...partners, { value, label: words.say('agreements.draft.partnerGone') }] : partners;
}

/** The language in which somebody writes here first. */
export function ownLanguage({ language }: Pick<Words, 'language'>, languages: readonly string[]): string {
  const wished = [language, ...(language === 'de-simple' ? ['de'] : [])];
  return wished.find((one) => languages.includes(one)) ?? languages[0] ?? 'de';
}

// words: agreements.draft.problem.*
export function problemAt(words: Words, problems: readonly FieldProblem[], name: string): string | null {
  const problem = problems.find((one) => one.name === name);
  return problem === undefined ? null : sayProblem(words, problem);
}

export function sayProblem(words: Words, { name, why }: FieldProblem): string {
  const longest = name.endsWith(rowName('', 'reason')) ? LONGEST_REASON : LONGEST;
  return words.say(`agreements.draft.problem.${why}`, { longest });
}
