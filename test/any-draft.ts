import fc from 'fast-check';
import type { Paragraph } from '../src/areas/agreements/paragraph.ts';
import type { AgreementText } from '../src/areas/agreements/text.ts';
import { anyText, BILDUNGSWERK, FOURTH_TEXT, NUJIN, torn } from './agreement.ts';

/** A text with some of its confirmations and sheets. */
export interface RandomDraft {
  readonly text: AgreementText;
  /** Which confirmations are left out, by their place; most drafts leave out none. */
  readonly silent: ReadonlySet<number>;
  readonly sheets: readonly boolean[];
}

/** Anything that may stand in an agreement, and agreements that are nearly or quite ready. */
export function anyDraft(): fc.Arbitrary<RandomDraft> {
  const gaps = torn(FOURTH_TEXT).map(({ text }) => text);
  const blank = fc.constantFrom('', ' ', '\n\t', '\u00a0\u2003', '\u3000', '\ufeff', '.', 'é', '🌻');
  const nearly = fc
    .tuple(fc.constantFrom(...FOURTH_TEXT.paragraphs.keys()), blank, blank)
    .map(([at, de, tr]) => ({ ...FOURTH_TEXT, paragraphs: FOURTH_TEXT.paragraphs.with(at, reworded(at, de, tr)) }));
  const without = fc
    .constantFrom(...FOURTH_TEXT.paragraphs.keys())
    .map((at) => ({ ...FOURTH_TEXT, paragraphs: FOURTH_TEXT.paragraphs.toSpliced(at, 1) }));
  const more = anyText().map(({ paragraphs }) => ({
    ...FOURTH_TEXT,
    paragraphs: [...FOURTH_TEXT.paragraphs, ...paragraphs.filter(({ kind }) => kind !== 'frame' && kind !== 'exit')],
  }));
  const backwards = fc.constantFrom('2026-12-31', '2027-01-01', '2027-01-02').map((until) => ({
    ...FOURTH_TEXT,
    paragraphs: FOURTH_TEXT.paragraphs.map((one) =>
      one.kind === 'frame' ? { ...one, parts: { ...one.parts, from: '2027-01-01', until } } : one,
    ),
  }));
  const strange = fc
    .constantFrom(...FOURTH_TEXT.paragraphs.keys())
    .map((at): AgreementText => JSON.parse(withSomebody(FOURTH_TEXT, at)));
  return fc.record({
    text: fc.oneof(
      anyText(),
      fc.constantFrom(...gaps),
      nearly,
      without,
      more,
      strange,
      backwards,
      fc.constant(FOURTH_TEXT),
      fc.constantFrom(['de'], ['de', 'tr', 'uk'], ['uk']).map((languages) => ({ ...FOURTH_TEXT, languages })),
    ),
    silent: fc.oneof(
      { weight: 4, arbitrary: fc.constant(new Set<number>()) },
      { weight: 1, arbitrary: fc.nat({ max: 8 }).map((at) => new Set([at])) },
    ),
    sheets: fc.oneof(
      { weight: 6, arbitrary: fc.constant([true, true]) },
      { weight: 1, arbitrary: fc.tuple(fc.boolean(), fc.boolean()) },
    ),
  });
}

function reworded(at: number, de: string, tr: string): Paragraph {
  const { parts, ...rest } = FOURTH_TEXT.paragraphs[at] ?? {};
  const texts = Object.entries(parts ?? {}).map(([name, value]) => [
    name,
    value !== null && typeof value === 'object' ? { de, tr } : value,
  ]);
  return { ...rest, parts: Object.fromEntries(texts) } as Paragraph;
}

function withSomebody(text: AgreementText, at: number): string {
  const paragraphs = text.paragraphs.map((one, place) => ({
    ...one,
    parts: Object.fromEntries(
      Object.entries(one.parts).map(([name, value]) => [
        name,
        place === at && (value === NUJIN || value === BILDUNGSWERK) ? 'somebody' : value,
      ]),
    ),
  }));
  return JSON.stringify({ ...text, paragraphs });
}
