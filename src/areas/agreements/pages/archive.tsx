import type { Hono } from 'hono';
import { idAt, keepNowhere, type Env, type Request } from '../../../platform/http/index.ts';
import { dayOf } from '../../../plain/time.ts';
import { BackLink, Page, PageTitle, type Frame } from '../../../ui/index.ts';
import type { Archive } from '../archive.ts';
import { fileOf } from '../archive-file.ts';
import { zipOfArchive } from '../archive-zip.ts';
import { alongPath, VERIFY_COMMAND } from '../archive-paths.ts';
import { agreementPath, archivePath } from '../paths.ts';
import { findArchive } from '../store-archive.ts';
import { findStanding } from '../store.ts';
import { ArchiveFiles, ArchiveSays } from './archive-parts.tsx';
import type { AgreementPages } from './pages.ts';
import { printedVersions } from './printed-versions.ts';
import { sendFile } from './send-file.ts';

const JSON_NAME = 'vereinbarung.json';
const ZIP_NAME = 'vereinbarung.zip';

/** `/vereinbarungen/:id/archiv`: the whole agreement to take along, for each partner at any time. */
export function addArchivePages(web: Hono<Env>, pages: AgreementPages): void {
  const path = archivePath(':id');
  const archiveAt = (c: Request) => c.var.read.db.read((db) => findArchive(db, idAt(c)));
  web.get(path, async (c) => {
    keepNowhere(c);
    const archive = await archiveAt(c);
    const { cooperation } = await c.var.read.db.read((db) => findStanding(db, idAt(c)));
    return c.html(
      <ArchivePage frame={await pages.frame(c)} id={idAt(c)} cooperation={cooperation} archive={archive} />,
    );
  });
  web.get(`${path}/${JSON_NAME}`, async (c) => sendJson(c, fileOf(await archiveAt(c))));
  web.get(`${path}/${ZIP_NAME}`, async (c) => {
    const archive = await archiveAt(c);
    const printed = await printedVersions(c, pages, archive);
    const bytes = zipOfArchive(archive, { printed, wordsIn: pages.wordsIn, day: dayOf(c.var.read.clock.now()) });
    return sendFile(c, { name: ZIP_NAME, type: 'application/zip', bytes });
  });
}

export function sendJson(c: Request, file: string) {
  return sendFile(c, { name: JSON_NAME, type: 'application/json; charset=utf-8', bytes: file });
}

function ArchivePage({
  frame,
  id,
  cooperation,
  archive,
}: {
  readonly frame: Frame;
  readonly id: string;
  readonly cooperation: string;
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
      <ArchiveFiles words={words} zip={`${here}/${ZIP_NAME}`} json={`${here}/${JSON_NAME}`} />
      <p>
        <a href={alongPath(cooperation)}>{words.say('agreements.along.go')}</a>
      </p>
      <ArchiveSays words={words} archive={archive} command={VERIFY_COMMAND} />
    </Page>
  );
}
