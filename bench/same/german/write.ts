import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from './files.ts';
import { PARTS } from './thing.ts';

/** Writes both halves of the set anew, always the same: `node bench/same/german/write.ts`. */
for (const part of PARTS) {
  const folder = join(import.meta.dirname, part);
  mkdirSync(folder, { recursive: true });
  for (const [file, bytes] of filesOf(part)) writeFileSync(join(folder, file), bytes);
}
