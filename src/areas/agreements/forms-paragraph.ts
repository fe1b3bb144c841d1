import { fieldMoney, readMoney } from '../../plain/money.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { tidy } from '../../plain/text.ts';
import { isDay } from '../../plain/time.ts';
import { isParagraph } from './forms-archive.ts';
import {
  PARAGRAPHS,
  partsOf,
  type Paragraph,
  type ParagraphKind,
  type Part,
  type PartValue,
  type Texts,
} from './paragraph.ts';
import { readMinutes, typedMinutes } from './typed-hours.ts';

/** The longest text of one part. */
export const LONGEST = 4000;

/** What stands in the inputs of a form, by their names; nothing typed is ''. */
export type TypedIn = (name: string) => string;

/** What is wrong with an input, and the key of the sentence that says what to do. */
export interface FieldProblem {
  readonly name: string;
  readonly why: 'cents' | 'threeDigits' | 'minutes' | 'weeks' | 'day' | 'order' | 'long' | 'choice';
}

/** Where a paragraph belongs. `was` is what the form was made from. */
export interface ParagraphPlace {
  readonly id: string;
  readonly kind: ParagraphKind;
  readonly origin: string;
  readonly was: Paragraph | null;
  readonly partners: readonly string[];
  readonly languages: readonly string[];
  /** In which somebody types, if that is known. */
  readonly reader?: string;
}

/** The name of the input of a part; texts have one in each language. */
export function partName(paragraph: string, part: string, language?: string): string {
  return language === undefined ? `${paragraph}.${part}` : `${paragraph}.${part}.${language}`;
}

/** A paragraph in which nothing has been said yet. */
export function emptyParagraph({ id, kind, origin }: Pick<ParagraphPlace, 'id' | 'kind' | 'origin'>): Paragraph {
  const parts = Object.entries<{ readonly holds: string | readonly string[] }>(PARAGRAPHS[kind]).map(
    ([name, { holds }]) => [name, emptyOf(holds)],
  );
  return made({ id, kind, origin, parts: Object.fromEntries(parts) });
}

/** Whether nobody has said anything in it. */
export function saysNothing(paragraph: Paragraph): boolean {
  return partsOf(paragraph).every(({ value }) =>
    value !== null && typeof value === 'object'
      ? Object.values(value).every((text) => text.trim() === '')
      : value === null || value === false,
  );
}

/** What stands in the inputs of a paragraph, so that reading them gives the same paragraph again. */
export function typedOf(paragraph: Paragraph, language: string): ReadonlyMap<string, string> {
  return new Map(
    partsOf(paragraph).flatMap(({ name, declared, value }): [string, string][] => {
      if (value !== null && typeof value === 'object')
        return Object.entries(value).map(([code, text]) => [partName(paragraph.id, name, code), text]);
      return [[partName(paragraph.id, name), typedValue(declared.holds, value, language)]];
    }),
  );
}

/** The languages in which a text can be typed: those of the agreement, and those in which it has words already. */
export function languagesOf(place: Pick<ParagraphPlace, 'was' | 'languages'>, part: string): readonly string[] {
  return [...new Set([...place.languages, ...Object.keys(textsIn(place.was, part))])];
}

/** A paragraph from its inputs. What was not touched keeps its very bytes. */
export function readTyped(place: ParagraphPlace, typed: TypedIn): Result<Paragraph, readonly FieldProblem[]> {
  const problems: FieldProblem[] = [];
  const parts = partsOf(emptyParagraph(place)).map((part): [string, PartValue] => {
    const read = part.declared.holds === 'texts' ? readTexts(place, part, typed) : readValue(place, part, typed);
    if (!read.ok) problems.push(...read.issue);
    return [part.name, read.ok ? read.value : null];
  });
  if (problems.length > 0) return not(problems);
  const { id, kind, origin } = place;
  return ok(made({ id, kind, origin, parts: Object.fromEntries(parts) }));
}

type Read<Value> = Result<Value, readonly FieldProblem[]>;

function readTexts(place: ParagraphPlace, { name: part }: Part, typed: TypedIn): Read<Texts> {
  const before = textsIn(place.was, part);
  const problems: FieldProblem[] = [];
  const texts = languagesOf(place, part).flatMap((code): [string, string][] => {
    const name = partName(place.id, part, code);
    const text = tidy(typed(name));
    const was = before[code];
    if (was !== undefined && tidy(was) === text) return [[code, was]];
    if (text.length > LONGEST) problems.push({ name, why: 'long' });
    return text === '' ? [] : [[code, text]];
  });
  return problems.length > 0 ? not(problems) : ok(Object.fromEntries(texts));
}

function readValue(place: ParagraphPlace, { name: part, declared: { holds } }: Part, typed: TypedIn): Read<PartValue> {
  const name = partName(place.id, part);
  const text = tidy(typed(name));
  if (holds === 'flag') return ok(text !== '');
  if (text === '') return ok(null);
  if (holds === 'partner') {
    const isKnown = place.partners.includes(text) || valueIn(place.was, part) === text;
    return isKnown ? ok(text) : not([{ name, why: 'choice' }]);
  }
  if (typeof holds !== 'string') return holds.includes(text) ? ok(text) : not([{ name, why: 'choice' }]);
  if (holds === 'day') {
    const day = readDay(text);
    return day === null ? not([{ name, why: 'day' }]) : ok(day);
  }
  if (holds === 'texts') return ok(null);
  const read = READ[holds](text, place.reader);
  return read.ok ? read : not([{ name, why: read.issue }]);
}

const READ = { cents: readCents, minutes: readMinutes, weeks: readWeeks } as const;

function readCents(text: string, language?: string): Result<number, 'cents' | 'threeDigits'> {
  const read = readMoney(text, language);
  return read.ok ? read : not(read.issue === 'threeDigits' ? read.issue : 'cents');
}

function readWeeks(text: string): Result<number, 'weeks'> {
  return /^\d{1,7}$/.test(text) ? ok(Number(text)) : not('weeks');
}

function typedValue(holds: Part['declared']['holds'], value: Exclude<PartValue, Texts>, language: string): string {
  if (value === null || value === false) return '';
  if (value === true) return 'yes';
  if (typeof value === 'string') return value;
  return holds === 'cents' ? fieldMoney(value, language) : holds === 'minutes' ? typedMinutes(value) : String(value);
}

/** `2027-03-31`, as browsers send it, or `31.3.2027`, as people type it where there is no calendar. */
function readDay(text: string): string | null {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text) ?? [];
  const written = year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(written) ? written : null;
}

function emptyOf(holds: string | readonly string[]): PartValue {
  return holds === 'texts' ? {} : holds === 'flag' ? false : null;
}

function valueIn(paragraph: Paragraph | null, part: string): PartValue {
  return (paragraph === null ? [] : partsOf(paragraph)).find(({ name }) => name === part)?.value ?? null;
}

function textsIn(paragraph: Paragraph | null, part: string): Texts {
  const value = valueIn(paragraph, part);
  return value !== null && typeof value === 'object' ? value : {};
}

function made(value: unknown): Paragraph {
  if (!isParagraph(value)) throw new Error('not a paragraph');
  return value;
}
