import type { Day } from '../../plain/time.ts';
import type { Words } from '../../plain/words.ts';
import { zipOf } from '../../plain/zip.ts';
import type { Archive } from './archive.ts';
import { fileOf } from './archive-file.ts';
import { VERIFY_COMMAND } from './archive-paths.ts';
import { tellStanding } from './tell-standing.ts';

/** A version on paper, as it lies in the ZIP. */
export interface PrintedVersion {
  readonly number: number;
  readonly pdf: Uint8Array;
}

/** Everything of an agreement as one file: what a program checks, what people read, and how one checks it. */
export function zipOfArchive(
  archive: Archive,
  {
    printed,
    wordsIn,
    day,
  }: { readonly printed: readonly PrintedVersion[]; readonly wordsIn: (language: string) => Words; readonly day: Day },
): Uint8Array<ArrayBuffer> {
  const files = [
    { name: 'README.txt', bytes: Buffer.from(readMe(archive, wordsIn)) },
    { name: 'vereinbarung.json', bytes: Buffer.from(fileOf(archive)) },
    ...printed.map(({ number, pdf }) => ({ name: `fassung-${number}.pdf`, bytes: pdf })),
  ];
  return zipOf(files, day);
}

/** In the languages of the partners, one after the other; a language that we do not speak is said in another once. */
function readMe(archive: Archive, wordsIn: (language: string) => Words): string {
  const languages = archive.versions.at(-1)?.version.text.languages ?? [];
  const voices = new Map(languages.map((language) => wordsIn(language)).map((words) => [words.language, words]));
  const parts = [...voices.values()].map((words) =>
    [
      words.say('agreements.archive.readme.title'),
      words.say('agreements.archive.readme.files'),
      words.say('agreements.archive.readme.check', { command: VERIFY_COMMAND }),
      tellStanding(words, archive).join('\n'),
    ].join('\n\n'),
  );
  return `${parts.join('\n\n\n')}\n`;
}
