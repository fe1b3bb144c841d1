import { evaluateAll } from './evaluate-all.ts';

/**
 * How good the engine `same` is, set by set:
 * `node bench/same/evaluate.ts [orgs_hard|fodors_zagats|febrl3|county|german-development|german-held-out] [--errors] [--peers] [--seed=7]`.
 */
const words = process.argv.slice(2);
const seed = words.find((word) => word.startsWith('--seed='))?.slice('--seed='.length);
evaluateAll({
  ...(seed === undefined ? {} : { seed: Number(seed) }),
  sets: words.filter((word) => !word.startsWith('--')),
  errors: words.includes('--errors'),
  peers: words.includes('--peers'),
});
