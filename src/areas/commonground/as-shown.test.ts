import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asShown } from './as-shown.ts';
import { sum, type Counts, type GroupResult, type Result, type StatementResult } from './result.ts';

/** What an earlier version may have kept: anything. */
const counts = fc.record({ agree: fc.nat(9), disagree: fc.nat(9), pass: fc.nat(9) });
const part = fc.integer({ min: 0, max: 1000 }).map((of) => of / 1000);
const group: fc.Arbitrary<GroupResult> = fc.record({
  size: fc.integer({ min: 1, max: 30 }),
  x: part,
  y: part,
  spread: part,
  confidence: part,
  says: fc.constant([{ id: 's0', agrees: true }]),
});
const kept: fc.Arbitrary<Result> = fc.integer({ min: 2, max: 3 }).chain((k) =>
  fc
    .record({
      groups: fc.array(group, { minLength: k, maxLength: k }),
      statements: fc.array(
        fc.record({ groups: fc.array(counts, { minLength: k, maxLength: k }), rest: counts, value: part, low: part }),
        { minLength: 4, maxLength: 6 },
      ),
    })
    .map(({ groups, statements }) => ({
      participants: 100,
      p: 0.002,
      hasGroups: true,
      stability: 0.9,
      groups,
      plane: { s0: [0, 1, 1] as const },
      statements: statements.map((one, at) => statement(one, at)),
    })),
);

function statement(
  { groups, rest, value, low }: { groups: readonly Counts[]; rest: Counts; value: number; low: number },
  at: number,
): StatementResult {
  const all = [...groups, rest];
  const total = (name: keyof Counts) => all.reduce((total, one) => total + one[name], 0);
  const told = { agree: total('agree'), disagree: total('disagree'), pass: total('pass') };
  const standing = at < 3 ? 'agreed' : 'parting';
  return { id: `s${at}`, standing, counts: told, groups, value, low, high: 1, priority: 0 };
}

const isRough = (value: number) => Math.abs(value * 20 - Math.round(value * 20)) < 1e-9;

test('whatever was kept, no group of fewer than five is shown, and nothing from which one could be worked out', () => {
  fc.assert(
    fc.property(kept, (result) => {
      const shown = asShown(result);
      for (const { size } of shown.groups) expect(size).toBeGreaterThanOrEqual(5);
      expect([shown.hasGroups, shown.plane !== null]).toEqual([shown.groups.length > 0, shown.groups.length > 0]);
      for (const one of shown.statements) {
        if (one.counts !== null) expect(sum(one.counts)).toBeGreaterThanOrEqual(8);
        if (one.groups === null) expect([one.value, one.low, one.high].every(isRough)).toBe(true);
        if (one.groups === null || one.counts === null) continue;
        expect(one.groups).toHaveLength(shown.groups.length);
        for (const each of one.groups) expect(sum(each)).toBeGreaterThanOrEqual(5);
        const rest = sum(one.counts) - one.groups.reduce((total, each) => total + sum(each), 0);
        expect(rest === 0 || rest >= 5).toBe(true);
      }
    }),
  );
});

const eight = { agree: 8, disagree: 0, pass: 0 };
const rest = { agree: 0, disagree: 0, pass: 0 };
const large: GroupResult = { size: 5, x: 0, y: 0, spread: 0, confidence: 1, says: [] };
const whole = (groups: readonly GroupResult[]): Result => ({
  participants: 20,
  p: 0.002,
  hasGroups: true,
  stability: 0.9,
  groups,
  plane: {},
  statements: Array.from({ length: 3 }, (_, at) =>
    statement({ groups: [eight, eight], rest, value: 0.913, low: 0.871 }, at),
  ),
});

test('groups of five are shown as they were kept; with one of four there are none, and the rest stays', () => {
  expect(asShown(whole([large, large]))).toEqual(whole([large, large]));
  const few = asShown(whole([large, { ...large, size: 4 }]));
  expect(few).toMatchObject({ participants: 20, p: 0.002, hasGroups: false, groups: [], plane: null, stability: 0 });
  expect(few.statements[0]).toMatchObject({ standing: 'agreed', counts: { agree: 16 }, groups: null, value: 0.9 });
});

test('where no groups were kept what is shared is told as exactly as it was', () => {
  const none = { ...whole([]), hasGroups: false, plane: null };
  const result = { ...none, statements: none.statements.map((one) => ({ ...one, groups: null })) };
  expect(asShown(result)).toEqual(result);
});
