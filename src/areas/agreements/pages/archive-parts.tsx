import type { Words } from '../../../plain/words.ts';
import { Buttons, LinkButton, Part } from '../../../ui/index.ts';
import { IMPORT_PATH } from '../archive-paths.ts';
import type { AnyArchive } from '../cooperation-archive.ts';
import { tellStanding } from '../tell-standing.ts';
import { Standing } from './standing.tsx';

/** The two files to take along: with everything to read and print, or only what a program reads. */
export function ArchiveFiles({
  words,
  zip,
  json,
}: {
  readonly words: Words;
  readonly zip: string;
  readonly json: string;
}) {
  return (
    <Buttons>
      <LinkButton href={zip} icon="download">
        {words.say('agreements.archive.zip')}
      </LinkButton>
      <LinkButton href={json} icon="download" tone="quiet">
        {words.say('agreements.archive.json')}
      </LinkButton>
    </Buttons>
  );
}

/** What an archive says, how anybody checks its file, and where it is read in. */
export function ArchiveSays({
  words,
  archive,
  command,
}: {
  readonly words: Words;
  readonly archive: AnyArchive;
  readonly command: string;
}) {
  return (
    <>
      <Part title={words.say('agreements.archive.says')}>
        <Standing lines={tellStanding(words, archive)} />
      </Part>
      <Part title={words.say('agreements.archive.check')}>
        <p>{words.say('agreements.archive.check.text')}</p>
        <p>
          <code dir="ltr" class="breaks">
            {command}
          </code>
        </p>
        <p>
          <a href={IMPORT_PATH}>{words.say('agreements.archive.import.go')}</a>
        </p>
      </Part>
    </>
  );
}
