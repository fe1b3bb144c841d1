import { z } from 'zod';
import { typedIn, type FormFields } from '../../platform/http/index.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { tidy } from '../../plain/text.ts';
import { addDays, daysBetween, isDay, type Day } from '../../plain/time.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { FIRST_OFFER_INPUT, isNothing, readOffered } from '../cooperations/index.ts';
import type { Consent } from './introduction.ts';
import { HOURS, type Answer, type RequestWords } from './request.ts';

const LONGEST = 2000;
const LONGEST_TITLE = 120;
/** How far ahead somebody can be called, or asked to wait. */
const CALL_DAYS = 60;
const LATER_DAYS = 730;

const text = z.string().transform(tidy);
const answerForm = z.object({ answer: z.enum(['gladly', 'call', 'later', 'no']) });
const hours = z.enum(HOURS);
const consent = z.enum(['yes', 'no']);

/** A problem at one input. */
export interface Problem {
  readonly input: string;
  readonly told: Saying;
}

/** The yes or no of one side to an introduction; null where neither was pressed. */
export function readConsent(typed: FormFields): Consent | null {
  return consent.safeParse(typedIn(typed, 'answer')).data ?? null;
}

/** Reads what is asked. The language of the page is that of the words. */
export function readRequest(
  typed: FormFields,
  { language, today }: { readonly language: string; readonly today: Day },
): Result<RequestWords, readonly Problem[]> {
  const problems: Problem[] = [];
  const read = (input: string, most: number): string => {
    const found = text.safeParse(typedIn(typed, input)).data ?? '';
    if (found === '') problems.push({ input, told: saying(`requests.new.${input}.missing`) });
    if (found.length > most) problems.push({ input, told: saying('requests.new.tooLong', { most }) });
    return found;
  };
  const known = read('known', LONGEST);
  const asked = read('asked', LONGEST);
  const offered = readOffered(typed, language);
  if (!offered.ok) problems.push(...offered.issue);
  else if (isNothing(offered.value))
    problems.push({ input: FIRST_OFFER_INPUT, told: saying('requests.new.offer.missing') });
  const title = read('title', LONGEST_TITLE);
  const until = readDay(typedIn(typed, 'until'), { input: 'until', from: today, most: LATER_DAYS, today }, problems);
  if (problems.length > 0 || !offered.ok) return not(problems);
  const { words, money } = offered.value;
  return ok({
    title: title.replaceAll('\n', ' '),
    known,
    asked,
    offered: words,
    cents: money ?? null,
    until,
    language,
  });
}

interface DayWanted {
  readonly input: string;
  readonly from: Day;
  readonly today: Day;
  readonly most: number;
}

function readDay(typed: string, { input, from, today, most }: DayWanted, problems: Problem[]): Day | null {
  const day = typed.trim();
  if (day === '') return null;
  if (isDay(day) && day >= from && daysBetween(today, day) <= most) return day;
  problems.push({ input, told: saying('requests.day.wrong', { from, to: addDays(today, most) }) });
  return null;
}

/** Reads an answer. Only a call needs more than a tap: when. */
export function readAnswer(typed: FormFields, today: Day): Result<Answer, readonly Problem[]> {
  const problems: Problem[] = [];
  const form = answerForm.safeParse({ answer: typedIn(typed, 'answer') });
  if (!form.success) return not([{ input: 'answer', told: saying('requests.answer.missing') }]);
  const kind = form.data.answer;
  if (kind === 'gladly' || kind === 'no') return ok({ kind });
  if (kind === 'later') {
    const wanted = { input: 'from', from: addDays(today, 1), today, most: LATER_DAYS };
    const from = readDay(typedIn(typed, 'from'), wanted, problems);
    return problems.length > 0 ? not(problems) : ok({ kind, from });
  }
  const day = readDay(typedIn(typed, 'day'), { input: 'day', from: today, today, most: CALL_DAYS }, problems);
  if (day === null && problems.length === 0)
    problems.push({ input: 'day', told: saying('requests.answer.call.day.missing') });
  const at = hours.safeParse(typedIn(typed, 'hours'));
  if (!at.success) problems.push({ input: 'hours', told: saying('requests.answer.call.hours.missing') });
  return day !== null && at.success ? ok({ kind, day, hours: at.data }) : not(problems);
}
