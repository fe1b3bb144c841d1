import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { totalmem } from 'node:os';

/** Lists up to here fit into the little memory that the program gives itself. */
const SMALL = 3_000_000;
const MEGABYTE = 1_048_576;
const SHARE_OF_MACHINE = 0.6;
/** Says to the second process that it is the second. */
const MARK = 'GEFLECHT_HAS_ROOM';

/** Whether these files want more memory than this process may take. */
export function wantsRoom(files: readonly string[]): boolean {
  const bytes = files.reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0);
  return bytes > SMALL && process.env[MARK] === undefined;
}

/** The same call again in a process that may take more; it has said everything itself when this one ends with its code. */
export async function callWithRoom(): Promise<void> {
  const [, program = '', ...words] = process.argv;
  const room = Math.floor((totalmem() * SHARE_OF_MACHINE) / MEGABYTE);
  const child = spawn(process.execPath, [`--max-old-space-size=${room}`, '--enable-source-maps', program, ...words], {
    stdio: 'inherit',
    env: { ...process.env, [MARK]: '1' },
  });
  const [code]: unknown[] = await once(child, 'exit');
  if (code !== 0) process.exit(typeof code === 'number' ? code : 70);
}
