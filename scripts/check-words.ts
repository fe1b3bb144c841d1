import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readMessage } from './message.ts';
import { list, report, sources } from './source.ts';
import type { Finding } from './source.ts';
import { findDoubled, findUnsaid, readUnsaid, type Unsaid } from './unsaid.ts';
import { literalTexts, usedKeys } from './words-in-code.ts';

/** German is the source; these have everything it has. `de-simple` may leave keys out, German stands in. */
const LANGUAGES = ['en', 'tr', 'ar', 'uk'] as const;

type Catalogue = ReadonlyMap<string, string>;

/** Check 8: every language has every key with the same placeholders; keys in code exist; no literal text in TSX; one word per thing in each. */
export function checkWords(root: string): Finding[] {
  const folders = list(root, ['src/**/words/de.json']).map(dirname);
  const keys = new Map<string, string>();
  const { unsaid, findings: noRules } = readUnsaid(root);
  const findings: Finding[] = [...noRules, ...findDoubled(root)];
  for (const folder of folders) {
    const german = read(root, `${folder}/de.json`, findings);
    for (const key of german.keys()) {
      const other = keys.get(key);
      if (other !== undefined) findings.push({ where: `${folder}/de.json`, why: `"${key}" is in ${other} too` });
      keys.set(key, folder);
    }
    findings.push(...messagesOf(`${folder}/de.json`, 'de', german, german));
    findings.push(...translations(root, folder, { german, unsaid }));
  }
  findings.push(...strayFiles(root, folders), ...inCode(root, keys));
  return findings;
}

function translations(
  root: string,
  folder: string,
  { german, unsaid }: { readonly german: Catalogue; readonly unsaid: readonly Unsaid[] },
): Finding[] {
  const findings: Finding[] = [];
  for (const language of LANGUAGES) {
    const path = `${folder}/${language}.json`;
    if (list(root, [path]).length === 0) {
      findings.push({ where: path, why: 'missing' });
      continue;
    }
    const catalogue = read(root, path, findings);
    for (const key of german.keys())
      if (!catalogue.has(key)) findings.push({ where: path, why: `"${key}" is missing` });
    findings.push(...messagesOf(path, language, catalogue, german), ...findUnsaid(path, language, catalogue, unsaid));
  }
  const simple = `${folder}/de-simple.json`;
  if (list(root, [simple]).length > 0) findings.push(...messagesOf(simple, 'de', read(root, simple, findings), german));
  return findings;
}

/** Compares the messages of one file with the German ones. */
function messagesOf(path: string, language: string, catalogue: Catalogue, german: Catalogue): Finding[] {
  const findings: Finding[] = [];
  for (const [key, text] of catalogue) {
    const source = german.get(key);
    if (source === undefined) {
      findings.push({ where: path, why: `"${key}" is not in de.json` });
      continue;
    }
    const message = readMessage(text, language);
    if (message.problem !== null) findings.push({ where: path, why: `"${key}": ${message.problem}` });
    else if (text.trim() === '') findings.push({ where: path, why: `"${key}" is empty` });
    const wanted = readMessage(source, 'de');
    if (message.placeholders !== wanted.placeholders) {
      const why = `"${key}" has the placeholders [${message.placeholders}], de.json has [${wanted.placeholders}]`;
      findings.push({ where: path, why });
    }
  }
  return findings;
}

function inCode(root: string, keys: ReadonlyMap<string, string>): Finding[] {
  const files = sources(root);
  const findings = files.filter(({ path }) => path.endsWith('.tsx')).flatMap(literalTexts);
  const { said, mentioned, prefixes, findings: unclear } = usedKeys(files);
  findings.push(...unclear);
  for (const { key, where } of said) {
    if (!keys.has(key)) findings.push({ where, why: `no words for the key "${key}"` });
  }
  for (const { prefix, where } of prefixes) {
    const isKnown = [...keys.keys()].some((key) => key.startsWith(prefix));
    if (!isKnown) findings.push({ where, why: `no words begin with "${prefix}"` });
  }
  for (const [key, folder] of keys) {
    if (mentioned.has(key) || prefixes.some(({ prefix }) => key.startsWith(prefix))) continue;
    findings.push({ where: `${folder}/de.json`, why: `"${key}" is not used` });
  }
  return findings;
}

function strayFiles(root: string, folders: readonly string[]): Finding[] {
  const known = new Set(['de', ...LANGUAGES, 'de-simple'].map((language) => `${language}.json`));
  return list(root, ['src/**/words/*.json'])
    .filter((path) => !folders.includes(dirname(path)) || !known.has(path.slice(dirname(path).length + 1)))
    .map((where) => ({ where, why: 'a catalogue that nobody reads: no de.json beside it, or an unknown language' }));
}

function read(root: string, path: string, findings: Finding[]): Catalogue {
  const content: unknown = JSON.parse(readFileSync(join(root, path), 'utf8'));
  const catalogue = new Map<string, string>();
  if (typeof content !== 'object' || content === null) return catalogue;
  for (const [key, text] of Object.entries(content)) {
    if (typeof text === 'string') catalogue.set(key, text);
    else findings.push({ where: path, why: `"${key}" is not a text` });
  }
  return catalogue;
}

if (import.meta.main) report(checkWords);
