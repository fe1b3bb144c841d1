import type { Hono } from 'hono';
import type { Env, Request } from '../../../platform/http/index.ts';
import { dayOf } from '../../../plain/time.ts';
import { BackLink, LinkButton, Buttons, Page, PageTitle, Part, type Frame } from '../../../ui/index.ts';
import type { Archive } from '../archive.ts';
import { fileOf } from '../archive-file.ts';
import { zipOfArchive, type PrintedVersion } from '../archive-zip.ts';
import { IMPORT_PATH, VERIFY_COMMAND } from '../archive-paths.ts';
import { agreementPath, archivePath } from '../paths.ts';
import { printVersion } from '../print.ts';
import { showPrint } from '../show-print.ts';
import { findArchive } from '../store-archive.ts';
import { tellStanding } from '../tell-standing.ts';
import { idAt, keepNowhere } from './access.ts';
import type { AgreementPages } from './pages.ts';
import { Standing } from './standing.tsx';

const JSON_NAME = 'vereinbarung.json';
const ZIP_NAME = 'vereinbarung.zip';

/** `/vereinbarungen/:id/archiv`: the whole agreement to take along, for each partner at any time. */
export function addArchivePages(web: Hono<Env>, pages: AgreementPages): void {
  const path = archivePath(':id');
  const archiveAt = (c: Request) => c.var.read.db.read((db) => findArchive(db, idAt(c)));
  web.get(path, async (c) => {
    keepNowhere(c);
    const archive = await archiveAt(c);
    return c.html(<ArchivePage frame={await pages.frame(c)} id={idAt(c)} archive={archive} />);
  });
  web.get(`${path}/${JSON_NAME}`, async (c) => sendJson(c, fileOf(await archiveAt(c))));
  web.get(`${path}/${ZIP_NAME}`, async (c) => {
    const archive = await archiveAt(c);
    const printed = await printedVersions(c, pages, archive);
    keepNowhere(c);
    c.header('content-type', 'application/zip');
    c.header('content-disposition', `attachment; filename="${ZIP_NAME}"`);
    return c.body(zipOfArchive(archive, { printed, wordsIn: pages.wordsIn, day: dayOf(c.var.read.clock.now()) }));
  });
}

export function sendJson(c: Request, file: string) {
  keepNowhere(c);
  c.header('content-type', 'application/json; charset=utf-8');
  c.header('content-disposition', `attachment; filename="${JSON_NAME}"`);
  return c.body(file);
}

/** Every version that somebody has signed, on paper. */
async function printedVersions(
  c: Request,
  { wordsIn }: AgreementPages,
  { versions, signatures }: Archive,
): Promise<readonly PrintedVersion[]> {
  const signed = versions.filter(({ hash }) => signatures.some(({ version }) => version === hash));
  const printed: PrintedVersion[] = [];
  for (const { version } of signed) {
    const shown = await showPrint(c.var.read, { agreement: version.agreement, number: version.number });
    printed.push({ number: version.number, pdf: await printVersion({ ...shown, wordsIn }) });
  }
  return printed;
}

function ArchivePage({
  frame,
  id,
  archive,
}: {
  readonly frame: Frame;
  readonly id: string;
  readonly archive: Archive;
}) {
  const { words } = frame;
  const here = archivePath(id);
  return (
    <Page frame={frame} title={words.say('agreements.archive.title')} noindex readers="partner">
      <PageTitle
        back={<BackLink href={agreementPath(id)}>{words.say('agreements.sign.back')}</BackLink>}
        title={words.say('agreements.archive.title')}
        below={words.say('agreements.archive.below')}
      />
      <Buttons>
        <LinkButton href={`${here}/${ZIP_NAME}`} icon="download">
          {words.say('agreements.archive.zip')}
        </LinkButton>
        <LinkButton href={`${here}/${JSON_NAME}`} icon="download" tone="quiet">
          {words.say('agreements.archive.json')}
        </LinkButton>
      </Buttons>
      <Part title={words.say('agreements.archive.says')}>
        <Standing lines={tellStanding(words, archive)} />
      </Part>
      <Part title={words.say('agreements.archive.check')}>
        <p>{words.say('agreements.archive.check.text')}</p>
        <p>
          <code dir="ltr" class="breaks">
            {VERIFY_COMMAND}
          </code>
        </p>
        <p>
          <a href={IMPORT_PATH}>{words.say('agreements.archive.import.go')}</a>
        </p>
      </Part>
    </Page>
  );
}
