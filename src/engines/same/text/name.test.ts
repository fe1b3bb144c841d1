import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endsAtLimit } from './cut.ts';
import { isGlue } from './glue.ts';
import { initialsOf, readName, stretchWith } from './name.ts';

test.each([
  'Elternbund e. V.',
  'Elternbund e.V.',
  'Elternbund eV',
  'Elternbund E.V.',
  'elternbund e v',
  'Elternbund eingetragener Verein',
])('%j is the registered association Elternbund', (name) => {
  expect(readName(name)).toMatchObject({ tokens: ['elternbund'], legal: 'eV' });
});

test.each([
  ['Förderkreis gGmbH', 'gGmbH'],
  ['Förderkreis g GmbH', 'gGmbH'],
  ['Förderkreis gem. GmbH', 'gGmbH'],
  ['Förderkreis gemeinnützige GmbH', 'gGmbH'],
  ['Gemeinnützige Förderkreis GmbH', 'gGmbH'],
  ['Förderkreis Gesellschaft mit beschränkter Haftung', 'GmbH'],
  ['Förderkreis UG (haftungsbeschränkt)', 'UG'],
  ['Förderkreis GmbH & Co. KG', 'GmbHCoKG'],
  ['Förderkreis GmbH und Co KG', 'GmbHCoKG'],
  ['Förderkreis K. d. ö. R.', 'KdoeR'],
  ['Förderkreis KdöR', 'KdoeR'],
  ['Förderkreis, Körperschaft des öffentlichen Rechts', 'KdoeR'],
  ['Förderkreis e. G.', 'eG'],
  ['Förderkreis AG', 'AG'],
  ['Förderkreis L.L.C.', 'LLC'],
  ['Förderkreis l l c', 'LLC'],
  ['Förderkreis S.à r.l.', 'SARL'],
  ['Förderkreis Sp. z o.o.', 'Spzoo'],
  ['Förderkreis s. r. o.', 'Sro'],
  ['Förderkreis Ltd. Şti.', 'LtdSti'],
])('the legal form of %j is %s and no part of the name', (name, legal) => {
  expect(readName(name)).toMatchObject({ tokens: ['foerderkreis'], legal });
});

test.each([
  ['ГО «Берегиня»', 'берегиня', 'GO'],
  ['Громадська організація Берегиня', 'берегиня', 'GO'],
  ['ООО «Ромашка»', 'ромашка', 'OOO'],
  ['ТОВ Ромашка', 'ромашка', 'OOO'],
  ['شركة النور ذ.م.م', 'شركه النور', 'WLL'],
])('%j is written with the legal form that its language has', (name, tokens, legal) => {
  expect(readName(name)).toMatchObject({ tokens: tokens.split(' '), legal });
});

test('what may be a word is a legal form only where the name ends', () => {
  expect(readName('AG Asyl Erding')).toMatchObject({ tokens: ['ag', 'asyl', 'erding'], legal: null });
  expect(readName('Asyl Erding AG')).toMatchObject({ tokens: ['asyl', 'erding'], legal: 'AG' });
});

test('"Ev." before a church is evangelical, behind an association a legal form', () => {
  expect(readName('Ev.-Luth. Kirchgemeinde')).toMatchObject({
    tokens: ['evangelisch', 'lutherisch', 'kirchgemeinde'],
    legal: null,
  });
  expect(readName('Sportfreunde Ev.')).toMatchObject({ tokens: ['sportfreunde'], legal: 'eV' });
});

test('a name that is nothing but a legal form keeps its words', () => {
  expect(readName('e. V.')).toMatchObject({ tokens: ['ev'], legal: null });
});

test.each([
  'Kinder-, Jugend- u. Familienhilfe',
  'Kinder-, Jugend- und Familienhilfe',
  'Kinder Jugend & Familienhilfe',
  'KINDER-, JUGEND- UND FAMILIENHILFE',
])('%j says the same', (name) => {
  expect(readName(name).tokens).toEqual(['kinder', 'jugend', 'familienhilfe']);
});

test.each(['Al-Rafidain', 'al-rafidain', 'Ar-Rafidain', 'er-Rafidain', 'El Rafidain', 'AL RAFIDAIN', 'Alrafidain'])(
  'the article of %j belongs to the word, as in its own script',
  (name) => {
    expect(readName(name).tokens).toEqual(['alrafidain']);
  },
);

test('a letter that a conversion lost does not tear a word apart', () => {
  expect(readName('Dscham?iya Nur').tokens).toEqual(['dschamiya', 'nur']);
  expect(readName('Wer? Wie? Was?').tokens).toEqual(['wer', 'wie', 'was']);
});

test('a small word in capitals is an acronym', () => {
  expect(readName('ET & Co').tokens).toEqual(['et']);
  expect(readName('Le Bal et Co').tokens).toEqual(['bal']);
});

test('both foldings of an umlaut are given, the long one first', () => {
  expect(readName('Türkische Bücherei').tokens).toEqual(['tuerkische', 'buecherei']);
  expect(readName('Türkische Bücherei').folded).toEqual([['turkische', 'bucherei']]);
  expect(readName('Elternbund').folded).toEqual([]);
});

test('a name in other letters comes with its romanisations', () => {
  const { tokens, folded } = readName('Спілка жінок');
  expect(tokens).toEqual(['спілка', 'жінок']);
  expect(folded).toContainEqual(['spilka', 'zhinok']);
  expect(folded).toContainEqual(['spilka', 'schinok']);
});

test.each([
  ['Syrischer Frauenverein', 'association', 'women'],
  ['Syrian Women Association', 'association', 'women'],
  ['Suriyeli Kadınlar Derneği', 'association', 'women'],
  ['جمعية المرأة السورية', 'association', 'women'],
  ['انجمن زنان سوریه', 'association', 'women'],
  ['Спілка сирійських жінок', 'association', 'women'],
  ['Общество сирийских женщин', 'association', 'women'],
])('%j calls itself an association of women', (name, kind, topic) => {
  expect(readName(name).kinds).toEqual([kind]);
  expect(readName(name).topics).toEqual([topic]);
});

test('acronyms are found in capitals and with dots, not in a name that is all in capitals', () => {
  expect(readName('Türkisch-Deutscher Verein (TDV) e. V.').acronyms).toEqual(['tdv']);
  expect(readName('A.W.O. Chemnitz').acronyms).toEqual(['awo']);
  expect(readName('BUND DER FRAUEN').acronyms).toEqual([]);
});

test('initials count the parts inside hyphens and compounds', () => {
  expect(initialsOf(readName('Türkisch-Deutscher Verein e. V.').tokens)).toEqual(['tdv']);
  expect(initialsOf(readName('Kreis-Volkshochschule').tokens)).toContain('kvhs');
  expect(initialsOf(['kreisjugendring'])).toEqual(['kjr']);
});

test('the words behind initials are found where they first stand, as far as they go', () => {
  expect(stretchWith('tdv', ['der', 'tuerkisch', 'deutscher', 'verein', 'x'])).toEqual([1, 5]);
  expect(stretchWith('kvhs', ['neue', 'kreisvolkshochschule', 'hof'])).toEqual([1, 2]);
  expect(stretchWith('k2', ['kita', '2'])).toEqual([0, 2]);
  expect(stretchWith('tv', ['tuerkisch', 'deutscher', 'verein'])).toBeNull();
});

test('a stretch is found where the initials of every stretch, written down one after the other, have it', () => {
  const word = fc.constantFrom('tuerkisch', 'kreisjugendring', 'a', 'jugendring', 'verein', '2', 'turnverein', 'rat');
  fc.assert(
    fc.property(
      fc.array(word, { maxLength: 6 }),
      fc.constantFrom('tv', 'kjr', 'jr', 'tvr', 'v2', 'kjrtv'),
      (words, ask) => {
        const all = words.flatMap((_, from) =>
          words.slice(from).map((__, at): [number, number] => [from, words.length - at]),
        );
        const found = all.find(([from, to]) => initialsOf(words.slice(from, to)).includes(ask));
        expect(stretchWith(ask, words)).toEqual(found ?? null);
      },
    ),
  );
});

test.each([
  ['Arbeiterwohlfahrt Soziale Dienste Chemnitz und Umg', true],
  ['Arbeiterwohlfahrt Soziale Dienste Chemnitz und Umgebung gGmbH', false],
  ['Verein zur Förderung der Kultur und', true],
  ['Verein zur Förderung der Kult…', true],
  ['Internationales Frauencafé (Begegnung', true],
  ['Annenschule -GS-', false],
  ['Annenschule', false],
  ['Annenschule    ', false],
])('whether %j is cut: %s', (name, isCut) => {
  expect(readName(name).isCut).toBe(isCut);
});

test.each([
  ['Deutsch-Arabischer Frauenbund Erlenau eingetragene', 'erlenau'],
  ['Deutsch-Arabischer Frauenbund Kirschtal eingetrage', 'kirschtal'],
  ['Deutsch-Arabischer Frauenbund Neu eingetragener Ve', 'neu'],
])('a legal form that is cut off in %j is one', (name, last) => {
  expect(name).toHaveLength(50);
  expect(readName(name)).toMatchObject({ legal: 'eV', isCut: true });
  expect(readName(name).tokens.at(-1)).toBe(last);
});

test('"Gemein" at the end of a cut name may be a parish', () => {
  expect(readName('Förderkreis der Evangelischen Kirche Aalbur Gemein')).toMatchObject({ legal: null, isCut: true });
});

const WORDS = [
  'Verein',
  'Türkischer',
  'e. V.',
  'eV',
  'gGmbH',
  'GmbH',
  '& Co. KG',
  'und',
  'für',
  'Frauen',
  'Ev.',
  'Ltd',
  'Co',
  'Schule',
  'A',
  'B',
  'gemeinnützige',
  'جمعية',
  'المرأة',
  'спілка',
  'Общество',
  'ограниченной',
  'ГО',
  'St.',
  '12',
  '(TDV)',
  "l'amitié",
  'Kinder-',
  'UG',
  'und Umg',
];
const nameOfWords = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 7 }).map((words) => words.join(' '));

test('reading what was read changes nothing, unless an acronym spells a small word or it looks cut', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        nameOfWords,
        fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.toLowerCase()),
      ),
      (name) => {
        const { tokens } = readName(name);
        fc.pre(!tokens.some(isGlue) && !endsAtLimit(tokens.join(' ')));
        expect(readName(tokens.join(' ')).tokens).toEqual(tokens);
      },
    ),
    { numRuns: 1000 },
  );
});

test('every other reading has as many words as the first', () => {
  fc.assert(
    fc.property(nameOfWords, (name) => {
      const { tokens, folded, skeletons } = readName(name);
      expect(skeletons).toHaveLength(tokens.length);
      for (const reading of folded) expect(reading).toHaveLength(tokens.length);
    }),
  );
});
