import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { report } from './source.ts';
import type { Finding } from './source.ts';

const TABLE = 'docs/asvs.md';

/**
 * The requirements of OWASP ASVS 5.0.0 that are ours: levels 1 and 2, and of level 3 those on rights that change at
 * once, on giving back and keeping little, on what files carry along, and on noting who reads what is sensitive.
 */
const OURS: Readonly<Record<string, string>> = {
  '1.1': '1-2',
  '1.2': '1-9',
  '1.3': '1-11',
  '1.4': '1-3',
  '1.5': '1-2',
  '2.1': '1-3',
  '2.2': '1-3',
  '2.3': '1-4',
  '2.4': '1',
  '3.2': '1-2',
  '3.3': '1-4',
  '3.4': '1-6',
  '3.5': '1-5',
  '3.7': '1-2',
  '4.1': '1-3',
  '4.2': '1',
  '4.3': '1-2',
  '4.4': '1-4',
  '5.1': '1',
  '5.2': '1-3',
  '5.3': '1-2',
  '5.4': '1-3',
  '6.1': '1-3',
  '6.2': '1-12',
  '6.3': '1-4',
  '6.4': '1-4',
  '6.5': '1-5',
  '6.6': '1-3',
  '6.8': '1-4',
  '7.1': '1-3',
  '7.2': '1-4',
  '7.3': '1-2',
  '7.4': '1-5',
  '7.5': '1-2',
  '7.6': '1-2',
  '8.1': '1-2',
  '8.2': '1-3',
  '8.3': '1-2',
  '8.4': '1',
  '9.1': '1-3',
  '9.2': '1-4',
  '10.1': '1-2',
  '10.2': '1-2',
  '10.3': '1-4',
  '10.4': '1-11',
  '10.5': '1-5',
  '10.6': '1-2',
  '10.7': '1-3',
  '11.1': '1-2',
  '11.2': '1-3',
  '11.3': '1-3',
  '11.4': '1-4',
  '11.5': '1',
  '11.6': '1',
  '12.1': '1-3',
  '12.2': '1-2',
  '12.3': '1-4',
  '13.1': '1',
  '13.2': '1-5',
  '13.3': '1-2',
  '13.4': '1-5',
  '14.1': '1-2',
  '14.2': '1-4 6-8',
  '14.3': '1-3',
  '15.1': '1-3',
  '15.2': '1-3',
  '15.3': '1-7',
  '16.1': '1',
  '16.2': '1-5',
  '16.3': '1-4',
  '16.4': '1-3',
  '16.5': '1-3',
  '17.1': '1',
  '17.2': '1-4',
  '17.3': '1-2',
};

/** Every requirement of ours has exactly one row with an answer, and the files it names exist. */
export function checkAsvs(root: string): Finding[] {
  const text = readFileSync(join(root, TABLE), 'utf8');
  const rows = text.split('\n').flatMap((line, index) => {
    const [, id, asks, answer] = /^\|\s*(\d+\.\d+\.\d+)\s*\|([^|]*)\|(.*)\|\s*$/.exec(line) ?? [];
    return id === undefined ? [] : [{ id, asks: asks ?? '', answer: answer ?? '', where: `${TABLE}:${index + 1}` }];
  });
  const ours = new Set(idsOf(OURS));
  const seen = new Set<string>();
  const findings: Finding[] = [];
  for (const { id, asks, answer, where } of rows) {
    if (!ours.has(id)) findings.push({ where, why: `${id} is no requirement of level 1 or 2` });
    if (seen.has(id)) findings.push({ where, why: `${id} has two rows` });
    seen.add(id);
    if (asks.trim() === '' || answer.trim() === '') findings.push({ where, why: `${id} has an empty cell` });
    for (const [, path] of answer.matchAll(/`([\w./-]+\.(?:tsx?|mjs|md|json))`/g))
      if (path !== undefined && !existsSync(join(root, path))) findings.push({ where, why: `${path} does not exist` });
  }
  for (const id of ours) if (!seen.has(id)) findings.push({ where: TABLE, why: `${id} has no row` });
  return findings;
}

function idsOf(sections: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(sections).flatMap(([section, numbers]) =>
    numbers.split(' ').flatMap((range) => {
      const [from = 0, to = from] = range.split('-').map(Number);
      return Array.from({ length: to - from + 1 }, (_, place) => `${section}.${from + place}`);
    }),
  );
}

if (import.meta.main) report(checkAsvs);
