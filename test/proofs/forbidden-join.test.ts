import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';
import { list, sources, stringsOf, walk, type SourceFile } from '../../scripts/source.ts';

/**
 * Who gets money and who demands what stay apart: nothing puts both side by side by organisation. The areas come
 * later; the contract is here before them.
 */
const MONEY = /^(funding|fundings|programme|duty|proof|grant)(_\w+)?$/;
const STANCE = /^(demand|demands|position|signer|signature_of_demand|mandate|survey|opinion|vote|voice)(_\w+)?$/;
const MONEY_AREA = /^(funding)$/;
const STANCE_AREA = /^(demands|mandates|commonground|surveys|voices)$/;

const ROOT = join(import.meta.dirname, '../..');

interface Sides {
  readonly money: boolean;
  readonly stance: boolean;
}

/** Which of both sides a file names as tables, in SQL or in the query builder. */
function sidesOf(file: SourceFile): Sides {
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
      if (first === undefined) return;
      for (const { text } of stringsOf(first)) names.push(text.trim().split(/[\s.]/)[0]?.toLowerCase() ?? '');
    },
    TemplateElement: (node) => fromSql(node.value.raw),
    Literal: (node) => {
      if (typeof node.value === 'string' && /\s(from|join|into)\s/i.test(node.value)) fromSql(node.value);
    },
  });
  return { money: names.some((name) => MONEY.test(name)), stance: names.some((name) => STANCE.test(name)) };
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

test('the contract bites: a store, a page and a pair that join both are found', () => {
  const fake = (path: string, text: string): SourceFile => parsed(path, text);
  expect(
    joins([
      fake('src/areas/funding/store.ts', 'export const x = sql`select 1 from funding join demand on true`;'),
      fake('src/app/export/both.ts', "db.selectFrom('funding as f').innerJoin('position', 'a', 'b');"),
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
    'src/areas/funding/pages/show.ts',
    'src/app/export/sides.ts',
  ]);
  expect(pairs('{"from": {"area": "funding"}, "allow": ["demands"]}')).toHaveLength(1);
});

function parsed(path: string, text: string): SourceFile {
  const { program } = parseSync(path, text);
  return { path, text, program, comments: [] };
}
