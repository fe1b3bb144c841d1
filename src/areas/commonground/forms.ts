import { z } from 'zod';
import type { Answer } from '../../engines/opinion/index.ts';
import { typedIn, type FormFields } from '../../platform/http/index.ts';
import { LANGUAGE_CODES } from '../../plain/languages.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { tidy } from '../../plain/text.ts';
import { addDays, isDay, type Day } from '../../plain/time.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { ANSWERS } from './ballot.ts';
import { ENTRIES, LEAST_SEEDS, LICENCES, SAYS, SPOKEN, type Plan, type Says } from './conversation.ts';
import { DISSENTS, type Dissent } from './dissent.ts';
import type { Parked } from './parking.ts';
import { MOST_CODES } from './print-codes.ts';
import { LONGEST_STATEMENT, REASONS, type Reason } from './statement.ts';
import type { Described } from './take-in.ts';
import type { Translation } from './translate-statements.ts';

const LONGEST_LINE = 200;
const LONGEST_TEXT = 2000;
/** A conversation that goes on for longer is several. */
const MOST_DAYS = 366;
export const PARKING_PLACES = [1, 2, 3] as const;

const text = z.string().transform(tidy);
const entry = z.enum(ENTRIES);
const spoken = z.enum(SPOKEN);
const reason = z.enum(REASONS);
const licence = z.enum(LICENCES);
const language = z.enum(LANGUAGE_CODES);
const address = z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(LONGEST_TEXT)]);
const dissentKind = z.enum(DISSENTS);
const count = z.coerce.number().int().min(1).max(MOST_CODES);

/** A problem at one input. */
export interface Problem {
  readonly input: string;
  readonly told: Saying;
}

/** The name of the input for one text in one language. */
export function sayInput(field: (typeof SAYS)[number], language: string): string {
  return `${field}.${language}`;
}

/** The name of the input for a topic that waits, in one language. */
export function topicInput(place: number, language: string): string {
  return `topic${place}.${language}`;
}

/** Reads what is planned, in every language that was ticked or in which something was written. */
export function readPlan(
  typed: FormFields,
  first: string,
  /** Of what has begun: it is not ended by a last day that is over. */
  today: Day | null = null,
): Result<Omit<Plan, 'steward'>, readonly Problem[]> {
  const problems: Problem[] = [];
  const ticked = z.array(spoken).safeParse([typed['languages'] ?? []].flat()).data ?? [];
  const isWritten = (language: string) =>
    [
      ...SAYS.map((field) => sayInput(field, language)),
      ...PARKING_PLACES.map((place) => topicInput(place, language)),
    ].some((input) => typedIn(typed, input).trim() !== '');
  const others = SPOKEN.filter((language) => language !== first);
  const languages = [first, ...others.filter((language) => ticked.includes(language) || isWritten(language))];
  const says: Record<string, Says> = {};
  for (const language of languages) {
    const found = readSays(typed, language, language === first, problems);
    if (found !== null) says[language] = found;
  }
  const opensOn = readDay(typed, 'opensOn', problems);
  const endsOn = readDay(typed, 'endsOn', problems);
  if (today !== null && endsOn !== '' && endsOn < today)
    problems.push({ input: 'endsOn', told: saying('commonground.form.endsOn.past') });
  else if (opensOn !== '' && endsOn !== '' && (endsOn < opensOn || endsOn > addDays(opensOn, MOST_DAYS)))
    problems.push({ input: 'endsOn', told: saying('commonground.form.endsOn.wrong', { days: MOST_DAYS }) });
  const chosen = entry.safeParse(typedIn(typed, 'entry')).data;
  if (chosen === undefined) problems.push({ input: 'entry', told: saying('commonground.form.entry.missing') });
  const parked = readParked(typed, languages, problems);
  if (problems.length > 0 || chosen === undefined) return not(problems);
  return ok({
    languages,
    says,
    entry: chosen,
    isPublic: typedIn(typed, 'isPublic') === 'yes',
    opensOn,
    endsOn,
    parked,
  });
}

/** Null for a language in which nothing was written: it is read in the first one then. */
function readSays(typed: FormFields, language: string, isNeeded: boolean, problems: Problem[]): Says | null {
  const read = (field: (typeof SAYS)[number], most: number): string => {
    const input = sayInput(field, language);
    const found = text.safeParse(typedIn(typed, input)).data ?? '';
    if (found.length > most) problems.push({ input, told: saying('commonground.form.tooLong', { most }) });
    return found;
  };
  const question = read('question', LONGEST_LINE);
  const purpose = read('purpose', LONGEST_TEXT);
  const says = { question, purpose, rules: read('rules', LONGEST_TEXT), redLines: read('redLines', LONGEST_TEXT) };
  if (isNeeded) {
    for (const field of ['question', 'purpose'] as const)
      if (says[field] === '')
        problems.push({ input: sayInput(field, language), told: saying(`commonground.form.${field}.missing`) });
    return says;
  }
  return Object.values(says).every((said) => said === '') ? null : says;
}

function readDay(
  typed: FormFields,
  input: string,
  problems: Problem[],
  told = saying('commonground.form.day.missing'),
): Day {
  const day = typedIn(typed, input).trim();
  if (isDay(day)) return day;
  problems.push({ input, told });
  return '';
}

function readParked(typed: FormFields, languages: readonly string[], problems: Problem[]): readonly Parked[] {
  const parked: Parked[] = [];
  for (const place of PARKING_PLACES) {
    const topics: Record<string, string> = {};
    for (const code of languages) {
      const input = topicInput(place, code);
      const topic = text.safeParse(typedIn(typed, input)).data ?? '';
      if (topic.length > LONGEST_LINE)
        problems.push({ input, told: saying('commonground.form.tooLong', { most: LONGEST_LINE }) });
      if (topic !== '') topics[code] = topic;
    }
    if (Object.keys(topics).length > 0) parked.push({ topics, day: readDay(typed, `topicDay${place}`, problems) });
  }
  return parked;
}

/** Reads the first statements, one a line. */
export function readSeeds(typed: FormFields): Result<readonly string[], readonly Problem[]> {
  const lines = (text.safeParse(typedIn(typed, 'seeds')).data ?? '').split('\n').filter((line) => line !== '');
  const seeds = [...new Set(lines)];
  const problem = (told: Saying) => not([{ input: 'seeds', told }]);
  if (seeds.length < LEAST_SEEDS) return problem(saying('commonground.form.seeds.few', { least: LEAST_SEEDS }));
  const long = seeds.find((seed) => seed.length > LONGEST_STATEMENT);
  return long === undefined
    ? ok(seeds)
    : problem(saying('commonground.form.seeds.long', { most: LONGEST_STATEMENT, start: long.slice(0, 30) }));
}

/** Reads one statement. */
export function readStatement(typed: FormFields, input = 'text'): Result<string, Problem> {
  const found = (text.safeParse(typedIn(typed, input)).data ?? '').replaceAll('\n', ' ');
  if (found === '') return not({ input, told: saying('commonground.say.missing') });
  if (found.length > LONGEST_STATEMENT)
    return not({ input, told: saying('commonground.form.tooLong', { most: LONGEST_STATEMENT }) });
  return ok(found);
}

/** The name of the input for one statement in the language of the form. */
export function translationInput(statement: string): string {
  return `text.${statement}`;
}

/** Reads what statements are in another language; an empty one is none. */
export function readTranslations(
  typed: FormFields,
  statements: readonly string[],
): Result<readonly Translation[], readonly Problem[]> {
  const machine = [typed['machine'] ?? []].flat();
  const problems: Problem[] = [];
  const translations = statements.flatMap((statement) => {
    const input = translationInput(statement);
    const isMachine = machine.includes(statement);
    // What came after the form was made is not in it, and stays.
    if (typed[input] === undefined) return [];
    if (typedIn(typed, input).trim() === '') return [{ statement, text: '', isMachine }];
    const found = readStatement(typed, input);
    if (!found.ok) problems.push(found.issue);
    return found.ok ? [{ statement, text: found.value, isMachine }] : [];
  });
  return problems.length > 0 ? not(problems) : ok(translations);
}

/** In which language something is written; `otherwise` where nothing was chosen. */
export function readLanguage(typed: FormFields, otherwise: string): string {
  return spoken.safeParse(typedIn(typed, 'language')).data ?? otherwise;
}

/** `undefined` for what is no answer, null for one that is taken back. */
export function readAnswer(typed: FormFields): Answer | null | undefined {
  const answer = typedIn(typed, 'answer');
  return answer === 'none' ? null : Object.hasOwn(ANSWERS, answer) ? ANSWERS[answer] : undefined;
}

/** `undefined` for what is neither a reason nor a yes. */
export function readReason(typed: FormFields): Reason | null | undefined {
  return typedIn(typed, 'act') === 'let-in' ? null : reason.safeParse(typedIn(typed, 'reason')).data;
}

export function readDissent(typed: FormFields, statement: string): Result<Dissent, readonly Problem[]> {
  const problems: Problem[] = [];
  const kind = dissentKind.safeParse(typedIn(typed, 'kind')).data;
  if (kind === undefined) problems.push({ input: 'kind', told: saying('commonground.dissent.missing') });
  const goesOn = typedIn(typed, 'goesOn') === 'yes';
  const hasDay = goesOn || typedIn(typed, 'lookAgainOn') !== '';
  const lookAgainOn = hasDay ? readDay(typed, 'lookAgainOn', problems, saying('commonground.dissent.day')) : null;
  if (problems.length > 0 || kind === undefined) return not(problems);
  return ok({ statement, kind, goesOn, lookAgainOn });
}

export function readCount(typed: FormFields): Result<number, Problem> {
  const found = count.safeParse(typedIn(typed, 'count'));
  return found.success
    ? ok(found.data)
    : not({ input: 'count', told: saying('commonground.codes.count.wrong', { most: MOST_CODES }) });
}

/** Reads what is said of a conversation that was held elsewhere. */
export function readDescribed(typed: FormFields): Result<Omit<Described, 'steward'>, readonly Problem[]> {
  const problems: Problem[] = [];
  const read = (input: string, most: number): string => {
    const found = text.safeParse(typedIn(typed, input)).data ?? '';
    if (found.length > most) problems.push({ input, told: saying('commonground.form.tooLong', { most }) });
    return found;
  };
  const question = read('question', LONGEST_LINE);
  const attribution = read('attribution', LONGEST_TEXT);
  if (attribution === '')
    problems.push({ input: 'attribution', told: saying('commonground.takeIn.attribution.missing') });
  const terms = licence.safeParse(typedIn(typed, 'licence')).data;
  if (terms === undefined) problems.push({ input: 'licence', told: saying('commonground.takeIn.licence.missing') });
  const spokenIn = language.safeParse(typedIn(typed, 'language')).data;
  if (spokenIn === undefined)
    problems.push({ input: 'language', told: saying('commonground.takeIn.language.missing') });
  const at = address.safeParse(typedIn(typed, 'address').trim()).data;
  if (at === undefined) problems.push({ input: 'address', told: saying('commonground.takeIn.address.wrong') });
  if (problems.length > 0 || terms === undefined || spokenIn === undefined || at === undefined) return not(problems);
  const takenFrom = { attribution, licence: terms, address: at };
  return ok({ question, language: spokenIn, takenFrom, isPublic: typedIn(typed, 'isPublic') === 'yes' });
}
