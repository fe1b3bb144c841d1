import { expect, test } from 'vitest';
import { answersTo, QUESTIONS, type Asker } from './permissions.ts';

const allowed = (asker: Asker) =>
  QUESTIONS.filter((question) => new Map(answersTo(question)).get(asker) === true).map(
    ({ area, verb }) => `${area}.${verb}`,
  );

test('a stranger may sign in, and what a link or a code in its hands allows', () => {
  expect(new Set(allowed('stranger'))).toEqual(
    new Set([
      'organisations.takeUp',
      'organisations.askForVoice',
      'people.signIn',
      'people.accept',
      'people.readCode',
      'commonground.join',
      'commonground.enterCode',
      'commonground.answer',
      'freshness.answer',
      'freshness.undo',
      'freshness.takeUp',
      'freshness.dispute',
      'freshness.enterCode',
      'requests.answerByLink',
      'requests.takeUp',
      'requests.answerIntroduction',
    ]),
  );
});

test('whoever keeps the register never speaks for an organisation, protects it or lets it go', () => {
  for (const asker of ['coordination', 'operator', 'first entrance', 'system'] as const)
    expect(allowed(asker)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/\.speak$|protection\.protect$|people\.handOver$/)]),
    );
});

test('another organisation may no more than an account without any', () => {
  expect(allowed('neighbour')).toEqual(allowed('account'));
});

test('every question is answered both ways by somebody, or belongs to a state in which nobody may or everybody', () => {
  const verbs = Map.groupBy(QUESTIONS, ({ area, verb }) => `${area}.${verb}`);
  const open = [...verbs].filter(([, states]) =>
    states.every((question) => answersTo(question).every(([, isAllowed]) => isAllowed)),
  );
  expect(open.map(([name]) => name)).toEqual([
    'commonground.enterCode',
    'people.signIn',
    'people.readCode',
    'freshness.enterCode',
  ]);
});
