import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/database.ts';
import { tryPartners } from '../../../test/partners.ts';
import { MIGRATIONS } from '../../app/migrations.ts';
import { STRANGER, system } from '../../plain/actor.ts';
import type { Database } from '../../platform/database/index.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import { answerQuestion } from './answer-question.ts';
import { rename } from './rename.ts';
import { settleConcept } from './settle-concept.ts';
import { showPlan } from './show-plan.ts';
import { insertClosure } from './store-leaving.ts';
import { findPlans } from './store-plan.ts';
import { findCooperation } from './store.ts';

let database: Database;
let world: Awaited<ReturnType<typeof tryPartners>>;

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  world = await tryPartners(database);
}, 120_000);
afterAll(() => database.close());

test('nobody writes, shows or reads the plan of a cooperation that it is not in', async () => {
  const { other, cooperation, bildungswerk, speaker, as } = world;
  const alien = { cooperation, organisation: other };
  await expect(answerQuestion(speaker(other), { ...alien, question: 'offer', text: 'x' })).rejects.toThrow(
    NotFoundError,
  );
  await expect(showPlan(speaker(other), { ...alien, isShown: true })).rejects.toThrow(NotFoundError);
  await expect(rename(speaker(other), { ...alien, title: 'x' })).rejects.toThrow(NotFoundError);
  await expect(settleConcept(speaker(other), { ...alien, isFrozen: true })).rejects.toThrow(NotFoundError);
  const foreign = { cooperation, organisation: bildungswerk, question: 'offer', text: 'x' } as const;
  for (const ctx of [speaker(other), as(STRANGER)])
    await expect(answerQuestion(ctx, foreign)).rejects.toThrow('cooperations.may.speak');
});

test('said twice, the first day of a settled concept holds', async () => {
  const { cooperation, bildungswerk, nujin, speaker, clock } = world;
  const concept = async () => (await speaker(nujin).db.read((db) => findCooperation(db, cooperation)))?.concept;
  await settleConcept(speaker(bildungswerk), { cooperation, organisation: bildungswerk, isFrozen: true });
  clock.turn('2026-11-24T09:00:00Z');
  await settleConcept(speaker(nujin), { cooperation, organisation: nujin, isFrozen: true });
  expect(await concept()).toEqual({ state: 'frozen', on: '2026-11-21' });
  await settleConcept(speaker(nujin), { cooperation, organisation: nujin, isFrozen: false });
  expect(await concept()).toEqual({ state: 'reopened', on: '2026-11-24' });
});

test('a partner cannot write the plan of the other into the table, shown or not', async () => {
  const { cooperation, bildungswerk, nujin, speaker } = world;
  const own = { cooperation, organisation: bildungswerk };
  await answerQuestion(speaker(bildungswerk), { ...own, question: 'offer', text: 'Ein Raum' });
  await showPlan(speaker(bildungswerk), { ...own, isShown: true });
  await speaker(nujin)
    .db.write((tx) =>
      tx.updateTable('cooperation_plan').set({ answers: '{}' }).where('organisation', '=', bildungswerk).execute(),
    )
    .catch(() => null);
  const [plan] = await speaker(nujin).db.read((db) => findPlans(db, cooperation));
  expect(plan?.answers).toEqual({ offer: 'Ein Raum' });
});

test('what has ended stays as it was; only hiding the own plan is still possible', async () => {
  const { cooperation, bildungswerk, speaker } = world;
  const closure = { cooperation, day: '2026-11-24', kind: 'together', keptUntil: '2031-11-24' } as const;
  await database.as(system('test')).write((tx) => insertClosure(tx, closure));
  const own = { cooperation, organisation: bildungswerk };
  const ctx = speaker(bildungswerk);
  await expect(answerQuestion(ctx, { ...own, question: 'way', text: 'x' })).rejects.toThrow(ConflictError);
  await expect(rename(ctx, { ...own, title: 'x' })).rejects.toThrow(ConflictError);
  await expect(settleConcept(ctx, { ...own, isFrozen: true })).rejects.toThrow(ConflictError);
  await expect(showPlan(ctx, { ...own, isShown: true })).rejects.toThrow(ConflictError);
  await showPlan(ctx, { ...own, isShown: false });
  expect((await ctx.db.read((db) => findPlans(db, cooperation)))[0]?.shownOn).toBe(null);
});
