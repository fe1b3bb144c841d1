import { cleanLine, cleanText } from './clean.ts';
import { type Read, refused, understood } from './reading.ts';

const LONGEST_LINE = 300;
const LONGEST_TEXT = 5000;

export function readLine(raw: string): Read {
  const line = cleanLine(raw);
  if (line === '') return refused('claims.empty');
  return line.length > LONGEST_LINE
    ? refused('claims.line.tooLong', { length: line.length, longest: LONGEST_LINE })
    : understood(line);
}

export function readText(raw: string): Read {
  const text = cleanText(raw);
  if (text === '') return refused('claims.empty');
  return text.length > LONGEST_TEXT
    ? refused('claims.text.tooLong', { length: text.length, longest: LONGEST_TEXT })
    : understood(text);
}

export function isLine(value: string): boolean {
  return value !== '' && value.length <= LONGEST_LINE && cleanLine(value) === value;
}

export function isText(value: string): boolean {
  return value !== '' && value.length <= LONGEST_TEXT && cleanText(value) === value;
}
