/** One rule broken once: which files to write, who must notice, and by which words. */
export interface Bite {
  readonly rule: string;
  readonly by:
    | 'lint'
    | 'types'
    | 'unused'
    | 'format'
    | 'words'
    | 'tables'
    | 'verbs'
    | 'permissions'
    | 'forbidden fields'
    | 'asvs';
  /** Path → content. A path that exists is appended to. */
  readonly files: Readonly<Record<string, string>>;
  /** What the report must say, in one line, about one of the files. */
  readonly says: RegExp;
}

const boundary = /boundaries\(dependencies\)/;
const restricted = /no-restricted-imports/;
/** Long enough that it is the size and nothing else. */
const long = `export const bite = [\n${'  1,\n'.repeat(310)}];\n`;

/** Areas, tables and columns that only exist here. */
export const BITES: readonly Bite[] = [
  // 1 The arrows
  lint('1 plain knows nobody', boundary, {
    'src/plain/bite-a.ts': "export { systemClock as bite } from '../platform/clock.ts';\n",
  }),
  lint('1 platform knows no area', boundary, {
    'src/platform/bite-b.ts': "export { declareFields as bite } from '../areas/claims/index.ts';\n",
  }),
  lint('1 ui knows no platform', boundary, {
    'src/ui/bite-c.ts': "export type { Clock as Bite } from '../platform/clock.ts';\n",
  }),
  lint('1 platform knows no ui', boundary, {
    'src/platform/bite-d.ts': "export type { Frame as Bite } from '../ui/frame.ts';\n",
  }),
  lint('1 an engine knows no area', boundary, {
    'src/engines/bite/bite-e.ts': "export { declareFields as bite } from '../../areas/claims/index.ts';\n",
  }),
  lint('1 an engine knows no other engine', boundary, {
    'src/engines/bite/index.ts': 'export const bite = 1;\n',
    'src/engines/bite-other/bite-f.ts': "export { bite } from '../bite/index.ts';\n",
  }),
  lint('1 an area knows no app', boundary, {
    'src/app/bite.ts': 'export const bite = 1;\n',
    'src/areas/claims/bite-g.ts': "export { bite } from '../../app/bite.ts';\n",
  }),
  lint('1 a dynamic import is an arrow too', boundary, {
    'src/plain/bite-h.ts': "export const bite = async (): Promise<unknown> => import('../platform/clock.ts');\n",
  }),
  // 2 Doors and pairs
  lint('2 another area only by its door', boundary, {
    'src/areas/offers/bite-i.ts': "export { declareFields as bite } from '../claims/field.ts';\n",
  }),
  lint('2 only listed pairs', boundary, {
    'src/areas/claims/bite-j.ts': "export { OFFER_FIELDS as bite } from '../offers/index.ts';\n",
  }),
  lint('2 an engine only by its door', boundary, {
    'src/engines/bite/inside.ts': 'export const bite = 1;\n',
    'src/areas/finding/bite-k.ts': "export { bite } from '../../engines/bite/inside.ts';\n",
  }),
  lint('2 nobody uses the doors of federation, notices, protection', boundary, {
    'src/areas/notices/index.ts': 'export const bite = 1;\n',
    'src/areas/lists/bite-l.ts': "export { bite } from '../notices/index.ts';\n",
  }),
  // 3 No aliases, no unknown targets, no cycles
  lint('3 no aliases', /no-restricted-imports|no-unknown-dependencies/, {
    'src/areas/lists/bite-m.ts': "export { declareFields as bite } from '#claims';\n",
  }),
  lint('3 no unknown targets', /boundaries\(no-unknown-dependencies\)/, {
    'src/areas/lists/bite-n.ts': "export { bite } from './bite-nowhere.ts';\n",
  }),
  lint('3 nothing from outside of src', boundary, {
    'src/areas/lists/bite-o.ts': "export { bite } from '../../../scripts/bite-outside.ts';\n",
    'scripts/bite-outside.ts': 'export const bite = 1;\n',
  }),
  lint('3 no homeless files', /boundaries\(no-unknown-files\)/, { 'src/utils/bite-oo.ts': 'export const bite = 1;\n' }),
  lint('3 no cycles', /import\(no-cycle\)/, {
    'src/areas/lists/bite-p.ts':
      "import { biteQ } from './bite-q.ts';\n\nexport const biteP = (): number => biteQ();\n",
    'src/areas/lists/bite-q.ts':
      "import { biteP } from './bite-p.ts';\n\nexport const biteQ = (): number => biteP();\n",
  }),
  // 4 Packages in their places
  lint('4 kysely only in stores', restricted, {
    'src/areas/lists/bite-r.ts': "export { sql as bite } from 'kysely';\n",
  }),
  lint('4 kysely types only in stores', restricted, {
    'src/areas/lists/bite-s.ts': "export type { Kysely as Bite } from 'kysely';\n",
  }),
  lint('4 zod only in forms', restricted, { 'src/areas/lists/store-bite.ts': "export { z as bite } from 'zod';\n" }),
  lint('4 hono only in pages', restricted, { 'src/areas/lists/bite-t.ts': "export { Hono as Bite } from 'hono';\n" }),
  lint('4 no kysely in pages', restricted, {
    'src/areas/lists/pages/bite-u.ts': "export { sql as bite } from 'kysely';\n",
  }),
  // 5 Tables
  bite('5 no query on a foreign table', 'tables', /"claim" belongs to src\/areas\/claims/, {
    'src/areas/lists/store-bite-v.ts':
      "export const bite = (db: { selectFrom: (table: string) => unknown }): unknown => db.selectFrom('claim as c');\n",
  }),
  bite('5 no SQL on a foreign table', 'tables', /"claim" belongs to src\/areas\/claims/, {
    'src/areas/lists/store-bite-w.ts':
      "import { sql } from 'kysely';\n\nexport const bite = sql`select 1 from claim`;\n",
  }),
  bite('5 every table is declared', 'tables', /"bite" is created, but in no tables\.ts/, {
    'src/areas/lists/migrations/bite-x.ts':
      "import { sql } from 'kysely';\n\nexport const bite = sql`create table bite (id int)`;\n",
  }),
  // 6 GET handlers read only
  bite('6 a page that is only looked at cannot write', 'types', /bite-y\.ts.*error TS/, {
    'src/areas/claims/bite-y.ts':
      "import type { ReadContext } from '../../platform/context.ts';\n\nexport const bite = (ctx: ReadContext): Promise<unknown> =>\n  ctx.db.read((db) => db.deleteFrom('claim').execute());\n",
  }),
  bite('6 a context for reading has no write', 'types', /bite-z\.ts.*error TS/, {
    'src/areas/claims/bite-z.ts':
      "import type { ReadContext } from '../../platform/context.ts';\n\nexport const bite = (ctx: ReadContext): unknown => ctx.db.write;\n",
  }),
  // 7 Style
  lint('7 at most 300 lines', /max-lines/, { 'src/plain/bite-aa.ts': long }),
  lint('7 no default exports', /no-default-export/, {
    'src/plain/bite-ab.ts': 'const bite = 1;\nexport default bite;\n',
  }),
  lint('7 no console', /no-console/, {
    'src/plain/bite-ac.ts': "export const bite = (): void => console.log('bite');\n",
  }),
  lint('7 no floating promises', /no-floating-promises/, {
    'src/plain/bite-ad.ts': 'export const bite = (): void => {\n  Promise.resolve(1);\n};\n',
  }),
  lint('7 no any', /no-explicit-any/, {
    'src/plain/bite-ae.ts': 'export const bite = (value: any): unknown => value;\n',
  }),
  lint('7 no non-null assertion', /no-non-null-assertion/, {
    'src/areas/lists/bite-af.ts': 'export const bite = (value: string | null): string => value!;\n',
  }),
  lint('7 no as', /consistent-type-assertions/, {
    'src/areas/lists/bite-ag.ts': 'export const bite = (value: unknown): string => value as string;\n',
  }),
  lint('7 no empty catch', /no-empty/, {
    'src/plain/bite-ah.ts':
      'export const bite = (work: () => void): void => {\n  try {\n    work();\n  } catch {}\n};\n',
  }),
  bite('7 one form of writing', 'format', /bite-ai\.ts/, { 'src/plain/bite-ai.ts': 'export const bite = "double"\n' }),
  // 8 Words
  bite(
    '8 every language has every key',
    'words',
    /bite-aj\/words\/en\.json.*"bite\.one" is missing/,
    catalogues('bite-aj', { de: { 'bite.one': 'Eins' }, en: {} }),
  ),
  bite(
    '8 the same placeholders',
    'words',
    /bite-ak\/words\/tr\.json.*"bite\.two" has the placeholders/,
    catalogues('bite-ak', { de: { 'bite.two': 'Ort: {place}' }, tr: { 'bite.two': 'Yer' } }),
  ),
  bite(
    '8 every plural form',
    'words',
    /bite-al\/words\/uk\.json.*"bite\.three": a plural lacks the forms few, many/,
    catalogues('bite-al', {
      de: { 'bite.three': '{count, plural, one {# Ort} other {# Orte}}' },
      uk: { 'bite.three': '{count, plural, one {# місце} other {# місць}}' },
      ar: { 'bite.three': '{count, plural, zero {#} one {#} two {#} few {#} many {#} other {#}}' },
    }),
  ),
  bite(
    '8 one word per thing in every language',
    'words',
    /bite-word\/words\/tr\.json.*"bite\.five" has "teklif", the word is "hizmet"/,
    catalogues('bite-word', { de: { 'bite.five': 'Angebot' }, tr: { 'bite.five': 'Teklif' } }),
  ),
  bite('8 no key without words', 'words', /bite-am\.ts.*no words for the key "bite\.nothing"/, {
    'src/areas/lists/bite-am.ts':
      "export const bite = (say: (key: string) => string): string => say('bite.nothing');\n",
  }),
  bite(
    '8 no words without use',
    'words',
    /"bite\.unused" is not used/,
    catalogues('bite-an', { de: { 'bite.unused': 'Nie' } }, false),
  ),
  bite('8 no literal text', 'words', /bite-ao\.tsx.*literal text "Hallo"/, {
    'src/ui/bite-ao.tsx': 'export const Bite = () => <p>Hallo</p>;\n',
  }),
  bite('8 no literal text in attributes', 'words', /bite-ap\.tsx.*literal text "Schließen"/, {
    'src/ui/bite-ap.tsx': 'export const Bite = () => <p title="Schließen" />;\n',
  }),
  // 9 Verbs
  bite('9 demand before a verb writes', 'verbs', /bite-aq\.ts.*without demand/, {
    'src/areas/lists/bite-aq.ts':
      'export const bite = (ctx: { db: { write: (work: unknown) => unknown } }): unknown => ctx.db.write(1);\n',
  }),
  bite('9 raised rights are reviewed', 'permissions', /store-bite-raised\.ts.*raises its rights/, {
    'src/areas/lists/store-bite-raised.ts':
      "import { asSystem, type Reader } from '../../platform/database/index.ts';\n\nexport const bite = (db: Reader): Promise<number> => asSystem(db, () => Promise.resolve(1));\n",
  }),
  bite('9 a page does not write', 'verbs', /bite-ar\.ts.*a page writes/, {
    'src/areas/lists/pages/bite-ar.ts':
      'export const bite = (ctx: { db: { write: (work: unknown) => unknown } }): unknown => ctx.db.write(1);\n',
  }),
  // 10 Unused
  bite('10 no unused files', 'unused', /src\/areas\/lists\/bite-as\.ts/, {
    'src/areas/lists/bite-as.ts': 'export const bite = 1;\n',
  }),
  bite('10 no unused exports', 'unused', /bite\b.*src\/plain\/scope\.ts/, {
    'src/plain/scope.ts': '\nexport const bite = 1;\n',
  }),
  // 11 Forbidden fields
  bite('11 no such declared field', 'forbidden fields', /bite-at\/fields\.ts.*"nationality" names nationality/, {
    'src/areas/bite-at/fields.ts': "export const bite = { nationality: { kind: 'line' } };\n",
  }),
  bite('11 no such column', 'forbidden fields', /bite-au\.ts.*"aufenthaltsstatus" names residence/, {
    'src/areas/lists/migrations/bite-au.ts': 'export const bite = `alter table x add column aufenthaltsstatus text`;\n',
  }),
  bite('11 no such table property', 'forbidden fields', /bite-av\/tables\.ts.*"religious_community" names religion/, {
    'src/areas/bite-av/tables.ts': 'export interface Bite {\n  religious_community: string;\n}\n',
  }),
  bite('11 no such input', 'forbidden fields', /bite-aw\/forms\.ts.*"healthStatus" names health/, {
    'src/areas/bite-aw/forms.ts': 'export const bite = { healthStatus: 1 };\n',
  }),
  bite(
    '11 no words for it',
    'forbidden fields',
    /"bite\.parteibuch" names party/,
    catalogues('bite-ax', { de: { 'bite.parteibuch': 'Partei' } }),
  ),
  bite('11 no declaration elsewhere', 'forbidden fields', /bite-ay\.ts.*fields are declared in fields\.ts only/, {
    'src/areas/lists/bite-ay.ts':
      "import { declareFields } from '../claims/index.ts';\n\nexport const bite = declareFields('offer', { anything: { kind: 'line', halfLifeDays: 1 } });\n",
  }),
  // 13 ASVS
  bite(
    '13 one row each, and proofs that are there',
    'asvs',
    /1\.1\.1 has two rows|bite-nowhere\.test\.ts does not exist/,
    {
      'docs/asvs.md': '\n| 1.1.1 | once more | `src/bite-nowhere.test.ts` |\n',
    },
  ),
];

function bite(rule: string, by: Bite['by'], says: RegExp, files: Bite['files']): Bite {
  return { rule, by, files, says };
}

function lint(rule: string, says: RegExp, files: Bite['files']): Bite {
  return { rule, by: 'lint', files, says };
}

/** Catalogues in all languages, the German one where nothing else is said; and code that uses the keys. */
function catalogues(
  area: string,
  some: Readonly<Record<string, Readonly<Record<string, string>>>>,
  isUsed = true,
): Bite['files'] {
  const german = some['de'] ?? {};
  const files: Record<string, string> = {};
  for (const language of ['de', 'en', 'tr', 'ar', 'uk']) {
    files[`src/areas/${area}/words/${language}.json`] = JSON.stringify(some[language] ?? german);
  }
  if (isUsed) files[`src/areas/${area}/bite.ts`] = `export const bite = ${JSON.stringify(Object.keys(german))};\n`;
  return files;
}
