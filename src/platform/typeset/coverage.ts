/** Code points that a font has a shape for. */
export type Coverage = (codePoint: number) => boolean;

interface Range {
  readonly first: number;
  readonly last: number;
}

/**
 * Reads from the `cmap` table of a TrueType font (OpenType 1.9, formats 4 and 12) what it has shapes for.
 * Throws for a font without such a table.
 */
export function coverageOf(font: Buffer): Coverage {
  const ranges = rangesOf(font).toSorted((a, b) => a.first - b.first);
  const signs = new Set<number>();
  for (const { first, last } of ranges) for (let sign = first; sign <= last; sign += 1) signs.add(sign);
  return (codePoint) => signs.has(codePoint);
}

function rangesOf(font: Buffer): readonly Range[] {
  const cmap = tableAt(font, 'cmap');
  const count = font.readUInt16BE(cmap + 2);
  const tables = Array.from({ length: count }, (_, at) => cmap + font.readUInt32BE(cmap + 4 + at * 8 + 4));
  const formats = new Map(tables.map((table) => [font.readUInt16BE(table), table]));
  const long = formats.get(12);
  const short = formats.get(4);
  if (long !== undefined) return rangesOf12(font, long);
  if (short !== undefined) return rangesOf4(font, short);
  throw new Error('a font without a table of signs');
}

function tableAt(font: Buffer, name: string): number {
  const count = font.readUInt16BE(4);
  for (let at = 0; at < count; at += 1) {
    const record = 12 + at * 16;
    if (font.toString('latin1', record, record + 4) === name) return font.readUInt32BE(record + 8);
  }
  throw new Error(`a font without the table ${name}`);
}

function rangesOf12(font: Buffer, table: number): readonly Range[] {
  return Array.from({ length: font.readUInt32BE(table + 12) }, (_, at) => ({
    first: font.readUInt32BE(table + 16 + at * 12),
    last: font.readUInt32BE(table + 20 + at * 12),
  }));
}

/** A segment can lead signs to glyph 0, which is no shape; those are taken out. */
function rangesOf4(font: Buffer, table: number): readonly Range[] {
  const segments = font.readUInt16BE(table + 6) / 2;
  const ends = table + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const offsets = deltas + segments * 2;
  return Array.from({ length: segments }, (_, at) => at).flatMap((at): readonly Range[] => {
    const first = font.readUInt16BE(starts + at * 2);
    const last = font.readUInt16BE(ends + at * 2);
    if (first === 0xff_ff) return [];
    const delta = font.readUInt16BE(deltas + at * 2);
    const place = offsets + at * 2;
    const offset = font.readUInt16BE(place);
    const signs = Array.from({ length: last - first + 1 }, (_each, index) => first + index);
    return signs
      .filter((sign) => {
        const glyph = offset === 0 ? sign : font.readUInt16BE(place + offset + (sign - first) * 2);
        return glyph !== 0 && (glyph + delta) % 0x1_00_00 !== 0;
      })
      .map((sign) => ({ first: sign, last: sign }));
  });
}
