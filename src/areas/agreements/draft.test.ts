import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText, NUJIN } from '../../../test/agreement.ts';
import { carriedOver, standOf, type DraftChanges } from './draft.ts';
import { findParagraph, isCurrent, withChanges, type AgreementText } from './text.ts';
import { changesBetween } from './text.ts';

/** A draft that was written on one text while another came to stand there. */
const written = fc.tuple(anyText(), anyText(), anyText()).map(([seen, wished, now]) => ({
  now: alike(seen, now),
  draft: changesBetween(seen, alike(seen, wished)).map((change): DraftChanges[number] => ({
    ...change,
    reason: 'weil',
  })),
}));

test('every change of a draft can be handed over or was overtaken, none is lost', () => {
  let overtakenOnce = 0;
  fc.assert(
    fc.property(written, ({ now, draft }) => {
      const { current, overtaken, text } = standOf(now, draft);
      overtakenOnce += overtaken.length;
      expect([...current, ...overtaken].toSorted(byParagraph)).toEqual(draft.toSorted(byParagraph));
      expect(withChanges(now, current)).toEqual(text);
      for (const change of current) expect(isCurrent(now, change)).toBe(true);
    }),
    { numRuns: 300 },
  );
  expect(overtakenOnce).toBeGreaterThan(0);
});

test('what is carried over starts from what stands there today and keeps its words', () => {
  fc.assert(
    fc.property(written, ({ now, draft }) => {
      for (const change of standOf(now, draft).overtaken) {
        const carried = carriedOver(now, change, NUJIN);
        if (carried === null) {
          expect(change.after).toBeNull();
          expect(findParagraph(now, change.paragraph)).toBeNull();
          continue;
        }
        const kind = findParagraph(now, carried.paragraph)?.kind;
        // The ids of these texts are few: what another kind has taken over cannot be the same place.
        if (change.after !== null && kind !== undefined && kind !== change.after.kind) continue;
        expect(isCurrent(now, carried)).toBe(true);
        expect(carried.after?.parts).toEqual(change.after?.parts);
      }
    }),
    { numRuns: 300 },
  );
});

/** The same paragraphs have the same kind and come from the same partner. */
function alike(first: AgreementText, second: AgreementText): AgreementText {
  const paragraphs = second.paragraphs.filter((one) => {
    const there = findParagraph(first, one.id);
    return there === null || (there.kind === one.kind && there.origin === one.origin);
  });
  return { ...second, paragraphs };
}

function byParagraph(a: DraftChanges[number], b: DraftChanges[number]): number {
  return a.paragraph < b.paragraph ? -1 : 1;
}
