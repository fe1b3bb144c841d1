import { expect, test } from 'vitest';
import { isTopics, readTopics } from './topics.ts';

test.each([
  ['Nähen & Stricken, Kochen', ['Kochen', 'Nähen & Stricken']],
  ['Kochen;Backen | Tanz\nMusik', ['Backen', 'Kochen', 'Musik', 'Tanz']],
  ['Kochen/Backen', ['Backen', 'Kochen']],
  ['Kochen, kochen , KOCHEN', ['Kochen']],
  ['Asyl-/Aufenthaltsrecht; m/w/d', ['Asyl-/Aufenthaltsrecht', 'm/w/d']],
  ['24/7 Notruf / ab 1,5 Jahren', ['24/7 Notruf', 'ab 1,5 Jahren']],
  ['خياطة، طبخ', ['خياطة', 'طبخ'].toSorted()],
])('%j holds the topics %j', (raw, topics) => {
  expect(readTopics(raw)).toEqual({ ok: true, value: { value: topics, notes: [] } });
});

test('a whole sentence is no topic, and a hundred are enough', () => {
  expect(readTopics('x'.repeat(121))).toMatchObject({ ok: false, issue: { key: 'claims.topics.tooLong' } });
  expect(readTopics(Array.from({ length: 101 }, (_, at) => `Thema ${at}`).join(';'))).toMatchObject({
    ok: false,
    issue: { key: 'claims.topics.tooMany' },
  });
  expect(readTopics(', ;')).toMatchObject({ ok: false, issue: { key: 'claims.empty' } });
});

test('topics are tidy, sorted and each only once', () => {
  expect(isTopics(['Backen', 'Kochen'])).toBe(true);
  for (const wrong of [[], ['Kochen', 'Backen'], ['KOCHEN', 'Kochen'], [' Kochen'], ['-']])
    expect(isTopics(wrong)).toBe(false);
});
