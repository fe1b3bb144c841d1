import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const folder = new URL('./', import.meta.url);
const sheets = readdirSync(folder).filter((name) => name.endsWith('.css'));
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');

/** Contrast of two sRGB colours as WCAG 2.2 defines it, 1 to 21. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const full = hex.length === 4 ? hex.replaceAll(/[0-9a-f]/g, '$&$&') : hex;
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(full.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function colours(css: string): Map<string, string> {
  return new Map(
    [...css.matchAll(/--([a-z-]+): (#[0-9a-f]{3,6});/g)].map(([, name, hex]) => [String(name), String(hex)]),
  );
}

const [light = '', dark = ''] = read('tokens.css').split('@media');

test.each([
  ['light', colours(light)],
  ['dark', colours(dark)],
])('every colour of text can be read on its ground, %s', (_, tokens) => {
  const grounds: readonly (readonly [string, readonly string[]])[] = [
    ['ink', ['paper', 'raised', 'thread-soft', 'weft-soft', 'grain-soft', 'leaf-soft', 'room-soft']],
    ['soft', ['paper', 'raised']],
    ['thread', ['paper', 'raised']],
    ['second', ['raised']],
    ['weft', ['paper', 'raised', 'weft-soft']],
    ['grain', ['grain-soft']],
    ['leaf', ['leaf-soft', 'raised']],
    ['room', ['room-soft']],
    ['paper', ['thread', 'ink']],
  ];
  for (const [text, on] of grounds) {
    for (const ground of on) {
      expect(contrast(tokens.get(text) ?? '', tokens.get(ground) ?? ''), `${text} on ${ground}`).toBeGreaterThanOrEqual(
        4.5,
      );
    }
  }
  for (const ground of ['paper', 'raised']) {
    expect(contrast(tokens.get('ink') ?? '', tokens.get(ground) ?? '')).toBeGreaterThanOrEqual(12);
    expect(contrast(tokens.get('edge') ?? '', tokens.get(ground) ?? ''), 'edges of fields').toBeGreaterThanOrEqual(3);
    expect(contrast(tokens.get('grain') ?? '', tokens.get(ground) ?? ''), 'focus').toBeGreaterThanOrEqual(3);
  }
});

test.each(sheets)('%s knows no left and right', (name) => {
  const found =
    read(name).match(/(?:^|[\s;{-])(?:left|right|margin-(?:top|bottom)|padding-(?:top|bottom)|width|height)\s*:/g) ??
    [];
  expect(found.map((one) => one.trim()).filter((one) => !one.startsWith('-'))).toEqual([]);
});

test('all sheets together stay under 12 KB', () => {
  expect(gzipSync(sheets.map(read).join('\n')).length).toBeLessThanOrEqual(12_000);
});
