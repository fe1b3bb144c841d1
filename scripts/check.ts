import { root } from './bundle.ts';
import { CHECKS } from './checks.ts';
import { runAll, save, show } from './steps.ts';

/** `npm run check`: the rules of the house. Prints what is wrong, then how long each check took. */
const outcomes = await runAll(
  Object.values(CHECKS).map((check) => () => check(root)),
  2,
);
show(outcomes);
save(
  'check.json',
  outcomes.map(({ name, isGreen, seconds }) => ({ name, isGreen, seconds })),
);
if (outcomes.some(({ isGreen }) => !isGreen)) process.exitCode = 1;
