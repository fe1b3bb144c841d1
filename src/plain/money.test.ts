import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldMoney, MOST_CENTS, readMoney, showMoney } from './money.ts';

/** Those of the interface, and others that agreements are written in. */
const LANGUAGES = ['de', 'de-simple', 'en', 'tr', 'ar', 'uk', 'kmr', 'fa', 'fr', 'ru', 'pl', 'ro', 'ckb', 'en-GB'];

test('an amount that is shown is read as what it was, in every language', () => {
  for (const language of LANGUAGES)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MOST_CENTS }), (cents) => {
        expect(readMoney(showMoney(cents, language), language), `${language} ${cents}`).toEqual({
          ok: true,
          value: cents,
        });
        expect(readMoney(fieldMoney(cents, language), language), `${language} ${cents}`).toEqual({
          ok: true,
          value: cents,
        });
      }),
    );
});

test('money is read as people type it', () => {
  const typed: readonly (readonly [string, number])[] = [
    ['1.234,50', 123_450],
    ['1,234.50', 123_450],
    ['1234.5', 123_450],
    ['1 234,50 €', 123_450],
    ['1\u202F234,50\u00A0€', 123_450],
    ['€ 9.600', 960_000],
    ['9600 EUR', 960_000],
    ['24.000', 2_400_000],
    ['24,000', 2_400_000],
    ['1’200', 120_000],
    ['١٬٢٣٤٫٥٠', 123_450],
    ['۱۲۳', 12_300],
    ['0,05', 5],
    ['0', 0],
    ['1.234.567,8', 123_456_780],
    ['20.000,-', 2_000_000],
    ['20.000,– €', 2_000_000],
    ['€ 50,--', 5000],
  ];
  for (const [text, cents] of typed) expect(readMoney(text), text).toEqual({ ok: true, value: cents });
});

test('what could mean two things is refused, not guessed', () => {
  for (const text of [
    '12.34.56',
    '1.23,4',
    '1,234,50',
    '0.125',
    '12.3456',
    '1.2345,00',
    'viel',
    '5 € 3',
    '1e5',
    ',5,',
    ',-',
    '5-',
    '.',
  ])
    expect(readMoney(text), text).toEqual({ ok: false, issue: 'unclear' });
  expect(readMoney('  ')).toEqual({ ok: false, issue: 'empty' });
  expect(readMoney('€')).toEqual({ ok: false, issue: 'empty' });
  expect(readMoney('-5')).toEqual({ ok: false, issue: 'negative' });
  expect(readMoney('−5,00 €')).toEqual({ ok: false, issue: 'negative' });
  expect(readMoney('100.000.000,01')).toEqual({ ok: false, issue: 'tooMuch' });
  expect(readMoney('9'.repeat(400))).toEqual({ ok: false, issue: 'tooMuch' });
});

test('three digits behind the decimal sign of the own language are asked about, not taken for thousands', () => {
  const unclear = { ok: false, issue: 'threeDigits' };
  expect(readMoney('12,000', 'de')).toEqual(unclear);
  expect(readMoney('12,000 €', 'de-simple')).toEqual(unclear);
  expect(readMoney('12.000', 'en')).toEqual(unclear);
  expect(readMoney('12.000', 'de')).toEqual({ ok: true, value: 1_200_000 });
  expect(readMoney('12,000', 'en')).toEqual({ ok: true, value: 1_200_000 });
  expect(readMoney('12,000,000', 'de')).toEqual({ ok: true, value: 1_200_000_000 });
  expect(readMoney('12,000.50', 'de')).toEqual({ ok: true, value: 1_200_050 });
});

test('whole euros are shown without cents', () => {
  expect(showMoney(480_000, 'de')).toBe('4.800\u00A0€');
  expect(showMoney(480_050, 'de-simple')).toBe('4.800,50\u00A0€');
  expect(showMoney(480_000, 'en')).toBe('€4,800');
  expect(showMoney(480_000, 'tr')).toBe('€4.800');
  expect(showMoney(480_000, 'uk')).toBe('4\u00A0800\u00A0€');
  expect(fieldMoney(480_000, 'de')).toBe('4800');
});
