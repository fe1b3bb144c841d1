import type { Day } from '../../plain/time.ts';
import type { Words } from '../../plain/words.ts';
import { zipOf } from '../../plain/zip.ts';
import type { Archive } from './archive.ts';
import { fileOf } from './archive-file.ts';
import { ALONG_JSON, VERIFY_ALONG_COMMAND, VERIFY_COMMAND } from './archive-paths.ts';
import type { CooperationArchive } from './cooperation-archive.ts';
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

/** Everything of a cooperation as one file; the agreement in it also as a file of its own. */
export function zipOfCooperation(
  archive: CooperationArchive,
  {
    printed,
    wordsIn,
    language,
    day,
  }: {
    readonly printed: readonly PrintedVersion[];
    readonly wordsIn: (language: string) => Words;
    /** Of whoever takes it along, while no agreement has languages of its own. */
    readonly language: string;
    readonly day: Day;
  },
): Uint8Array<ArrayBuffer> {
  const { agreement } = archive;
  const readMe = inLanguages(languagesOf(agreement) ?? [language], wordsIn, (words) => [
    words.say('agreements.along.readme.title'),
    words.say('agreements.along.readme.files', { hasAgreement: agreement === null ? 'no' : 'yes' }),
    words.say('agreements.archive.readme.check', { command: VERIFY_ALONG_COMMAND }),
    tellStanding(words, archive).join('\n'),
  ]);
  const files = [
    { name: 'README.txt', bytes: Buffer.from(readMe) },
    { name: ALONG_JSON, bytes: Buffer.from(fileOf(archive)) },
    ...(agreement === null ? [] : [{ name: 'vereinbarung.json', bytes: Buffer.from(fileOf(agreement)) }]),
    ...printed.map(({ number, pdf }) => ({ name: `fassung-${number}.pdf`, bytes: pdf })),
  ];
  return zipOf(files, day);
}

function readMe(archive: Archive, wordsIn: (language: string) => Words): string {
  return inLanguages(languagesOf(archive) ?? [], wordsIn, (words) => [
    words.say('agreements.archive.readme.title'),
    words.say('agreements.archive.readme.files'),
    words.say('agreements.archive.readme.check', { command: VERIFY_COMMAND }),
    tellStanding(words, archive).join('\n'),
  ]);
}

function languagesOf(archive: Archive | null): readonly string[] | undefined {
  return archive?.versions.at(-1)?.version.text.languages;
}

/** In the languages of the partners, one after the other; a language that we do not speak is said in another once. */
function inLanguages(
  languages: readonly string[],
  wordsIn: (language: string) => Words,
  say: (words: Words) => readonly string[],
): string {
  const voices = new Map(languages.map((language) => wordsIn(language)).map((words) => [words.language, words]));
  return `${[...voices.values()].map((words) => say(words).join('\n\n')).join('\n\n\n')}\n`;
}
