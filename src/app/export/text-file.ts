import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';

export interface TextFile {
  write(text: string): Promise<void>;
  /** Gives the file its name: what has the name is whole. */
  finish(): Promise<void>;
  /** Leaves nothing behind. */
  giveUp(): Promise<void>;
}

/** Writes a file piece by piece, beside its place; `finish` puts it there. */
function openTextFile(path: string): TextFile {
  const draft = `${path}.part`;
  const stream = createWriteStream(draft, { encoding: 'utf8', mode: 0o600 });
  let trouble: Error | null = null;
  stream.on('error', (error) => {
    trouble = error;
  });
  const check = () => {
    if (trouble !== null) throw trouble;
  };
  return {
    async write(text) {
      check();
      if (!stream.write(text)) await once(stream, 'drain');
    },
    async finish() {
      check();
      stream.end();
      await once(stream, 'finish');
      await rename(draft, path);
    },
    async giveUp() {
      stream.destroy();
      await rm(draft, { force: true });
    },
  };
}

/** Opens files for one piece of work: all of them are put in their places, or none. */
export async function withFiles<Result>(work: (open: (path: string) => TextFile) => Promise<Result>): Promise<Result> {
  const files: TextFile[] = [];
  const open = (path: string): TextFile => {
    const file = openTextFile(path);
    files.push(file);
    return file;
  };
  try {
    const result = await work(open);
    for (const file of files) await file.finish();
    return result;
  } catch (error) {
    for (const file of files) await file.giveUp();
    throw error;
  }
}
