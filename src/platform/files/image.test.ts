import { crc32, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { imageKindOf, isAnimated } from './image-kind.ts';
import { IMAGE_BYTES, readImage } from './image.ts';

const SECRET = 'Leinensteig vier, Hinterhof';

async function photo(width = 320, height = 200): Promise<Buffer> {
  const noise = Buffer.from(Uint8Array.from({ length: width * height * 3 }, (_, at) => (at * 31) % 251));
  return sharp(noise, { raw: { width, height, channels: 3 } })
    .jpeg()
    .toBuffer();
}

/** A JPEG as a telephone makes it: turned, with camera, place, a profile, words, a comment, a small copy, a zip behind it. */
async function talkative(): Promise<Buffer> {
  const thumbnail = await photo(16, 16);
  const plain = await sharp(await photo())
    .withExif({
      IFD0: { Make: 'Talkative Phone', ImageDescription: SECRET },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '50/1 49/1 5881/100' },
    })
    .withMetadata({ orientation: 6 })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><note>${SECRET}</note></x:xmpmeta>`)
    .withIccProfile('p3')
    .jpeg()
    .toBuffer();
  const segment = (marker: number, body: Buffer) => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(body.length + 2, 2);
    return Buffer.concat([head, body]);
  };
  return Buffer.concat([
    plain.subarray(0, 2),
    segment(0xfe, Buffer.from(`comment ${SECRET}`)),
    segment(0xec, Buffer.concat([Buffer.from('Ducky'), thumbnail])),
    plain.subarray(2),
    Buffer.from(`PK\u0003\u0004${SECRET}`),
  ]);
}

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(body.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}

/** A PNG that claims to be this large, with as little behind it as one can get away with. */
function claimed(width: number, height: number, ...more: readonly Buffer[]): Buffer {
  return png(width, height, [8, 2, 0, 0, 0], more);
}

function png(width: number, height: number, look: readonly number[], more: readonly Buffer[] = []): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set(look, 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    ...more,
    chunk('IDAT', deflateSync(Buffer.alloc(100_000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

async function refusalOf(bytes: Uint8Array): Promise<string> {
  const read = await readImage(bytes);
  return read.ok ? 'taken' : read.issue;
}

test('whatever a photo tells beside its points stays outside', async () => {
  const before = await talkative();
  const { exif, xmp, icc, orientation } = await sharp(before).metadata();
  expect([exif, xmp, icc].every((part) => part !== undefined)).toBe(true);
  expect([orientation, before.includes('Talkative Phone'), before.includes(SECRET)]).toEqual([6, true, true]);
  const read = await readImage(before);
  if (!read.ok) throw new Error(read.issue);
  const { bytes, width, height } = read.value;
  // Orientation 6: a quarter turn.
  expect([width, height]).toEqual([200, 320]);
  const after = Buffer.from(bytes);
  const told = await sharp(after).metadata();
  expect(told).toMatchObject({ format: 'webp', width: 200, height: 320, space: 'srgb', hasProfile: false });
  for (const part of ['exif', 'xmp', 'icc', 'iptc', 'orientation', 'comments', 'tifftagPhotoshop'] as const)
    expect(`${part} ${String(told[part])}`).toBe(`${part} undefined`);
  for (const mark of [SECRET, 'Talkative', 'Exif', 'EXIF', 'XMP', 'ICCP', 'PK\u0003\u0004', 'JFIF'])
    expect(`${mark} ${after.includes(mark)}`).toBe(`${mark} false`);
  // Nothing behind the picture: the length in its head is the length of the file.
  expect(after.readUInt32LE(4) + 8).toBe(after.length);
});

test('a picture is made smaller, never larger, and what shines through stays so', async () => {
  const wide = await readImage(await photo(3_000, 900));
  expect(wide.ok && [wide.value.width, wide.value.height]).toEqual([1_200, 360]);
  const logo = await sharp({
    create: { width: 64, height: 48, channels: 4, background: { r: 200, g: 0, b: 0, alpha: 0.5 } },
  })
    .png()
    .toBuffer();
  const small = await readImage(logo);
  if (!small.ok) throw new Error(small.issue);
  expect(await sharp(small.value.bytes).metadata()).toMatchObject({ width: 64, height: 48, hasAlpha: true });
  const grey = await readImage(await sharp(logo).greyscale().webp({ lossless: true }).toBuffer());
  expect(grey.ok).toBe(true);
});

test('what is no PNG, JPEG or WebP by its bytes is refused, whatever it is called', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';
  const others = [
    svg,
    `<?xml version="1.0"?>${svg}`,
    '%PDF-1.7',
    'GIF89a\u0001\u0000\u0001\u0000',
    '\u0000\u0000\u0000\u0018ftypheic',
    '\u0000\u0000\u0000\u001cftypavif',
    'BM',
    'II*\u0000',
    'PK\u0003\u0004',
    '<!doctype html><script>alert(1)</script>',
    '',
  ];
  for (const text of others)
    expect(`${text.slice(0, 9)} ${await refusalOf(Buffer.from(text, 'latin1'))}`).toMatch(/ kind$/);
  // A script that begins like a picture is broken, and nothing of it comes out.
  for (const head of [
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    [0xff, 0xd8, 0xff, 0xe0],
  ])
    expect(await refusalOf(Buffer.concat([Buffer.from(head), Buffer.from(svg)]))).toBe('broken');
});

test('pictures that move are refused', async () => {
  const frame = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
  const webp = await sharp([frame, await sharp(frame).negate().toBuffer()], { join: { animated: true } })
    .webp()
    .toBuffer();
  expect((await sharp(webp, { animated: true }).metadata()).pages).toBe(2);
  expect(await refusalOf(webp)).toBe('animated');
  expect(await refusalOf(claimed(8, 8, chunk('acTL', Buffer.alloc(8))))).toBe('animated');
});

test('a picture that would unpack to billions of points is refused before it does', async () => {
  const before = process.memoryUsage.rss();
  const start = performance.now();
  expect(await refusalOf(claimed(50_000, 50_000))).toBe('tooManyPixels');
  expect(await refusalOf(claimed(2_000_000_000, 1))).toMatch(/tooManyPixels|broken/);
  expect(await refusalOf(claimed(8_000, 5_001))).toBe('tooManyPixels');
  // Interlaced, with sixteen bits and transparency: 40 million points would be 320 MB.
  expect(await refusalOf(png(6_000, 5_000, [16, 6, 0, 0, 1]))).toBe('tooManyPixels');
  expect(await refusalOf(png(4_000, 4_000, [16, 6, 0, 0, 1]))).toBe('broken');
  expect(performance.now() - start).toBeLessThan(2_000);
  expect(process.memoryUsage.rss() - before).toBeLessThan(100_000_000);
});

test('a file that is cut off, too long, or holds less than it says is refused', async () => {
  const whole = await photo();
  expect(await refusalOf(whole)).toBe('taken');
  expect(await refusalOf(whole.subarray(0, whole.length / 2))).toBe('broken');
  expect(await refusalOf(whole.subarray(0, 30))).toBe('broken');
  expect(await refusalOf(claimed(4_000, 4_000))).toBe('broken');
  expect(await refusalOf(Buffer.concat([whole, Buffer.alloc(IMAGE_BYTES)]))).toBe('bytes');
});

test('two at once go one after the other, and a crowd is asked to come again', async () => {
  const bytes = await photo(600, 400);
  const many = await Promise.all(Array.from({ length: 12 }, () => refusalOf(bytes)));
  expect(many.filter((each) => each === 'taken').length).toBe(9);
  expect(many.slice(9)).toEqual(['busy', 'busy', 'busy']);
  expect(await refusalOf(bytes)).toBe('taken');
}, 60_000);

test('no bytes at all break the looking at them', async () => {
  const square = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: square.length - 1 }),
      fc.uint8Array({ maxLength: 12 }),
      async (at, dirt) => {
        const spoilt = Buffer.from(square);
        spoilt.set(dirt.subarray(0, square.length - at), at);
        expect(await refusalOf(spoilt)).toMatch(/^(taken|kind|animated|tooManyPixels|broken)$/);
      },
    ),
    { numRuns: 150 },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      const kind = imageKindOf(bytes);
      if (kind !== null) isAnimated(bytes, kind);
    }),
  );
});
