import { expect, test } from 'vitest';
import { isLanguages, readLanguages } from './languages.ts';
import { FORM_OF, knownLanguages, languagesCalled } from './language-names.ts';

test.each([
  ['Deutsch, Englisch', ['de', 'en']],
  ['ar,de,en', ['ar', 'de', 'en']],
  ['DE/EN', ['de', 'en']],
  ['dt., engl., frz.', ['de', 'en', 'fr']],
  ['Kurmanci', ['kmr']],
  ['Kurmandschi', ['kmr']],
  ['Kurmancî', ['kmr']],
  ['kurdisch (Sorani)', ['ckb']],
  ['Kurdisch (Kurmanci, Sorani), Arabisch', ['ar', 'ckb', 'kmr']],
  ['Kurdisch', ['ku']],
  ['Dari', ['prs']],
  ['Persisch (Dari)', ['prs']],
  ['Farsi/Persisch', ['fa']],
  ['Tigrinisch', ['ti']],
  ['ትግርኛ', ['ti']],
  ['arab.', ['ar']],
  ['ukr.', ['uk']],
  ['Türkçe', ['tr']],
  ['turkce', ['tr']],
  ['العربية', ['ar']],
  ['العربية والألمانية', ['ar', 'de']],
  ['українська, російська', ['ru', 'uk']],
  ['Arapça ve Kürtçe', ['ar', 'ku']],
  ['arabe, français', ['ar', 'fr']],
  ['German and Arabic', ['ar', 'de']],
  ['in arabischer Sprache', ['ar']],
  ['türkischsprachig', ['tr']],
  ['Deutsch (B1)', ['de']],
  ['Deutsch-Arabisch', ['ar', 'de']],
  ['Deutsch Englisch Arabisch', ['ar', 'de', 'en']],
  ['1. Englisch, 2. Spanisch', ['en', 'es']],
  ['Bosnisch/Kroatisch/Serbisch', ['bs', 'hr', 'sr']],
  ['BKS', ['bs', 'hr', 'sr']],
  ['Gebärdensprache (DGS)', ['gsg']],
  ['Englisch, Englisch', ['en']],
])('%j names the languages %j', (raw, tags) => {
  expect(readLanguages(raw)).toEqual({ ok: true, value: { value: tags, notes: [] } });
});

test.each([
  ['Deutsch und Klingonisch', ['de'], 'Klingonisch'],
  ['Arabisch (Syrisch)', ['ar'], 'Syrisch'],
  ['Mehrsprachig (Deutsch, Englisch)', ['de', 'en'], 'Mehrsprachig'],
  ['Deutsch, auch Leichte Sprache', ['de'], 'auch Leichte Sprache'],
])('%j names %j, and tells that "%s" is unknown', (raw, tags, part) => {
  expect(readLanguages(raw)).toEqual({
    ok: true,
    value: { value: tags, notes: [{ key: 'claims.languages.note.unknown', values: { part } }] },
  });
});

test.each(['Klingonisch', 'kein Deutsch', 'es wird so gesprochen', 'UA', '12'])('%j names no language', (raw) => {
  expect(readLanguages(raw)).toMatchObject({ ok: false, issue: { key: 'claims.languages.unknown' } });
});

test.each(['alle Sprachen', 'viele verschiedene Sprachen', 'mehrsprachig', 'all languages'])(
  '%j asks which languages are meant',
  (raw) => {
    expect(readLanguages(raw)).toMatchObject({ ok: false, issue: { key: 'claims.languages.everyLanguage' } });
  },
);

test('a hundred languages are known, each by its tag and by its German, English, Turkish, Arabic and Ukrainian name', () => {
  expect(knownLanguages().length).toBeGreaterThanOrEqual(100);
  for (const tag of knownLanguages()) expect(languagesCalled(tag), tag).toEqual([tag]);
  for (const tag of ['ar', 'fa', 'so', 'sq', 'tr', 'uk', 'vi', 'ti', 'am', 'ps', 'ru', 'pl']) {
    for (const language of ['de', 'en', 'tr', 'ar', 'uk', tag]) {
      const name = new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? '';
      expect(languagesCalled(name), `${tag} in ${language}: ${name}`).toEqual([tag]);
    }
  }
});

test('a form of a language belongs to a language that is known', () => {
  for (const general of Object.values(FORM_OF)) expect(knownLanguages()).toContain(general);
});

test('a list of languages is sorted, without doubles and not empty', () => {
  expect(isLanguages(['ar', 'kmr'])).toBe(true);
  expect(isLanguages(['de-CH', 'zh-Hant'])).toBe(true);
  for (const wrong of [[], ['kmr', 'ar'], ['ar', 'ar'], ['Deutsch'], ['']]) expect(isLanguages(wrong)).toBe(false);
});
