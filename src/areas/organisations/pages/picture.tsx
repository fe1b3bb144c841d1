import { readFile, rm } from 'node:fs/promises';
import type { Hono } from 'hono';
import { ConflictError, NotFoundError } from '../../../platform/errors.ts';
import type { ReadDatabase } from '../../../platform/context.ts';
import { IMAGE_BYTES, type ImageRefusal } from '../../../platform/files/index.ts';
import {
  context,
  leaveNotice,
  readForm,
  receiveUpload,
  type Env,
  type Request,
  type Upload,
} from '../../../platform/http/index.ts';
import { isId } from '../../../plain/ids.ts';
import { not, type Result } from '../../../plain/result.ts';
import { saying } from '../../../plain/words.ts';
import { findSubject } from '../../claims/index.ts';
import type { Frame } from '../../../ui/index.ts';
import { newPictureForm, pictureForm } from '../forms-picture.ts';
import { may } from '../may.ts';
import { isPictureName } from '../picture.ts';
import { dropPicture } from '../picture-drop.ts';
import { showPicture } from '../picture-show.ts';
import { takePicture } from '../picture-take.ts';
import { findPicture, findPictureBytes } from '../store-picture.ts';
import { findPublicName } from '../store.ts';
import { PicturePage, type PictureDesk, type PictureStep, type Problems, type Typed } from './picture-page.tsx';

export interface PicturePages {
  readonly frame: (c: Request) => Promise<Frame>;
  /** The folder for uploads. */
  readonly uploads: string;
  /** Reads as a stranger would. */
  readonly asStranger: ReadDatabase;
}

const PATH = '/organisationen/:id/bild';

/** Who sends a photo that is too large gets the page again with the words kept; only much more is refused outright. */
export const PICTURE_UPLOAD = { path: /^\/organisationen\/[^/]+\/bild$/, bytes: 4 * IMAGE_BYTES };

const NONE: Problems = { missing: new Set(), refused: null };

/** `/organisationen/:id/bild`: bringing a picture, looking at it, showing it, taking it away; and the picture itself. */
export function addPicturePages(web: Hono<Env>, pages: PicturePages): void {
  web.get(PATH, async (c) => {
    const desk = await deskOf(c, pages);
    const step = desk.picture === null || c.req.query('anderes') !== undefined ? 'bring' : 'show';
    return c.html(await page(c, pages, desk, { step, typed: {}, problems: NONE }));
  });
  web.post(PATH, async (c) => {
    const desk = await deskOf(c, pages);
    const upload = await receiveUpload(c, {
      field: 'file',
      limitBytes: PICTURE_UPLOAD.bytes,
      allowFields: ['alternative', 'language'],
      uploads: pages.uploads,
      passing: true,
    });
    const taken = await take(c, desk.id, upload);
    if (!taken.ok) {
      const again = { step: 'bring', typed: upload.fields, problems: taken.issue } as const;
      return c.html(await page(c, pages, desk, again), 422);
    }
    leaveNotice(c, saying('organisations.picture.taken'));
    return c.redirect(pathOf(desk.id), 303);
  });
  web.post(`${PATH}/zeigen`, async (c) => {
    const desk = await deskOf(c, pages);
    const typed = textsOf(await readForm(c));
    const read = pictureForm.safeParse(typed);
    if (desk.picture?.name !== typed['name']) throw new ConflictError(saying('organisations.picture.movedOn'));
    if (!read.success) {
      const problems = { ...NONE, missing: faulty(read.error) };
      return c.html(await page(c, pages, desk, { step: 'show', typed, problems }), 422);
    }
    await showPicture(context(c), { organisation: desk.id, ...read.data });
    leaveNotice(c, saying('organisations.picture.saved'));
    // Whoever changes who sees something sees at once what everybody sees.
    return c.redirect(`/organisationen/${desk.id}/wie-fremde`, 303);
  });
  web.post(`${PATH}/entfernen`, async (c) => {
    const { id } = await deskOf(c, pages);
    await dropPicture(context(c), id);
    leaveNotice(c, saying('organisations.picture.dropped'));
    return c.redirect(pathOf(id), 303);
  });
  web.get(`${PATH}/:picture`, servePicture);
}

async function servePicture(c: Request): Promise<Response> {
  const id = c.req.param('id') ?? '';
  const name = c.req.param('picture') ?? '';
  if (!isId(id) || !isPictureName(name)) throw new NotFoundError();
  const bytes = await c.var.read.db.read((db) => findPictureBytes(db, id, name));
  if (bytes === null) throw new NotFoundError();
  // Asked anew each time: what is hidden now must not come out of a browser's store either.
  const headers = { etag: `"${name}"`, 'cache-control': 'private, no-cache' };
  if (c.req.header('if-none-match') === headers.etag) return c.body(null, 304, headers);
  return c.body(new Uint8Array(bytes), 200, { ...headers, 'content-type': 'image/webp' });
}

function pathOf(id: string): string {
  return `/organisationen/${id}/bild`;
}

/** What lies on the table: for everybody but whoever speaks for it a page that does not exist. */
async function deskOf(c: Request, { asStranger }: PicturePages): Promise<PictureDesk> {
  const id = c.req.param('id') ?? '';
  if (!isId(id) || may.speak(c.var.actor, id) !== true) throw new NotFoundError();
  const found = await c.var.read.db.read(async (db) => ({
    subject: await findSubject(db, id),
    name: await findPublicName(db, id),
    picture: await findPicture(db, id),
  }));
  if (found.subject?.kind !== 'organisation' || found.subject.forwardedTo !== null) throw new NotFoundError();
  const strangersSee = await asStranger.read((db) => findPicture(db, id));
  return { id, name: found.name, picture: found.picture, isSeenByStrangers: strangersSee !== null };
}

async function take(c: Request, organisation: string, { fields, file }: Upload): Promise<Result<unknown, Problems>> {
  try {
    const told = newPictureForm.safeParse(fields);
    const missing = new Set([...(told.success ? [] : faulty(told.error)), ...(file === null ? ['file'] : [])]);
    const tooLarge = file !== null && file.bytes > IMAGE_BYTES;
    const refused: ImageRefusal | null = tooLarge ? 'bytes' : null;
    if (!told.success || file === null || tooLarge) return not({ missing, refused });
    const bytes = await readFile(file.path);
    const taken = await takePicture(context(c), { organisation, bytes, ...told.data });
    return taken.ok ? taken : not({ missing, refused: taken.issue });
  } finally {
    // The file as it came may tell where it was taken: it is not kept a moment longer than it is needed.
    if (file !== null) await rm(file.path, { force: true });
  }
}

function faulty(error: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] }): ReadonlySet<string> {
  return new Set(error.issues.map(({ path }) => String(path[0])));
}

function textsOf(form: Readonly<Record<string, string | readonly string[]>>): Typed {
  return Object.fromEntries(
    Object.entries(form).flatMap(([name, text]) => (typeof text === 'string' ? [[name, text]] : [])),
  );
}

async function page(
  c: Request,
  pages: PicturePages,
  desk: PictureDesk,
  rest: { readonly step: PictureStep; readonly typed: Typed; readonly problems: Problems },
) {
  return <PicturePage frame={await pages.frame(c)} desk={desk} {...rest} />;
}
