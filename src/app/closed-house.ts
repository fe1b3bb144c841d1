import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isKeeper, organisationsOf, type Actor } from '../plain/actor.ts';

/** Lies in the data folder while only those who look things over come in: after an older state has come back. */
const NAME = 'closed';

/** A file, so that every process sees it at once, and nothing has to be asked of a database. */
export function isHouseClosed(folder: string): boolean {
  return existsSync(join(folder, NAME));
}

export async function closeHouse(folder: string): Promise<void> {
  await writeFile(join(folder, NAME), '', { mode: 0o600 });
}

/** False where it was open. */
export async function openHouseAgain(folder: string): Promise<boolean> {
  const wasClosed = isHouseClosed(folder);
  await rm(join(folder, NAME), { force: true });
  return wasClosed;
}

/** Ways in and out, and the pages that say nothing about anybody. */
const ALWAYS_SHOWN =
  /^\/(anmelden|austritt|einladung|eintritt|wiederherstellen|passkey|konto|was-kann-wer-sehen|source)(\/|$)/;

/** Says what an organisation does with others, and who has left them since is not known. */
const TELLS_TOGETHER = /\/auskunft$/;

/** What a closed house shows: everything to those who keep the register, to an organisation what is its own. Pure. */
export function isShownWhileClosed(actor: Actor, path: string): boolean {
  if (isKeeper(actor) || ALWAYS_SHOWN.test(path)) return true;
  if (TELLS_TOGETHER.test(path)) return false;
  return organisationsOf(actor).some(
    (id) => path === `/organisationen/${id}` || path.startsWith(`/organisationen/${id}/`),
  );
}
