import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textsOnPaper } from '../../../test/on-paper.ts';
import { missingShapes, typeset, typesetAsPicture } from './index.ts';
import { printable } from './printable.ts';

const SOURCE = `#set document(title: "Probe")
#set text(lang: "de", font: ("Noto Sans", "Noto Sans Arabic", "Noto Sans Ethiopic"), fallback: false)
#let data = json(bytes(sys.inputs.data))
#data.words

*#data.words*`;

const INJECTION = '#read("/etc/passwd") $x^2$ @cite <label> \\ `raw` *b* _i_ = H // c /* d */ #{sys.inputs} "]}"';

test('what somebody typed comes out as text, whatever it looks like', async () => {
  const words = textsOnPaper(await typesetAsPicture({ source: SOURCE, data: { words: INJECTION } }));
  for (const part of ['#read("/etc/passwd")', '$x^2$', '@cite', '<label>', '`raw`', '/* d */', '#{sys.inputs}', '"]}"'])
    expect(words, part).toContain(part.replace(/\s/g, ''));
  expect(words).not.toContain('root:');
});

test('no text breaks a sheet, and what can be printed is a fixed point', async () => {
  const signs = fc.oneof(
    fc.constantFrom(
      ...INJECTION,
      '\u0000',
      '\u202E',
      '\uD800',
      '\u2066',
      '\u2069',
      'ш',
      'ê',
      'ş',
      'ل',
      'ژ',
      '\u064E',
      '😀',
      '中',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(signs, { maxLength: 40 }), async (parts) => {
      const words = parts.join('');
      const pdf = await typeset({ source: SOURCE, data: { words } });
      expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
      expect(printable(printable(words))).toBe(printable(words));
    }),
    // A letter that no font has, with a mark that one has.
    { numRuns: 60, examples: [[['\u2E5E', '\u064E']]] },
  );
}, 30_000);

test('every sign there is can stand in a text', async () => {
  const all = Array.from({ length: 0x2_00_00 }, (_, sign) => sign)
    .filter((sign) => sign < 0xd800 || sign > 0xdfff)
    .concat(Array.from({ length: 0x2_00 }, (_, sign) => 0xe_00_00 + sign));
  for (let from = 0; from < all.length; from += 8_000) {
    const words = String.fromCodePoint(...all.slice(from, from + 8_000));
    await expect(typeset({ source: SOURCE, data: { words } }), `from ${from}`).resolves.toBeInstanceOf(Uint8Array);
  }
}, 60_000);

test('the letters of the languages here are all there; what is not is told', () => {
  const letters = [
    'ÄÖÜäöüß „“‚‘ – € §',
    'ÇĞİıÖŞÜçğöşü',
    'ÇÊÎŞÛçêîşû Ẍẍ Ḧḧ',
    'АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ абвгґдеєжзиіїйклмнопрстуфхцчшщьюя ʼ',
    'ЁЫЭЪёыэъ',
    'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهويى ًٌٍَُِّْ ،؛؟ ٠١٢٣٤٥٦٧٨٩',
    'پچژگک‌ی ۰۱۲۳۴۵۶۷۸۹',
    'ڕڤڵۆێەھۊ',
    'ሀ ለ ሐ መ ሠ ረ ሰ ሸ ቀ ቐ በ ተ ቸ ኀ ነ ኘ አ ከ ኸ ወ ዐ ዘ ዠ የ ደ ጀ ገ ጠ ጨ ጰ ጸ ፀ ፈ ፐ ሰላም ኣሕዋት ፤ ፡ ።',
    'ĂÂÎȘȚăâîșț ĄĆĘŁŃÓŚŹŻąćęłńóśźż',
  ];
  expect(missingShapes(letters)).toEqual([]);
  expect(missingShapes({ a: ['שלום', { b: 'a中😀' }] })).toEqual(['ש', 'ל', 'ו', 'ם', '中', '😀']);
  expect(printable('a中')).toBe('a\uFFFD');
});

test('the same sheet gives the same bytes, and they are a tagged PDF with title and language', async () => {
  const sheet = { source: SOURCE, data: { words: 'Eine Vereinbarung' } };
  const [one, other] = [await typeset(sheet), await typeset(sheet)];
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  const pdf = Buffer.from(one).toString('latin1');
  for (const part of ['/Marked true', '/StructTreeRoot', '/Lang', '<pdfuaid:part>1</pdfuaid:part>', 'Probe'])
    expect(pdf, part).toContain(part);
});

test('a sheet reads no file and fetches nothing', async () => {
  for (const source of ['#read("/etc/passwd")', '#include "/etc/hostname"', '#image("/etc/passwd")'])
    await expect(typeset({ source, data: {} })).rejects.toThrow('does not compile');
});
