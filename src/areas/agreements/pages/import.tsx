import { readFile, rm } from 'node:fs/promises';
import type { Hono } from 'hono';
import {
  context,
  idAt,
  keepNowhere,
  leaveNotice,
  receiveUpload,
  type Env,
  type Request,
} from '../../../platform/http/index.ts';
import { NotFoundError } from '../../../platform/errors.ts';
import { organisationsOf } from '../../../plain/actor.ts';
import { saying } from '../../../plain/words.ts';
import { ALONG_JSON, ARCHIVE_UPLOAD, IMPORT_PATH, KEPT_PATH } from '../archive-paths.ts';
import { agreementIn } from '../cooperation-archive.ts';
import { keepArchive } from '../keep-archive.ts';
import { removeKept } from '../remove-kept.ts';
import { sayFindings } from '../say-findings.ts';
import { fileOf } from '../archive-file.ts';
import { findKept } from '../store-kept.ts';
import { sendJson } from './archive.tsx';
import { ImportPage } from './import-page.tsx';
import { KeptPage } from './kept-page.tsx';
import type { AgreementPages } from './pages.ts';
import { sendFile } from './send-file.ts';

/** `/vereinbarungen/einlesen` and `/vereinbarungen/eingelesen/:id`: agreements and cooperations from elsewhere. */
export function addImportPages(web: Hono<Env>, pages: AgreementPages): void {
  web.get(IMPORT_PATH, async (c) => c.html(await importPage(c, pages, { organisation: '', problems: [] })));
  web.post(IMPORT_PATH, async (c) => {
    const own = ownAt(c);
    const { fields, file } = await receiveUpload(c, {
      field: 'file',
      limitBytes: ARCHIVE_UPLOAD.bytes,
      allowFields: ['organisation'],
      uploads: pages.uploads,
      passing: true,
    });
    const bytes = await takeOut(file);
    const organisation = own.length === 1 ? own[0] : own.find((one) => one === fields['organisation']);
    const missing = [
      ...(bytes === null ? [saying('agreements.archive.import.file.missing')] : []),
      ...(organisation === undefined ? [saying('agreements.archive.import.organisation.missing')] : []),
    ];
    const again = async (problems: typeof missing) =>
      c.html(await importPage(c, pages, { organisation: organisation ?? '', problems }), 422);
    if (bytes === null || organisation === undefined) return again(missing);
    const kept = await keepArchive(context(c), { organisation, bytes });
    if (!kept.ok) return again([...sayFindings(kept.issue.findings, kept.issue.archive)]);
    leaveNotice(c, saying('agreements.archive.import.told'));
    return c.redirect(`${KEPT_PATH}/${kept.value}`, 303);
  });
  web.get(`${KEPT_PATH}/:id`, async (c) => {
    keepNowhere(c);
    const kept = await keptAt(c);
    const told = 'parts' in kept.archive ? pages.tellTaken(c.var.words, kept.archive.parts) : [];
    return c.html(<KeptPage frame={await pages.frame(c)} kept={kept} told={told} />);
  });
  web.get(`${KEPT_PATH}/:id/vereinbarung.json`, async (c) => {
    const agreement = agreementIn((await keptAt(c)).archive);
    if (agreement === null) throw new NotFoundError();
    return sendJson(c, fileOf(agreement));
  });
  web.get(`${KEPT_PATH}/:id/${ALONG_JSON}`, async (c) => {
    const { archive } = await keptAt(c);
    if (archive.format !== 'geflecht-cooperation/1') throw new NotFoundError();
    return sendFile(c, { name: ALONG_JSON, type: 'application/json; charset=utf-8', bytes: fileOf(archive) });
  });
  web.post(`${KEPT_PATH}/:id/ende`, async (c) => {
    await removeKept(context(c), idAt(c));
    leaveNotice(c, saying('agreements.archive.kept.removed'));
    return c.redirect(IMPORT_PATH, 303);
  });
}

async function keptAt(c: Request) {
  const [kept] = await c.var.read.db.read((db) => findKept(db, idAt(c)));
  if (kept === undefined) throw new NotFoundError();
  return kept;
}

/** Whoever speaks for no organisation finds nothing here. */
function ownAt(c: Request): readonly string[] {
  const own = organisationsOf(c.var.actor);
  if (own.length === 0) throw new NotFoundError();
  return own;
}

/** The bytes of an upload, which itself does not stay. */
async function takeOut(file: { readonly path: string } | null): Promise<Uint8Array | null> {
  if (file === null) return null;
  try {
    return await readFile(file.path);
  } finally {
    await rm(file.path, { force: true });
  }
}

async function importPage(
  c: Request,
  pages: AgreementPages,
  more: Pick<Parameters<typeof ImportPage>[0], 'organisation' | 'problems'>,
) {
  const own = ownAt(c);
  keepNowhere(c);
  const { kept, names } = await c.var.read.db.read(async (db) => ({
    kept: await findKept(db),
    names: await pages.namesOf(db, own, c.var.words),
  }));
  const organisations = own.map((id) => ({
    id,
    name: names.get(id) ?? c.var.words.say('agreements.archive.nameless'),
  }));
  return <ImportPage frame={await pages.frame(c)} kept={kept} organisations={organisations} {...more} />;
}
