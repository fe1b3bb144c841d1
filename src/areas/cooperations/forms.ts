import { z } from 'zod';
import { tidy } from '../../plain/text.ts';
import { isDay } from '../../plain/time.ts';
import { TIMES, type Criteria } from './suggest.ts';

export const LONGEST_TITLE = 120;
export const LONGEST_ANSWER = 4000;

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

const title = z.string().transform(tidy).pipe(z.string().min(1).max(LONGEST_TITLE));

export const titleForm = z.object({ title });

/** What one would like to begin, and whether it is thought through to the end already. */
export const beginForm = z.object({ title, concept: z.enum(['open', 'finished']), organisation: z.uuid() });

/** The honest ways with a concept that is finished. */
export const wayForm = z.object({ way: z.enum(['reopen', 'commission', 'none']) });

export const answerForm = z.object({ text: z.string().transform(tidy).pipe(z.string().max(LONGEST_ANSWER)) });
/** Where one goes on after an answer. */
export const goOnForm = z.object({ goOn: z.enum(['next', 'overview']).catch('overview') });

export const conceptForm = z.object({ concept: z.enum(['frozen', 'open']) });
/** For whom somebody is here who speaks for several. */
export const voiceForm = z.object({ organisation: z.uuid() });
export const showForm = z.object({ shown: z.enum(['yes', 'no']) });

const optional = z
  .string()
  .trim()
  .max(40)
  .transform((text) => (text === '' ? null : text));

/** What an organisation tells the network that it looks for. */
export const searchRequestForm = z.object({
  organisation: z.uuid(),
  expertise: z.string().transform(tidy).pipe(z.string().min(1).max(200)),
  field: optional,
  language: optional.pipe(z.string().regex(LANGUAGE).nullable()),
  offered: z.string().transform(tidy).pipe(z.string().min(1).max(1000)),
  until: z.string().refine(isDay),
});

const MOST_WORDS = 6;
const LONGEST_WISH = 60;

/** What was typed for a search, to be shown again; an address never fails. */
export interface SearchTyped {
  readonly name: string;
  readonly expertise: string;
  readonly gives: string;
  readonly field: readonly string[];
  readonly language: readonly string[];
  readonly place: string;
  readonly time: Criteria['times'];
  readonly isNew: boolean;
}

/** Whether anything of a search stands in an address; before that it is filled in from the plan. */
export function isSearched(address: URLSearchParams): boolean {
  return ['name', 'fach', 'gibt', 'feld', 'sprache', 'ort', 'zeit', 'neu'].some((name) => address.has(name));
}

export function readSearch(address: URLSearchParams, fields: readonly string[]): SearchTyped {
  const line = (name: string) => tidy(address.get(name) ?? '').slice(0, 200);
  const time = TIMES.filter((one) => address.getAll('zeit').includes(one));
  return {
    name: line('name'),
    expertise: line('fach'),
    gives: line('gibt'),
    field: fields.filter((field) => address.getAll('feld').includes(field)),
    language: languages(address.getAll('sprache')),
    place: line('ort'),
    time,
    isNew: address.get('neu') === '1',
  };
}

function languages(written: readonly string[]): readonly string[] {
  return [...new Set(written)].filter((tag) => LANGUAGE.test(tag)).slice(0, MOST_WORDS);
}

/** "Gesundheit, Mütter" are two wishes. */
export function wishesIn(line: string): readonly string[] {
  const parts = line.split(/[,;،؛\n]/u).map((part) => tidy(part).slice(0, LONGEST_WISH));
  return [...new Set(parts.filter((part) => part !== ''))].slice(0, MOST_WORDS);
}
