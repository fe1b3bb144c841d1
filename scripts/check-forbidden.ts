import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { calleeName, list, place, report, sources, walk } from './source.ts';
import type { Finding, SourceFile } from './source.ts';

/** Beginnings of words (with `$`: whole words), in English and German, for what this register may not hold. */
const FORBIDDEN: readonly [what: string, beginnings: readonly string[]][] = [
  ['religion', ['religio', 'faith$', 'denomination', 'konfession', 'glaube', 'church', 'kirche', 'moscheegemeinde']],
  [
    'origin',
    [
      'origin$',
      'origins$',
      'herkunft',
      'ethnic',
      'ethnie',
      'race$',
      'races$',
      'rasse$',
      'ancestry',
      'abstammung',
      'birthplace',
      'geburtsort',
      'migrationshintergrund',
    ],
  ],
  ['nationality', ['nationalit', 'citizen', 'staatsangeh', 'staatsb']],
  [
    'residence status',
    ['residen', 'aufenthalt', 'asyl', 'visa$', 'duldung', 'refugeestatus', 'legalstatus', 'immigrationstatus'],
  ],
  ['party', ['party$', 'parties$', 'partei', 'politicalview', 'politische']],
  [
    'health',
    [
      'health',
      'gesundheit',
      'illness',
      'disease',
      'krank',
      'diagnos',
      'disabilit',
      'behinderung',
      'pregnan',
      'schwanger',
    ],
  ],
  ['sexuality', ['sexual', 'sexuell']],
];

/**
 * The exact exceptions. `health` is one of the seven fields in which organisations act
 * (housing, education, work, health …), never a fact about a person.
 */
const ALLOWED: readonly { readonly path: RegExp; readonly name: RegExp }[] = [
  { path: /^src\/areas\/organisations\/fields\.ts$/, name: /^health$/ },
  { path: /^src\/.*\/words\/[a-z-]+\.json$/, name: /\.fieldsOfAction\.health$/ },
  // The page a form was sent from, as HTTP calls it.
  { path: /^src\/platform\/http\/words\/[a-z-]+\.json$/, name: /^platform\.foreignOrigin\.(title|text)$/ },
];

/** Check 11: a field for religion, origin, nationality, residence status, party or health does not exist. */
export function checkForbidden(root: string): Finding[] {
  const declarations = sources(root, [
    'src/**/fields.ts',
    'src/**/tables.ts',
    'src/**/forms.ts',
    'src/**/migrations/**/*.ts',
  ]).flatMap(inSource);
  const words = list(root, ['src/**/words/*.json']).flatMap((path) => inWords(root, path));
  const elsewhere = sources(root)
    .filter(({ path }) => basename(path) !== 'fields.ts')
    .flatMap(fieldSetsElsewhere);
  return [...declarations, ...words, ...elsewhere];
}

function inSource(file: SourceFile): Finding[] {
  const findings: Finding[] = [];
  const look = (name: string, start: number): void => {
    const what = forbidden(name);
    if (what === null || isAllowed(file.path, name)) return;
    findings.push({ where: place(file, start), why: `"${name}" names ${what}: such a field does not exist here` });
  };
  walk(file, {
    Property(node) {
      if (node.key.type === 'Identifier') look(node.key.name, node.start);
    },
    TSPropertySignature(node) {
      if (node.key.type === 'Identifier') look(node.key.name, node.start);
    },
    Literal(node) {
      if (typeof node.value === 'string') for (const name of names(node.value)) look(name, node.start);
    },
    TemplateElement(node) {
      for (const name of names(node.value.raw)) look(name, node.start);
    },
  });
  return findings;
}

/** Fields are declared in a file fields.ts, where this check reads them, and nowhere else. */
function fieldSetsElsewhere(file: SourceFile): Finding[] {
  const findings: Finding[] = [];
  walk(file, {
    CallExpression(node) {
      const fields = node.arguments[1];
      if (calleeName(node) !== 'declareFields' || fields?.type !== 'ObjectExpression') return;
      if (fields.properties.length === 0) return;
      findings.push({ where: place(file, node.start), why: 'fields are declared in fields.ts only' });
    },
  });
  return findings;
}

function inWords(root: string, path: string): Finding[] {
  const catalogue: unknown = JSON.parse(readFileSync(join(root, path), 'utf8'));
  if (typeof catalogue !== 'object' || catalogue === null) return [];
  return Object.keys(catalogue).flatMap((key) => {
    const what =
      key
        .split('.')
        .map(forbidden)
        .find((found) => found !== null) ?? null;
    return what === null || isAllowed(path, key) ? [] : [{ where: path, why: `the key "${key}" names ${what}` }];
  });
}

function names(text: string): string[] {
  return text.match(/[A-Za-zÄÖÜäöüß_][\wÄÖÜäöüß]*/g) ?? [];
}

/** Compares word by word: `residenceStatus`, `residence_status` and `residence-status` are the same. */
function forbidden(name: string): string | null {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-zäöüß0-9]+/);
  const joined = words.join('');
  for (const [what, beginnings] of FORBIDDEN) {
    if (beginnings.some((start) => [joined, ...words].some((word) => `${word}$`.startsWith(start)))) return what;
  }
  return null;
}

function isAllowed(path: string, name: string): boolean {
  return ALLOWED.some((exception) => exception.path.test(path) && exception.name.test(name));
}

if (import.meta.main) report(checkForbidden);
