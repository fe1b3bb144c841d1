import type { Saying } from '../../../plain/words.ts';
import {
  Button,
  ErrorSummary,
  FileField,
  Form,
  Page,
  PageTitle,
  Part,
  RadioField,
  ReadersNote,
  Row,
  Rows,
  type Frame,
} from '../../../ui/index.ts';
import type { Kept } from '../store-kept.ts';
import { ARCHIVE_UPLOAD, KEPT_PATH } from '../archive-paths.ts';
import { KeptTitle } from './kept-page.tsx';

export function ImportPage({
  frame,
  kept,
  organisations,
  organisation,
  problems,
}: {
  readonly frame: Frame;
  readonly kept: readonly Kept[];
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly organisation: string;
  readonly problems: readonly Saying[];
}) {
  const { words } = frame;
  const errors = problems.map((problem) => ({ field: 'file', text: words.tell(problem) }));
  const isFaulty = errors.length > 0;
  return (
    <Page
      frame={frame}
      title={words.say('agreements.archive.import.title')}
      noindex
      readers="own"
      faulty={isFaulty}
      islands={['file-limit']}
    >
      <PageTitle
        title={words.say('agreements.archive.import.title')}
        below={words.say('agreements.archive.import.below')}
      />
      <ErrorSummary words={words} errors={errors} />
      <Form files label={words.say('agreements.archive.import.title')}>
        <FileField
          words={words}
          name="file"
          label={words.say('agreements.archive.import.file')}
          hint={words.say('agreements.archive.import.file.hint')}
          error={isFaulty ? words.say('agreements.archive.import.file.faulty') : null}
          accept=".json,application/json"
          limit={ARCHIVE_UPLOAD.bytes}
        />
        {organisations.length < 2 ? null : (
          <RadioField
            words={words}
            name="organisation"
            label={words.say('agreements.archive.import.organisation')}
            choices={organisations.map(({ id, name }) => ({ value: id, label: name }))}
            value={organisation}
          />
        )}
        <ReadersNote words={words} scope="own" />
        <Button icon="upload">{words.say('agreements.archive.import.send')}</Button>
      </Form>
      {kept.length === 0 ? null : (
        <Part title={words.say('agreements.archive.kept')}>
          <Rows label={words.say('agreements.archive.kept')}>
            {kept.map((one) => (
              <Row title={<KeptTitle words={words} kept={one} />} href={`${KEPT_PATH}/${one.id}`}>
                <p>{words.say('agreements.archive.kept.since', { day: words.day(one.keptOn) })}</p>
              </Row>
            ))}
          </Rows>
        </Part>
      )}
    </Page>
  );
}
