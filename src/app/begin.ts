import { isKeeper, type Actor } from '../plain/actor.ts';
import { saying, type Saying } from '../plain/words.ts';
import type { Context } from '../platform/context.ts';
import { ConflictError, NotAllowedError } from '../platform/errors.ts';
import { insertInstallation } from '../platform/installation/index.ts';
import { seedCounty } from './demo.ts';
import type { Home } from './home.ts';

/** Beginning is for whoever has entered by the one-time link. */
const may = {
  begin: (actor: Actor): true | Saying => isKeeper(actor) || saying('app.begin.enterFirst'),
};

/** Begins under a name of its own, with nothing in it. Once only. */
export async function beginEmpty(ctx: Context, site: string): Promise<void> {
  demand(may.begin(ctx.actor));
  const isFirst = await ctx.db.write((tx) => insertInstallation(tx, { site, invented: false }, ctx.clock.now()));
  if (!isFirst) throw new ConflictError(saying('app.begin.already'));
}

/** Begins as the invented county, to look at and to try. Once only. */
export async function beginInvented(ctx: Context, home: Pick<Home, 'imports' | 'clock'>): Promise<void> {
  demand(may.begin(ctx.actor));
  await seedCounty(home);
}

function demand(answer: true | Saying): void {
  if (answer !== true) throw new NotAllowedError(answer);
}
