import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findDoubled, findUnsaid, readUnsaid } from './unsaid.ts';

function rootWith(page: string): string {
  const root = mkdtempSync(join(tmpdir(), 'geflecht-words-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, 'docs'));
  writeFileSync(join(root, 'docs/words.md'), page);
  return root;
}

const rulesOf = (table: string) => readUnsaid(rootWith(table));

const TABLE = `# Words

## Words in five languages
One thing, one word.

| German | en | tr | ar | uk | not said |
| --- | --- | --- | --- | --- | --- |
| Zusammenarbeit | cooperation | iş birliği | تعاون | співпраця | tr: işbirli, -dersen; en: sign on$ |
| Fassung | version | sürüm | نسخة | редакція | uk: версі in agreements |
| Netzwerk | network | ağ | شبكة | мережа | |

## People
| code | German |
`;

test('what the table of words rules out is found in a catalogue, as the beginning, the end or the whole of a word', () => {
  const { unsaid, findings } = rulesOf(TABLE);
  expect(findings).toEqual([]);
  const found = (language: string, texts: Readonly<Record<string, string>>) =>
    findUnsaid('x.json', language, new Map(Object.entries(texts)), unsaid).map(({ why }) => why.split('"')[1]);
  const turkish = { a: 'İşbirliğine dön', b: 'Bu işbirliği', c: 'iş birliği', d: 'Evet dersen', e: 'Evet derseniz' };
  expect(found('tr', turkish)).toEqual(['a', 'b', 'd']);
  expect(found('en', { a: 'Sign on', b: 'Sign once', c: 'işbirliği' })).toEqual(['a']);
  const texts = { 'agreements.a': 'Нова версія', 'agreements.b': '{версія, plural, other {редакція}}' };
  expect(found('uk', { ...texts, 'app.a': 'Нова версія' })).toEqual(['agreements.a', 'agreements.b']);
  expect(found('uk', { 'agreements.a': '{version} конверсія' })).toEqual([]);
});

test('a rule that nobody can read, and a table that is gone, are findings', () => {
  expect(rulesOf(TABLE.replace('uk: версі', 'xx: версі')).findings.map(({ why }) => why)).toEqual([
    '"xx: версі in agreements" is no rule',
  ]);
  expect(rulesOf('# Words\n').findings).toHaveLength(1);
});

test('a word of the code that stands for two things is a finding, until what each is said of stands behind it', () => {
  const glossary = (first: string, second: string) => `# Words

| code | German |
| --- | --- |
| ${first} | Eintrag |

| code | German |
| --- | --- |
| ${second} | Satz |

${TABLE}`;
  const whys = (page: string) => findDoubled(rootWith(page)).map(({ why }) => why);
  expect(whys(glossary('entry', 'entry'))).toEqual(['"entry" stands for two things']);
  expect(whys(glossary('entry', 'entry (of a sheet)'))).toEqual([]);
});
