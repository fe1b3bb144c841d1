import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from './source.ts';

/** Something that a language does not say here, because it has another word for it. */
export interface Unsaid {
  readonly language: string;
  readonly pattern: RegExp;
  readonly part: string;
  /** What is said instead. */
  readonly word: string;
  /** Beginning of the keys it is about; '' for all. */
  readonly within: string;
}

const PAGE = 'docs/words.md';
const HEADING = '## Words in five languages';
/** The name of what is filled in; nobody reads it. */
const PLACEHOLDER = /\{\w+(?=[,}])/g;
const RULE = /^(?<language>[a-z]{2}): (?<parts>.+?)(?: in (?<area>[a-z]+))?$/;

/**
 * What the table of words rules out. Its last column is the rule, so that what people read and what is checked cannot
 * differ: `tr: işbirli, ortaklık; uk: версі in agreements`. A part is the beginning of a word; with `$` the whole word,
 * with `-` in front its end.
 */
export function readUnsaid(root: string): {
  readonly unsaid: readonly Unsaid[];
  readonly findings: readonly Finding[];
} {
  const lines = readFileSync(join(root, PAGE), 'utf8').split('\n');
  const begin = lines.indexOf(HEADING) + 1;
  const end = lines.findIndex((line, at) => at > begin && line.startsWith('## '));
  const [head = [], , ...rows] = lines
    .slice(begin, end < 0 ? undefined : end)
    .filter((line) => line.startsWith('|'))
    .map(cellsOf);
  const findings: Finding[] = rows.length === 0 || begin === 0 ? [{ where: PAGE, why: `no table "${HEADING}"` }] : [];
  const unsaid = rows.flatMap((row) =>
    (row.at(-1) ?? '')
      .split(';')
      .filter((rule) => rule.trim() !== '')
      .flatMap((rule): Unsaid[] => {
        const { language = '', parts = '', area } = RULE.exec(rule.trim())?.groups ?? {};
        const word = row[head.indexOf(language)];
        if (word === undefined) findings.push({ where: PAGE, why: `"${rule.trim()}" is no rule` });
        return parts
          .split(',')
          .map((part) => part.trim())
          .filter((part) => part !== '' && word !== undefined)
          .map((part) => ({
            language,
            part,
            pattern: patternOf(part, language),
            word: word ?? '',
            within: area === undefined ? '' : `${area}.`,
          }));
      }),
  );
  return { unsaid, findings };
}

/** Words of the code that stand there for two things; what each is said of belongs behind them, in brackets. */
export function findDoubled(root: string): readonly Finding[] {
  const [glossary = ''] = readFileSync(join(root, PAGE), 'utf8').split(HEADING);
  const words = glossary
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => cellsOf(line)[0] ?? '')
    .filter((word) => word !== 'code' && !word.startsWith('---'));
  const doubled = [...Map.groupBy(words, (word) => word)].filter(([, all]) => all.length > 1);
  return doubled.map(([word]) => ({ where: PAGE, why: `"${word}" stands for two things` }));
}

/** What stands in a catalogue and is not said there. */
export function findUnsaid(
  path: string,
  language: string,
  catalogue: ReadonlyMap<string, string>,
  unsaid: readonly Unsaid[],
): Finding[] {
  const rules = unsaid.filter((one) => one.language === language);
  return [...catalogue].flatMap(([key, text]) =>
    rules
      .filter(({ within, pattern }) => key.startsWith(within) && pattern.test(text.replaceAll(PLACEHOLDER, '')))
      .map(({ part, word }) => ({ where: path, why: `"${key}" has "${part}", the word is "${word}" (${PAGE})` })),
  );
}

function cellsOf(line: string): readonly string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

/** Letters of any alphabet make words; the Turkish İ is the capital of i, not of ı. */
function patternOf(part: string, language: string): RegExp {
  const core = part.replace(/^-/, '').replace(/\$$/, '');
  const letters = [...core].map((letter) => {
    const capital = letter.toLocaleUpperCase(language);
    return letter === capital ? letter.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&') : `[${letter}${capital}]`;
  });
  const before = part.startsWith('-') ? '' : String.raw`(?<!\p{L})`;
  const after = part.startsWith('-') || part.endsWith('$') ? String.raw`(?!\p{L})` : '';
  return new RegExp(`${before}${letters.join('')}${after}`, 'u');
}
