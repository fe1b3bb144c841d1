import { open, rename, rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { PART } from './folder.ts';

/** Writes a file so that others see the old content or the new one, never half of it, also after a power cut. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const draft = `${path}.${randomUUID()}${PART}`;
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
