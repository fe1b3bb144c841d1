import fc from 'fast-check';
import { expect, test } from 'vitest';
import { soundDistance, soundOf } from './sound.ts';

const FAR = 5000;

function apart(a: string, b: string): number {
  return soundDistance(soundOf(a), soundOf(b), FAR);
}

test.each([
  ['Чехов', 'Tschechow'],
  ['Чехов', 'Chekhov'],
  ['Шевченко', 'شيفتشينكو'],
  ['محمد', 'Mohammed'],
  ['الشمس', 'ash-Shams'],
  ['المركز', 'al-Markaz'],
  ['قذافي', 'Gaddafi'],
  ['თბილისი', 'Tbilisi'],
  ['Θεσσαλονίκη', 'Thessaloniki'],
  ['Schewtschenko', 'Shevchenko'],
  ['Qamişlo', 'Kamischlo'],
])('%s and %s sound alike', (a, b) => {
  expect(apart(a, b)).toBeLessThanOrEqual(120);
});

test.each([
  ['Чехов', 'Puschkin'],
  ['محمد', 'Hassan'],
  ['Verein', 'Zentrum'],
])('%s and %s do not', (a, b) => {
  expect(apart(a, b)).toBeGreaterThan(200);
});

const word = fc.oneof(
  fc.stringMatching(/^[a-zäöüşç]{1,10}$/),
  fc.stringMatching(/^[абвгдежзиклмнопрстухцчшщ]{1,8}$/u),
  fc.stringMatching(/^[ابتجحخدرسشعغفقكلمنهوي]{1,8}$/u),
);

test('the distance is the same from both sides', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(apart(a, b)).toBe(apart(b, a));
    }),
  );
});

test('a Latin word is at no distance from itself', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{1,12}$/), (text) => {
      expect(apart(text, text)).toBe(0);
    }),
  );
});

test('a limit changes no distance below it', () => {
  fc.assert(
    fc.property(word, word, fc.nat({ max: 600 }), (a, b, limit) => {
      const whole = apart(a, b);
      expect(soundDistance(soundOf(a), soundOf(b), limit)).toBe(whole > limit ? Infinity : whole);
    }),
  );
});
