import { matchAll } from '../../src/engines/same/index.ts';
import { countySet } from './county.ts';
import { printErrors } from './errors.ts';
import { evaluateSet } from './evaluate-set.ts';
import { germanSet } from './german-set.ts';
import { comparePeers } from './peers.ts';
import { countQuestions } from './questions.ts';
import { febrl3, orgsHard, restaurants } from './public-sets.ts';
import type { EvaluationSet } from './set.ts';

const SETS: Readonly<Record<string, (seed?: number) => EvaluationSet | null>> = {
  orgs_hard: orgsHard,
  fodors_zagats: restaurants,
  febrl3,
  county: countySet,
  'german-development': (seed) => germanSet('development', seed),
  'german-held-out': (seed) => germanSet('held-out', seed),
};

/** All pairs of more records take minutes. */
const PEERS_UP_TO = 2000;

export interface Wishes {
  /** Beginnings of names; all sets when empty. */
  readonly sets: readonly string[];
  readonly errors: boolean;
  readonly peers: boolean;
  /** Our own set made anew with this seed, instead of the one in the folder. */
  readonly seed?: number;
}

/** Runs the engine over the sets, the same for all: no labels used, no threshold of their own. */
export function evaluateAll({ sets, errors, peers, seed }: Wishes): void {
  for (const [name, open] of Object.entries(SETS)) {
    if (sets.length > 0 && !sets.some((word) => name.startsWith(word))) continue;
    const set = open(seed);
    if (set === null) {
      process.stderr.write(`${name} is skipped: its files are not beside the project.\n`);
      continue;
    }
    const started = performance.now();
    const matched = matchAll(set.records.map(({ item }) => item));
    const seconds = (performance.now() - started) / 1000;
    const evaluated = evaluateSet(set, matched, seconds);
    if (set.name === 'county' || set.name.startsWith('german')) countQuestions(evaluated);
    if (peers && set.records.length <= PEERS_UP_TO) comparePeers(evaluated, seconds);
    if (errors) printErrors(evaluated);
  }
}
