import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText, BILDUNGSWERK, FOURTH_TEXT, historyOf, NUJIN, paragraph } from '../../../test/agreement.ts';
import { textsOnPaper } from '../../../test/on-paper.ts';
import { typesetAsPicture } from '../../platform/typeset/index.ts';
import { loadWords } from '../../platform/words/index.ts';
import { inGroups } from './hash-groups.ts';
import { auditHeadOf } from './print-head.ts';
import { sheetOf, type Printed } from './print-sheet.ts';
import { printVersion } from './print.ts';
import type { Signature } from './signature.ts';
import type { AgreementText } from './text.ts';

const words = loadWords('src');
const INJECTION = '#read("/etc/passwd") $x$ @cite <l> `raw` *b* \\u{41} "]} // weg';

test('an agreement comes out as a tagged PDF in its languages, with both hashes on each page', async () => {
  const printed = printedFrom(FOURTH_TEXT);
  const pdf = Buffer.from(await printVersion(printed)).toString('latin1');
  for (const part of ['/Marked true', '/StructTreeRoot', '/Lang (de)', '<pdfuaid:part>1</pdfuaid:part>'])
    expect(pdf, part).toContain(part);
  const pages = Number(/\/Count (\d+)/.exec(pdf)?.[1]);
  expect(pages).toBeGreaterThan(1);
  const shown = await shownOf(printed);
  expect(shown.split(printed.hash)).toHaveLength(pages + 1);
  expect(shown.split(printed.head.hash)).toHaveLength(pages + 1);
  const said = JSON.stringify(sheetOf(printed).data);
  for (const hash of [printed.hash, printed.head.hash]) expect(said).toContain(`\u2066${inGroups(hash)}\u2069`);
  for (let page = 1; page <= pages; page += 1) expect(shown).toContain(`Fassung1·Seite${page}von${pages}`);
  for (const part of ['Kadınlarkonularıkendileriseçer.', 'RechnungmitSteuernummer', '9.600€', '40,0%', '€9.600'])
    expect(shown, part).toContain(part);
});

test('each page says that it is a draft until all have signed this very version', async () => {
  const unsigned = printedFrom(FOURTH_TEXT);
  const pages = (await shownOf(unsigned)).split(unsigned.hash).length - 1;
  expect((await shownOf(unsigned)).split('Entwurf:')).toHaveLength(pages + 1);
  const half = { ...unsigned, signatures: [signed(unsigned.hash, BILDUNGSWERK)] };
  expect(await shownOf(half)).toContain('Entwurf:');
  const other = { ...unsigned, signatures: [signed('0'.repeat(64), BILDUNGSWERK), signed('0'.repeat(64), NUJIN)] };
  expect(await shownOf(other)).toContain('Entwurf:');
  const all = { ...unsigned, signatures: [signed(unsigned.hash, BILDUNGSWERK), signed(unsigned.hash, NUJIN)] };
  expect(await shownOf(all)).not.toContain('Entwurf');
});

test('the same version gives the same bytes, another head gives others', async () => {
  const printed = printedFrom(FOURTH_TEXT);
  const [one, other] = [await printVersion(printed), await printVersion(printed)];
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  const moved = { ...printed, head: auditHeadOf(printed.hash, [{ partner: NUJIN, head: 'c'.repeat(64) }]) };
  expect(Buffer.from(one).equals(Buffer.from(await printVersion(moved)))).toBe(false);
});

test('a small table stands on one page, wherever it would begin', async () => {
  const heads: number[] = [];
  for (let above = 0; above < 24; above += 1) {
    const goals = Array.from({ length: above }, (_, at) =>
      paragraph('goal', `more-${at}`, NUJIN, { words: { de: 'Noch eines.' } }),
    );
    const shown = await shownOf(
      printedFrom({ ...FOURTH_TEXT, languages: ['de'], paragraphs: [...goals, ...FOURTH_TEXT.paragraphs] }),
    );
    heads.push(shown.split('AnteilamGeld').length - 1);
  }
  expect(new Set(heads)).toEqual(new Set([1]));
});

test('paper says too that nobody decides alone and nobody owns alone', async () => {
  const paragraphs = [
    ...FOURTH_TEXT.paragraphs.filter(({ kind }) => kind !== 'decision' && kind !== 'credit'),
    paragraph('decision', 'd', NUJIN, { about: { de: 'Die Themen' }, decider: null }),
    paragraph('credit', 'c', NUJIN, { what: { de: 'Das Heft' }, owner: null }),
  ];
  const said = JSON.stringify(sheetOf(printedFrom({ ...FOURTH_TEXT, languages: ['de'], paragraphs })).data);
  expect(said).toContain('"text":"alle gemeinsam","lang":"de","dir":"ltr","label":"Wer entscheidet"');
  expect(said).toContain('"text":"alle gemeinsam","lang":"de","dir":"ltr","label":"Wem es gehört"');
});

test('paper says of every part that stands in one language only where it stands, in tables as among goals', () => {
  const said = JSON.stringify(sheetOf(printedFrom(FOURTH_TEXT)).data);
  const noted = (cell: string) => said.split(cell)[1]?.split(']')[0]?.includes('Yalnızca şu dilde yazılı: Almanca.');
  expect(['Abende leiten und auswerten', 'Zeile line-1', 'Zwischenbericht'].map(noted)).toEqual([true, true, true]);
  expect(said.split('Zwölf Abende im Jahr')[1]?.split(']]')[0]).toContain('Yalnızca şu dilde yazılı: Almanca.');
});

test('what somebody wrote is text on paper, wherever it stands', async () => {
  const text: AgreementText = {
    ...FOURTH_TEXT,
    partners: [
      { id: BILDUNGSWERK, name: INJECTION },
      { id: NUJIN, name: 'Nûjîn #eval("1")' },
    ],
    paragraphs: [
      ...FOURTH_TEXT.paragraphs,
      paragraph('rhythm', 'rhythm-1', NUJIN, { words: { de: INJECTION, tr: '\u202E\u0000\uD800 不能印刷' } }),
    ],
  };
  const shown = await shownOf(printedFrom(text));
  expect(shown).not.toContain('root:');
  expect(shown.split(INJECTION.replace(/\s/g, '')).length).toBeGreaterThan(2);
  expect(shown).toContain('Schriftzeichenkönnenhiernichtgedrucktwerden.');
});

test('Arabic stands from right to left, more than two languages one after the other', async () => {
  const languages = ['ar', 'kmr', 'uk'];
  const rewritten = JSON.parse(JSON.stringify(FOURTH_TEXT).replaceAll('"tr":', '"kmr":').replaceAll('"de":', '"ar":'));
  const printed = printedFrom({ ...rewritten, languages });
  const sheet = sheetOf(printed);
  expect(sheet.data).toMatchObject({ lang: 'ar', dir: 'rtl' });
  const said = JSON.stringify(sheet.data);
  const at = ['العربية', 'Kurmancî', 'Українська'].map((name) => said.indexOf(`"text":"${name}"`));
  expect(at).not.toContain(-1);
  expect(at).toEqual(at.toSorted((a, b) => a - b));
  expect(said).toContain('"text":"3. Kadınlar konuları kendileri seçer.","lang":"kmr","dir":"ltr"');
  expect(await shownOf(printed)).toContain('Kurmancî');
});

test('a text that no page can hold goes on over pages, and nothing of it is lost below the edge', async () => {
  const long = 'Lange Erklärung. '.repeat(2_000);
  const parts = { what: { de: 'Bericht' }, explanation: { de: long, tr: 'Satır.\n'.repeat(300) }, form: { de: long } };
  const duty = paragraph('duty', 'long', NUJIN, parts);
  const task = paragraph('task', 'many-lines', NUJIN, { result: { de: 'a\n'.repeat(400) + 'b' } });
  const goal = paragraph('goal', 'long-goal', NUJIN, { words: { de: long, tr: long } });
  const svg = await typesetAsPicture(
    sheetOf(printedFrom({ ...FOURTH_TEXT, paragraphs: [...FOURTH_TEXT.paragraphs, duty, task, goal] })),
  );
  const pages = svg.match(/class="typst-page"/g)?.length ?? 0;
  expect(pages).toBeGreaterThan(32);
}, 30_000);

test('any agreement can be printed, with whatever gaps and whatever signs', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyText(),
      fc.subarray(['de', 'tr', 'ar', 'kmr', 'de-simple'], { minLength: 1 }),
      async (text, languages) => {
        const pdf = await printVersion(printedFrom({ ...text, languages }));
        expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
      },
    ),
    { numRuns: 40 },
  );
}, 30_000);

function printedFrom(text: AgreementText): Printed {
  const last = historyOf([text]).at(-1);
  if (last === undefined) throw new Error('no version');
  const head = auditHeadOf(last.hash, [
    { partner: BILDUNGSWERK, head: 'a'.repeat(64) },
    { partner: NUJIN, head: null },
  ]);
  return { ...last, head, signatures: [], wordsIn: (language) => words.in(language) };
}

function signed(version: string, partner: string): Signature {
  return { version, partner, day: '2026-11-21', proof: { kind: 'passphrase' } };
}

async function shownOf(printed: Printed): Promise<string> {
  return textsOnPaper(await typesetAsPicture(sheetOf(printed)));
}
