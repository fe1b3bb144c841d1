/** The kinds of picture that are taken; what a file is decide its bytes. */
export type ImageKind = 'png' | 'jpeg' | 'webp';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];

/** Which kind of picture the bytes begin like; null for everything else, whatever its name says. */
export function imageKindOf(bytes: Uint8Array): ImageKind | null {
  if (PNG.every((byte, at) => bytes[at] === byte)) return 'png';
  if (JPEG.every((byte, at) => bytes[at] === byte)) return 'jpeg';
  return textAt(bytes, 0) === 'RIFF' && textAt(bytes, 8) === 'WEBP' ? 'webp' : null;
}

/**
 * Whether a picture moves: an animated PNG says so in a chunk before the first image data (`acTL`),
 * a WebP by a bit of its extended header (RFC 9649, 2.7).
 */
export function isAnimated(bytes: Uint8Array, kind: ImageKind): boolean {
  if (kind === 'webp') return textAt(bytes, 12) === 'VP8X' && ((bytes[20] ?? 0) & 0b10) !== 0;
  if (kind !== 'png') return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = PNG.length; at + 8 <= bytes.length; at += view.getUint32(at) + 12) {
    const chunk = textAt(bytes, at + 4);
    if (chunk === 'acTL') return true;
    if (chunk === 'IDAT') return false;
  }
  return false;
}

function textAt(bytes: Uint8Array, at: number): string {
  return String.fromCodePoint(...bytes.subarray(at, at + 4));
}
