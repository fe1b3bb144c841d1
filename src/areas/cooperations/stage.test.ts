import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isLate } from './cooperation.ts';
import { STAGES } from './part.ts';
import { openQuestion, questionAfter, questionBefore, QUESTIONS, type Answers } from './plan.ts';
import { bandOf, openAt, stageOf } from './stage.ts';

const said = fc.array(fc.option(fc.constantFrom(...STAGES)));

test('a cooperation is as far as its furthest part, in whatever order the parts speak', () => {
  fc.assert(
    fc.property(said, (stages) => {
      const furthest = stageOf(stages);
      expect(stageOf(stages.toReversed())).toBe(furthest);
      for (const stage of stages)
        if (stage !== null) expect(STAGES.indexOf(stage)).toBeLessThanOrEqual(STAGES.indexOf(furthest));
      expect(furthest === 'idea' || stages.includes(furthest)).toBe(true);
    }),
  );
});

test('the band never goes back: what is done comes first, and at most one phase is now', () => {
  expect(bandOf('idea').map(({ state }) => state)).toEqual(['now', 'ahead', 'ahead']);
  expect(bandOf('agreement').map(({ state }) => state)).toEqual(['done', 'done', 'now']);
  expect(bandOf('ended').map(({ state }) => state)).toEqual(['done', 'done', 'done']);
});

test('a partner is late when the concept stood before it came, and nobody is for the same day', () => {
  const frozen = { state: 'frozen', on: '2026-11-20' } as const;
  const partner = { organisation: 'o', phase: 'plan', since: '2026-11-21' } as const;
  expect(isLate(partner, frozen)).toBe(true);
  expect(isLate({ ...partner, since: '2026-11-20' }, frozen)).toBe(false);
  expect(isLate(partner, { ...frozen, state: 'reopened' })).toBe(false);
  expect(isLate({ ...partner, phase: 'running' }, { state: 'open', on: null })).toBe(true);
});

test('forward and backward through the questions lead to the same place', () => {
  for (const question of QUESTIONS) {
    const after = questionAfter(question);
    if (after !== null) expect(questionBefore(after)).toBe(question);
  }
  expect([questionBefore('topic'), questionAfter('way')]).toEqual([null, null]);
});

test('a plan goes on with the first question that has no answer', () => {
  fc.assert(
    fc.property(fc.subarray([...QUESTIONS]), (answered) => {
      const answers: Answers = Object.fromEntries(answered.map((question) => [question, 'Etwas.']));
      const next = openQuestion(answers);
      expect(next).toBe(QUESTIONS.find((question) => !answered.includes(question)) ?? null);
    }),
  );
});

test('news stands below what waits for somebody, and is gone once it has been overtaken', () => {
  const news = { text: { key: 'answered' }, href: '/a', newsUntil: 'running' } as const;
  const sheet = { text: { key: 'sheet' }, href: '/b' } as const;
  expect(openAt('plan', [news, sheet])).toEqual([sheet, news]);
  expect(openAt('agreement', [news])).toEqual([news]);
  expect(openAt('running', [news, sheet])).toEqual([sheet]);
  expect(openAt('ended', [news])).toEqual([]);
});
