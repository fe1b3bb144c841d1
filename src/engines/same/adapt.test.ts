import { expect, test } from 'vitest';
import { adapt, keepInSample, newSample } from './adapt.ts';
import { ADDRESS, NAME, newEvidence, PHONE } from './evidence.ts';
import { newModel, weigh } from './weigh.ts';

const MOST = 7;
const OTHER_PHONE = 2;
const NO_NAME = 6;
const WITHOUT_PHONE = { [NAME]: 0, [ADDRESS]: 0 };

function evidenceOf(levels: Readonly<Record<number, number>>, bits = 8): ReturnType<typeof newEvidence> {
  const evidence = newEvidence(0);
  evidence.level.fill(255);
  for (const [comparator, level] of Object.entries(levels)) {
    evidence.level[Number(comparator)] = level;
    evidence.bits[Number(comparator)] = level === NO_NAME ? -9 : level === OTHER_PHONE ? -1 : bits;
  }
  return evidence;
}

function learnt(levels: Readonly<Record<number, number>>, pairs: number): number {
  const sample = newSample(0);
  for (let pair = 0; pair < pairs; pair++) keepInSample(sample, evidenceOf(levels));
  const model = newModel(0, MOST);
  adapt(model, sample, 1, 50, MOST);
  for (const offset of model.offsets) expect(Math.abs(offset)).toBeLessThanOrEqual(5);
  const weights = new Float64Array(model.offsets.length);
  weigh(evidenceOf({ ...WITHOUT_PHONE, [PHONE]: OTHER_PHONE }), model, MOST, weights);
  return weights[PHONE] ?? 0;
}

test('fifty rows without a single duplicate leave the shipped weights as they are', () => {
  const shipped = learnt({}, 0);
  expect(shipped).toBeCloseTo(-1, 5);
  expect(learnt({ [NAME]: NO_NAME, [PHONE]: OTHER_PHONE }, 50)).toBeCloseTo(shipped, 1);
});

test('where the same things always have other telephones, another telephone stops counting', () => {
  expect(learnt({ ...WITHOUT_PHONE, [PHONE]: OTHER_PHONE }, 400)).toBe(0);
});
