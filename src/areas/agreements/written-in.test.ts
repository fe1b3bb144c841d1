import { expect, test } from 'vitest';
import { AGREEMENT_LANGUAGES } from './forms-sheet.ts';
import { languageIn, writtenIn } from './written-in.ts';

test('letters that only one language has tell which it is', () => {
  const known = [
    ['نريد أن تختار الأمهات الموضوعات.', 'ar'],
    ['مادران چه می‌خواهند؟', 'fa'],
    ['Матері самі обирають теми, їх слухають.', 'uk'],
    ['Мы хотим, чтобы темы выбирали матери.', 'ru'],
    ['Konuları kadınlar seçer, doğru olan budur.', 'tr'],
    ['Matki wybierają tematy.', 'pl'],
    ['Mamele aleg și temele.', 'ro'],
    ['Die Frauen heißen die Themen gut.', 'de'],
    ['እዚኣ ሓሳብ', 'ti'],
  ] as const;
  for (const [said, language] of known) {
    expect(writtenIn(said), said).toBe(language);
    expect(AGREEMENT_LANGUAGES).toContain(language);
  }
});

test('where letters leave a doubt, nothing is guessed', () => {
  for (const said of ['', 'Sonntags.', 'Jin mijaran hildibijêrin.', 'Zwölf Abende für Mütter'])
    expect(writtenIn(said)).toBeNull();
});

test('what has no letter of the language of its field belongs to another one', () => {
  const told = [
    ['Sprachcafé im Rathaus', 'ar', 'de'],
    ['Sprachcafé im Rathaus', 'tr', 'tr'],
    ['Akşam buluşması', 'uk', 'tr'],
    ['مقهى اللغة', 'de', 'ar'],
    ['مقهى Café اللغة', 'de', 'de'],
    ['Мовне кафе', 'de', 'uk'],
    ['Мовне кафе', 'ru', 'ru'],
    ['12 – 14', 'ar', 'ar'],
    ['', 'ar', 'ar'],
  ] as const;
  for (const [said, field, language] of told) expect(languageIn(said, field), said).toBe(language);
});
