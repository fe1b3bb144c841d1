import type { Metadata, Sharp, SharpOptions } from 'sharp';
import { not, ok, type Result } from '../../plain/result.ts';
import { turns } from '../../plain/turns.ts';
import { imageKindOf, isAnimated } from './image-kind.ts';

/** The largest file that is looked at. */
export const IMAGE_BYTES = 8_000_000;
/** What a picture may have at most before it is made smaller: a photo of most telephones. */
const MOST_PIXELS = 40_000_000;
/** What comes in several passes over the whole picture has to be unpacked as a whole: so much at most. */
const MOST_UNPACKED_BYTES = 160_000_000;
/** The long side of what is kept. */
const LONG_SIDE = 1_200;
/** So much is kept where it can be had: people read on small volumes of data. */
const KEPT_BYTES = 250_000;
const QUALITIES = [80, 60, 40] as const;
const SECONDS = 20;

/** A picture that was made here, out of nothing but the points of the one that came: WebP, upright, without any metadata. */
export interface Image {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Why a file is not taken. `busy`: too many others wait for their turn. */
export type ImageRefusal = 'bytes' | 'kind' | 'animated' | 'tooManyPixels' | 'broken' | 'busy';

class BusyError extends Error {
  override readonly name = 'BusyError';
}

// An opened picture can need more than a hundred megabytes: one after the other.
const inTurn = turns({ once: 1, most: 8 }, () => new BusyError('too many pictures are waiting'));

/**
 * Decodes a picture of a stranger and writes a new one from its points: whatever else the file carried
 * (camera, place, comments, small copies, a second file behind the first) is left behind.
 *
 * @example
 * const read = await readImage(await readFile(path));
 * if (read.ok) keep(read.value.bytes); // at most 1,200 × 1,200 points
 */
export async function readImage(bytes: Uint8Array): Promise<Result<Image, ImageRefusal>> {
  if (bytes.length > IMAGE_BYTES) return not('bytes');
  const kind = imageKindOf(bytes);
  if (kind === null) return not('kind');
  if (isAnimated(bytes, kind)) return not('animated');
  try {
    return await inTurn(() => redraw(bytes));
  } catch (error) {
    if (error instanceof BusyError) return not('busy');
    throw error;
  }
}

async function redraw(bytes: Uint8Array): Promise<Result<Image, ImageRefusal>> {
  const open = await opener();
  // Only the first bytes are read here, so that the refusal can say what is wrong.
  const head = await open(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (head === null) return not('broken');
  if (head.width * head.height > MOST_PIXELS || unpackedBytes(head) > MOST_UNPACKED_BYTES) return not('tooManyPixels');
  const points = await open(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true })
    .autoOrient()
    .resize({ width: LONG_SIDE, height: LONG_SIDE, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .timeout({ seconds: SECONDS })
    .toBuffer({ resolveWithObject: true })
    .catch(() => null);
  if (points === null) return not('broken');
  const { width, height, channels } = points.info;
  let written: Uint8Array = new Uint8Array();
  for (const quality of QUALITIES) {
    written = await open(points.data, { raw: { width, height, channels } }).webp({ quality }).toBuffer();
    if (written.length <= KEPT_BYTES) break;
  }
  return ok({ bytes: written, width, height });
}

/** Of a progressive JPEG two bytes a point and channel, half as much where colours are coarser; of a PNG as its depth says. */
function unpackedBytes({
  format,
  width,
  height,
  channels,
  depth,
  isProgressive,
  chromaSubsampling = '',
}: Metadata): number {
  if (!isProgressive) return 0;
  const each = format === 'jpeg' ? (chromaSubsampling.startsWith('4:2:0') ? 1 : 2) : depth === 'ushort' ? 2 : 1;
  return width * height * channels * each;
}

type Open = (bytes: Uint8Array, options: SharpOptions) => Sharp;
let opening: Promise<Open> | null = null;

/** The library comes with the first picture, so that a start does not pay for it, and knows three formats only. */
function opener(): Promise<Open> {
  opening ??= import('sharp').then(({ default: sharp }) => {
    sharp.cache(false);
    sharp.concurrency(1);
    sharp.block({ operation: ['VipsForeignLoad'] });
    sharp.unblock({
      operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
    });
    return sharp;
  });
  return opening;
}
