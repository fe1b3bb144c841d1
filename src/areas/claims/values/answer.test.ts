import { expect, test } from 'vitest';
import { readAnswer } from './answer.ts';

test.each(['ja', 'Ja', 'JA', 'yes', 'x', 'X', '1', 'true', 'wahr', 'evet', 'نعم', 'так', 'oui', '✓'])(
  '%j means yes',
  (raw) => {
    expect(readAnswer(raw, 'stepFree')).toEqual({ ok: true, value: { value: 'yes', notes: [] } });
  },
);

test.each(['nein', 'Nein', 'no', '0', 'false', 'falsch', 'hayır', 'HAYIR', 'لا', 'ні', 'keine', 'nicht erforderlich'])(
  '%j means no',
  (raw) => {
    expect(readAnswer(raw, 'stepFree')).toEqual({ ok: true, value: { value: 'no', notes: [] } });
  },
);

test.each([
  ['papersAsked', 'ohne Papiere', 'no'],
  ['papersAsked', 'Ausweis erforderlich', 'yes'],
  ['stepFree', 'barrierefrei', 'yes'],
  ['stepFree', 'nicht barrierefrei', 'no'],
  ['appointment', 'nach Vereinbarung', 'yes'],
  ['appointment', 'ohne Anmeldung', 'no'],
  ['nameRequired', 'anonym', 'no'],
  ['anonymousPossible', 'anonym', 'yes'],
])('%s understands %j as %s', (field, raw, answer) => {
  expect(readAnswer(raw, field)).toMatchObject({ ok: true, value: { value: answer } });
});

test('what is neither yes nor no asks for words', () => {
  expect(readAnswer('teilweise', 'stepFree')).toMatchObject({ ok: false, issue: { key: 'claims.answer.partly' } });
  expect(readAnswer('nur im Erdgeschoss', 'stepFree')).toMatchObject({
    ok: false,
    issue: { key: 'claims.answer.unknown' },
  });
  expect(readAnswer('ohne Papiere', 'stepFree')).toMatchObject({ ok: false, issue: { key: 'claims.answer.unknown' } });
});
