import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { MemoryFS, PGlite } from '@electric-sql/pglite';

type Init = MemoryFS['init'];

/** Of Emscripten's file system. */
interface FileSystem {
  mkdirTree(path: string, mode: number): void;
  createDataFile(folder: string, name: string, bytes: Uint8Array, read: boolean, write: boolean, own: boolean): void;
}

/** Files in memory that begin as a copy of the data folder of a database. */
export class CopiedInMemory extends MemoryFS {
  readonly #folder: string;

  constructor(folder: string) {
    super();
    this.#folder = folder;
  }

  override async init(...[pg, options]: Parameters<Init>): ReturnType<Init> {
    const { emscriptenOpts } = await super.init(pg, options);
    emscriptenOpts.preRun?.push(({ FS }) => copy(this.#folder, FS));
    return { emscriptenOpts };
  }
}

function copy(from: string, to: FileSystem): void {
  to.mkdirTree(PGlite.paths.PGDATA, 0o700);
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    const folder = join(PGlite.paths.PGDATA, relative(from, entry.parentPath)).replaceAll('\\', '/');
    if (entry.isDirectory()) to.mkdirTree(`${folder}/${entry.name}`, 0o700);
    else to.createDataFile(folder, entry.name, readFileSync(join(entry.parentPath, entry.name)), true, true, true);
  }
}
