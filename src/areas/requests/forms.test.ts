import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAnswer, readRequest } from './forms.ts';

const LONGEST = 2000;
const READING = { language: 'de', today: '2026-11-21' };
const FULL = {
  known: 'Euer Frauencafé am Dienstag.',
  asked: 'Wie erreichen wir Mütter, ohne sie zu belehren?',
  'offer.room': 'Unser Saal, auch sonntags.',
  title: 'Gesundheit für Mütter',
};
const problemsOf = (typed: Readonly<Record<string, string>>) => {
  const read = readRequest(typed, READING);
  return read.ok ? [] : read.issue.map(({ input }) => input);
};

test('a request says what is known, what is asked, what is offered, and has a title', () => {
  expect(problemsOf(FULL)).toEqual([]);
  expect(problemsOf({})).toEqual(['known', 'asked', 'offer.money', 'title']);
});

test('any one offer is enough, also an amount without words', () => {
  const { 'offer.room': _, ...bare } = FULL;
  for (const way of ['money', 'room', 'training', 'visibility', 'access', 'other'])
    expect(problemsOf({ ...bare, [`offer.${way}`]: 'etwas' })).toEqual([]);
  const read = readRequest({ ...bare, cents: '1.200' }, READING);
  expect(read.ok && read.value.cents).toBe(120_000);
  expect(problemsOf({ ...bare, cents: 'viel' })).toEqual(['cents']);
});

test('three digits behind the decimal sign of the page may be cents or thousands, so nobody guesses', () => {
  const read = (language: string, cents: string) => {
    const found = readRequest({ ...FULL, cents }, { ...READING, language });
    return found.ok ? found.value.cents : found.issue;
  };
  const unclear = [{ input: 'cents', told: { key: 'cooperations.offer.amount.threeDigits' } }];
  expect([read('de', '1.200'), read('de', '1,200')]).toEqual([120_000, unclear]);
  expect([read('en', '1.200'), read('en', '1,200')]).toEqual([unclear, 120_000]);
});

test('whatever is too long is refused at its own input, however it is made up', () => {
  fc.assert(
    fc.property(fc.constantFrom('known', 'asked', 'offer.access'), fc.integer({ min: 1, max: 50 }), (input, more) => {
      expect(problemsOf({ ...FULL, [input]: 'x'.repeat(LONGEST + more) })).toEqual([input]);
      expect(problemsOf({ ...FULL, [input]: 'x'.repeat(LONGEST) })).toEqual([]);
    }),
  );
});

test('three answers are one tap; a call says when', () => {
  const today = '2026-11-21';
  expect(readAnswer({ answer: 'gladly' }, today)).toEqual({ ok: true, value: { kind: 'gladly' } });
  expect(readAnswer({ answer: 'no' }, today)).toEqual({ ok: true, value: { kind: 'no' } });
  expect(readAnswer({ answer: 'later', from: '' }, today)).toEqual({ ok: true, value: { kind: 'later', from: null } });
  expect(readAnswer({ answer: 'later', from: '2026-11-21' }, today).ok).toBe(false);
  expect(readAnswer({ answer: 'call', day: '2026-11-24', hours: 'evening' }, today)).toEqual({
    ok: true,
    value: { kind: 'call', day: '2026-11-24', hours: 'evening' },
  });
  for (const typed of [{ day: '', hours: 'evening' }, { day: '2026-11-20', hours: 'evening' }, { day: '2026-11-24' }])
    expect(readAnswer({ answer: 'call', ...typed }, today).ok).toBe(false);
  expect(readAnswer({}, today).ok).toBe(false);
});
