import { existsSync, readFileSync } from 'node:fs';

/** Beside this file; for the built program, which is one file in `dist/`, in the sources next to it. */
const FOLDERS = ['./gazetteer/', '../src/areas/places/gazetteer/'];

export function tableFile(name: string): string {
  const paths = FOLDERS.map((folder) => new URL(`${folder}${name}`, import.meta.url));
  const path = paths.find((one) => existsSync(one));
  if (path === undefined) throw new Error(`The table "${name}" of the gazetteer is missing beside the program.`);
  return readFileSync(path, 'utf8');
}
