import { fold } from '../../../plain/text.ts';
import { cleanLine, cleanText } from './clean.ts';
import { quote, type Read, refused, understood } from './reading.ts';

const LONGEST_TOPIC = 120;
const MOST_TOPICS = 100;
// Not inside numbers ("1,5", "24/7"), single letters ("m/w/d") and halves of words ("Asyl-/Aufenthaltsrecht").
const BETWEEN = /[;|\n•،؛]+|(?<!\d),|,(?!\d)|(?<![\d-]|(?<!\p{L})\p{L})\/(?!\d|\p{L}(?!\p{L}))/u;

/** Reads own words of a list. Two spellings of one word are one topic, as it was first written. */
export function readTopics(raw: string): Read {
  const topics = new Map<string, string>();
  for (const part of cleanText(raw).split(BETWEEN)) {
    const topic = cleanLine(part.replace(/^[\s*·–-]+\s/, ''));
    if (topic.length > LONGEST_TOPIC)
      return refused('claims.topics.tooLong', { part: quote(topic), longest: LONGEST_TOPIC });
    const key = fold(topic);
    if (key !== '' && !topics.has(key)) topics.set(key, topic);
  }
  const value = [...topics.values()].toSorted();
  if (value.length === 0) return refused('claims.empty');
  return value.length > MOST_TOPICS
    ? refused('claims.topics.tooMany', { count: value.length, most: MOST_TOPICS })
    : understood(value);
}

export function isTopics(value: readonly string[]): boolean {
  return (
    value.length > 0 &&
    value.length <= MOST_TOPICS &&
    new Set(value.map(fold)).size === value.length &&
    value.every(
      (topic, at) =>
        topic.length <= LONGEST_TOPIC &&
        fold(topic) !== '' &&
        cleanLine(topic) === topic &&
        (at === 0 || (value[at - 1] ?? '') < topic),
    )
  );
}
