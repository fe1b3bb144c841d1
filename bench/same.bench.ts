import { evaluateAll } from './same/evaluate-all.ts';

/** How good the engine `same` is, and what simpler rules reach on the same lists; see `same/README.md`. */
evaluateAll({ sets: [], errors: false, peers: true });
