import type { ToldFact, ToldList } from '../areas/agreements/index.ts';
import type { Taken, TakenThing } from '../areas/cooperations/index.ts';
import { isolated } from '../plain/isolated.ts';
import type { Json } from '../plain/json.ts';
import { isDay } from '../plain/time.ts';
import type { Words } from '../plain/words.ts';
import { CODES, LISTS, type Column, type Questions, type Telling } from './taken-lists.ts';

/** What was taken along of a cooperation, list by list, in words of the reader; empty lists are left out. */
export function tellTaken(words: Words, parts: Taken): readonly ToldList[] {
  const names = namesIn(parts);
  return Object.entries(LISTS).flatMap(([list, columns]) => {
    const things = (parts[list] ?? []).map((thing) => tellThing({ words, names }, columns, thing));
    return things.length === 0 ? [] : [{ title: words.say(`app.taken.list.${list}`), things }];
  });
}

interface Reading {
  readonly words: Words;
  readonly names: ReadonlyMap<string, string>;
}

// words: app.taken.list.* app.taken.column.* app.taken.code.*
function tellThing(reading: Reading, columns: readonly Column[], thing: TakenThing): readonly ToldFact[] {
  return columns.flatMap((column) => {
    const said = thing[column.of] ?? null;
    const term = reading.words.say(`app.taken.column.${column.as}`);
    return tellValue(reading, column.tells, said).map(({ value, lines, about }) => ({
      term: about === undefined ? term : about,
      value,
      lines,
    }));
  });
}

interface Told {
  readonly value: string | null;
  readonly lines: readonly string[];
  /** What it is about, where that says more than the column. */
  readonly about?: string;
}

function tellValue(reading: Reading, tells: Telling, said: Json): readonly Told[] {
  const { words, names } = reading;
  if (typeof tells === 'object') return tellQuestions(reading, tells, said);
  if (tells === 'written') return writtenIn(said).length === 0 ? [] : [{ value: null, lines: writtenIn(said) }];
  if (tells === 'parts') return listed(said).flatMap((part) => tellParts(reading, part));
  const values = (Array.isArray(said) ? said : [said]).filter((one) => one !== null);
  const spelled = values.map((one: Json) => {
    const text = String(one);
    if (tells === 'who') return isolated(words, names.get(text) ?? words.say('app.taken.nameless'));
    if (tells === 'day') return isDay(text) ? words.day(text) : text;
    if (tells === 'number') return text;
    return codeIn(words, text) ?? text;
  });
  return spelled.length === 0 ? [] : [{ value: spelled.join(' · '), lines: [] }];
}

/** Answers by question, each under the words of its question where we know it. */
function tellQuestions({ words }: Reading, questions: Questions, said: Json): readonly Told[] {
  if (!isThing(said)) return [];
  return Object.entries(said).flatMap(([question, answer]) => {
    const lines = writtenIn(answer);
    const about = questions.of.includes(question) ? { about: words.say(`${questions.words}.${question}`) } : {};
    return lines.length === 0 ? [] : [{ value: null, lines, ...about }];
  });
}

/** What each side has written or answered inside of one thing. */
function tellParts({ words, names }: Reading, part: Json): readonly Told[] {
  if (!isThing(part)) return [];
  const name = names.get(String(part['organisation'])) ?? words.say('app.taken.nameless');
  const answer = part['answer'];
  const value = typeof answer === 'string' ? codeIn(words, answer) : null;
  const lines = writtenIn(part['words'] ?? null);
  return value === null && lines.length === 0 ? [] : [{ about: isolated(words, name), value, lines }];
}

/** Everything that people wrote in it, in the order of the file. Ids, days and our own codes are no writing. */
function writtenIn(said: Json): readonly string[] {
  if (typeof said === 'string') return said.split(/\n+/).filter((line) => line.trim() !== '');
  if (isThing(said)) return Object.entries(said).flatMap(([key, value]) => (PLAIN.has(key) ? [] : writtenIn(value)));
  return listed(said).flatMap(writtenIn);
}

const PLAIN = new Set(['id', 'kind', 'origin', 'firmness', 'licence', 'language', 'until', 'organisation']);

function namesIn(parts: Taken): ReadonlyMap<string, string> {
  return new Map((parts['names'] ?? []).map(({ organisation, name }) => [String(organisation), String(name)]));
}

/** What one of our own words means; null for anything else, since a file may come from anywhere. */
function codeIn(words: Words, text: string): string | null {
  return CODES.has(text) ? words.say(`app.taken.code.${text.replaceAll(' ', '-')}`) : null;
}

function listed(said: Json): readonly Json[] {
  return Array.isArray(said) ? said : [];
}

function isThing(said: Json): said is TakenThing {
  return said !== null && typeof said === 'object' && !Array.isArray(said);
}
