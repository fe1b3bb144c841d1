import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';
import { calleeName, list, sources, stringsOf, walk, type SourceFile } from '../../scripts/source.ts';
import { HOLDINGS } from '../../src/app/holdings.ts';

/**
 * Who gets money and who demands what stay apart: nothing puts both side by side by organisation. Money stands in
 * agreements and in what leads to them; the areas of stance come later, and the contract is here before them.
 */
const MONEY =
  /^(funding|fundings|programme|duty|proof|grant|agreement|request|commitment|proposed_change|draft_change|kept_agreement|sheet)(_\w+)?$/;
const STANCE =
  /^(demand|demands|position|signer|signature_of_demand|mandate|survey|opinion|vote|voice|ballot|conversation|statement|moderation|dissent|stand|paper_code)(_\w+)?$/;
const MONEY_AREA = /^(funding|agreements|requests|commitments|reviews)$/;
const STANCE_AREA = /^(demands|mandates|commonground|surveys|voices)$/;

const ROOT = join(import.meta.dirname, '../..');

/**
 * Who works together with whom is for those who do. So what is kept of it is read together with what is kept of it
 * elsewhere along these pairs only (decision 004), and never beside anything else.
 */
const TOGETHER: Readonly<Record<string, readonly string[]>> = {
  cooperations: [],
  requests: ['cooperations'],
  agreements: ['cooperations'],
  commitments: ['agreements', 'cooperations'],
  reviews: ['agreements', 'cooperations'],
};

/** Table → area, from the steps that make the tables. */
const AREA_OF_TABLE: ReadonlyMap<string, string> = new Map(
  list(ROOT, ['src/**/migrations/*.ts']).flatMap((path) =>
    [...readFileSync(join(ROOT, path), 'utf8').matchAll(/create table (?:if not exists )?"?(\w+)"?/g)].map(
      ([, table = '']) => [table, /^src\/areas\/([^/]+)\//.exec(path)?.[1] ?? 'platform'] as const,
    ),
  ),
);

interface Sides {
  readonly money: boolean;
  readonly stance: boolean;
}

/** What is asked of the database by these names of calls: tables. */
const ASKS =
  /^(selectFrom|insertInto|updateTable|deleteFrom|mergeInto|using|from|table|innerJoin|leftJoin|rightJoin|fullJoin|crossJoin|innerJoinLateral|leftJoinLateral)$/;

/** Which tables a file names, in SQL or in the query builder; `everywhere` also where any other call is given a name. */
function tablesOf(file: SourceFile, everywhere: boolean): ReadonlySet<string> {
  const names: string[] = [];
  const fromSql = (text: string) => {
    for (const [, name = ''] of text.matchAll(
      /\b(?:from|join|into|update|table|using|references)\s+(?:only\s+)?(?:"?public"?\.)?"?([a-z_]\w*)/gi,
    ))
      names.push(name.toLowerCase());
  };
  walk(file, {
    CallExpression(node) {
      const [first] = node.arguments;
      if (first === undefined || !(everywhere || ASKS.test(calleeName(node) ?? ''))) return;
      for (const { text } of stringsOf(first)) names.push(text.trim().split(/[\s.]/)[0]?.toLowerCase() ?? '');
    },
    TemplateElement: (node) => fromSql(node.value.raw),
    Literal: (node) => {
      if (typeof node.value === 'string' && /\s(from|join|into)\s/i.test(` ${node.value}`)) fromSql(node.value);
    },
  });
  return new Set(names);
}

/** Which of both sides a file names as tables. */
function sidesOf(file: SourceFile): Sides {
  const names = [...tablesOf(file, true)];
  return { money: names.some((name) => MONEY.test(name)), stance: names.some((name) => STANCE.test(name)) };
}

/** Files that read what is kept of working together beside something that does not belong to it. */
function readsBeside(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) => {
    // A step declares to what a row belongs, and what its wall asks; rows are read by stores.
    if (file.path.includes('/migrations/') || file.path.endsWith('/holdings.ts')) return [];
    const areas = [...tablesOf(file, false)].flatMap((table) => AREA_OF_TABLE.get(table) ?? []);
    const together = areas.filter((area) => TOGETHER[area] !== undefined);
    if (together.length === 0) return [];
    const own = /^src\/areas\/([^/]+)\//.exec(file.path)?.[1] ?? 'app';
    const allowed = TOGETHER[own] === undefined ? [] : [own, ...(TOGETHER[own] ?? [])];
    const wrong = [...new Set(areas.filter((area) => !allowed.includes(area)))];
    return wrong.length === 0 ? [] : [`${file.path}: ${wrong.join(', ')}`];
  });
}

/** Which areas a file imports. */
function areasOf({ text, path }: SourceFile): readonly string[] {
  const own = /^src\/areas\/([^/]+)\//.exec(path)?.[1];
  const others = [...text.matchAll(/from '(?:\.\.?\/)+(?:areas\/)?([a-z]+)\/index\.ts'/g)].map(([, name = '']) => name);
  return [...others, ...(own === undefined ? [] : [own])];
}

/** Files that bring both sides together; only the app may know both, and only to hand each its routes. */
function joins(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) => {
    const { money, stance } = sidesOf(file);
    const areas = areasOf(file);
    const knowsBoth = areas.some((area) => MONEY_AREA.test(area)) && areas.some((area) => STANCE_AREA.test(area));
    const isRoutes = /^src\/app\/(site|migrations|holdings|register|permissions)\.ts$/.test(file.path);
    return (money && stance) || (knowsBoth && !isRoutes) ? [file.path] : [];
  });
}

function pairs(config: string): readonly string[] {
  const names = [...config.matchAll(/"from":\s*(.*?)"disallow|"from":\s*(.*?)(?="from"|$)/gs)].map(([whole]) => whole);
  return names.filter(
    (rule) => /\bfunding\b/.test(rule) && /\b(demands|mandates|commonground|surveys|voices)\b/.test(rule),
  );
}

test('no file of the product joins money and stance', () => {
  const files = sources(ROOT);
  expect(files.length).toBeGreaterThan(400);
  expect(joins(files)).toEqual([]);
});

test('no pair of areas lets money and stance know each other', () => {
  const config = readFileSync(join(ROOT, '.oxlintrc.json'), 'utf8');
  expect(pairs(config)).toEqual([]);
  expect(list(ROOT, ['src/areas/*/index.ts']).length).toBeGreaterThan(8);
});

test('what is kept of working together is read beside nothing else, and by no other part of the program', () => {
  const tables = HOLDINGS.filter(({ purpose }) => purpose === 'cooperate').map(({ table }) => table);
  expect(tables.filter((table) => TOGETHER[AREA_OF_TABLE.get(table) ?? ''] === undefined)).toEqual([]);
  expect(readsBeside(sources(ROOT))).toEqual([]);
});

test('reading it beside something else is found: in a store, in an export, in a statistic', () => {
  expect(
    readsBeside([
      parsed('src/areas/agreements/store-fine.ts', "db.selectFrom('agreement').innerJoin('cooperation', 'a', 'b');"),
      parsed(
        'src/areas/requests/store-money.ts',
        "db.selectFrom('request').innerJoin('agreement_version as v', 'a', 'b');",
      ),
      parsed('src/areas/finding/store-who.ts', 'export const x = sql`select partners from cooperation`;'),
      parsed('src/app/export/counts.ts', "db.selectFrom('agreement_signature');"),
      parsed('src/areas/reviews/store-people.ts', "db.selectFrom('closure').innerJoin('account', 'a', 'b');"),
    ]),
  ).toEqual([
    'src/areas/requests/store-money.ts: agreements',
    'src/areas/finding/store-who.ts: cooperations',
    'src/app/export/counts.ts: agreements',
    'src/areas/reviews/store-people.ts: people',
  ]);
});

test('the contract bites: a store, a page and a pair that join both are found', () => {
  const fake = (path: string, text: string): SourceFile => parsed(path, text);
  expect(
    joins([
      fake('src/areas/funding/store.ts', 'export const x = sql`select 1 from funding join demand on true`;'),
      fake('src/app/export/both.ts', "db.selectFrom('funding as f').innerJoin('position', 'a', 'b');"),
      fake('src/areas/agreements/store-mood.ts', "db.selectFrom('agreement').innerJoin('ballot', 'a', 'b');"),
      fake('src/areas/funding/pages/show.ts', "import { findDemands } from '../../demands/index.ts';"),
      fake(
        'src/app/export/sides.ts',
        "import { a } from '../../areas/funding/index.ts';\nimport { b } from '../../areas/voices/index.ts';",
      ),
      fake('src/areas/funding/store-fine.ts', 'export const x = sql`select 1 from funding`;'),
      fake('src/areas/demands/store-fine.ts', "db.selectFrom('demand');"),
    ]),
  ).toEqual([
    'src/areas/funding/store.ts',
    'src/app/export/both.ts',
    'src/areas/agreements/store-mood.ts',
    'src/areas/funding/pages/show.ts',
    'src/app/export/sides.ts',
  ]);
  expect(pairs('{"from": {"area": "funding"}, "allow": ["demands"]}')).toHaveLength(1);
});

function parsed(path: string, text: string): SourceFile {
  const { program } = parseSync(path, text);
  return { path, text, program, comments: [] };
}
