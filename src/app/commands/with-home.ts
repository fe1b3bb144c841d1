import { readConfig } from '../config.ts';
import { BadUsageError } from '../command.ts';
import { openHome, type Home } from '../home.ts';

/** The settings of this process. */
export function configured() {
  const config = readConfig(process.env);
  if (!config.ok) throw new BadUsageError(config.issue);
  return config.value;
}

/** Opens the installation for one command and closes it again, whatever happens. */
export async function withHome<Result>(work: (home: Home) => Promise<Result>): Promise<Result> {
  const home = await openHome(configured());
  try {
    return await work(home);
  } finally {
    await home.close();
  }
}
