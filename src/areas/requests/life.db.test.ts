import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NUJIN, openRequestHouse, PEOPLE, WERK, WORDS, type RequestHouse } from '../../../test/request-house.ts';
import { STRANGER } from '../../plain/actor.ts';
import { addDays, dayOf, type Day } from '../../plain/time.ts';
import { NotAllowedError, NotFoundError } from '../../platform/errors.ts';
import { answerByLink } from './answer-request.ts';
import { makeRequest } from './make-request.ts';
import {
  dueOn,
  isYes,
  LINK_DAYS,
  MOST_ATTEMPTS,
  reasonNotToAsk,
  UNDO_DAYS,
  type Answer,
  type RequestState,
} from './request.ts';
import { findRequests } from './store.ts';
import { withdrawRequest } from './withdraw-request.ts';

let house: RequestHouse;

beforeAll(async () => {
  house = await openRequestHouse();
}, 120_000);
afterAll(() => house.database.close());

interface Asked {
  id: string;
  state: RequestState;
  answer: Answer | null;
  answeredOn: Day | null;
  attempts: Day[];
}

/** What one life should be like: all requests of one cooperation to one organisation, the newest last. */
interface Model {
  readonly requests: Asked[];
}

interface Real {
  readonly cooperation: string;
}

type Step = fc.AsyncCommand<Model, Real>;

const today = () => dayOf(house.clock.now());
const last = ({ requests }: Model) => requests.at(-1);

/** What holds after every step, whatever it was. */
async function look(model: Model, { cooperation }: Real): Promise<void> {
  const found = await house.as(PEOPLE.anna).db.read((db) => findRequests(db, [cooperation]));
  const [newest] = found;
  const expected = last(model);
  expect(newest?.state).toBe(expected?.state);
  expect(newest?.answer ?? null).toEqual(expected?.answer ?? null);
  for (const { attempts } of found) {
    expect(attempts.length).toBeLessThanOrEqual(MOST_ATTEMPTS);
    for (const [at, sent] of attempts.entries())
      if (at > 0) expect(sent >= (dueOn(attempts.slice(0, at)) ?? '')).toBe(true);
  }
  expect(newest?.attempts ?? []).toEqual(expected?.attempts ?? []);
  const rows = await house.rows('select partners from cooperation where id = $1', [cooperation]);
  expect(rows[0]?.['partners']).toEqual(isYes(expected?.answer ?? null) ? [WERK, NUJIN] : [WERK]);
}

const ASK: Step = {
  toString: () => 'ask',
  check: () => true,
  run: async (model, real) => {
    const made = await makeRequest(house.as(PEOPLE.anna), house.work, {
      cooperation: real.cooperation,
      receiver: NUJIN,
      words: WORDS,
    });
    expect(made.ok).toBe(reasonNotToAsk(model.requests, today()) === null);
    if (made.ok) {
      for (const each of model.requests) if (each.answer?.kind === 'later') each.state = 'replaced';
      model.requests.push({ id: made.value, state: 'open', answer: null, answeredOn: null, attempts: [today()] });
    }
    await look(model, real);
  },
};

const WITHDRAW: Step = {
  toString: () => 'withdraw',
  check: (model) => last(model) !== undefined,
  run: async (model, real) => {
    const request = last(model);
    if (request === undefined) return;
    const isRunning = request.state === 'open' || request.state === 'with a person';
    const done = withdrawRequest(house.as(PEOPLE.anna), house.work, request.id);
    if (isRunning) {
      await done;
      request.state = 'withdrawn';
    } else await expect(done).rejects.toThrow(NotAllowedError);
    await look(model, real);
  },
};

const ROUND: Step = {
  toString: () => 'round',
  check: () => true,
  run: async (model, real) => {
    await house.round();
    const request = last(model);
    if (request?.state === 'open' && (dueOn(request.attempts) ?? '') <= today()) {
      if (request.attempts.length < MOST_ATTEMPTS) request.attempts.push(today());
      else request.state = 'with a person';
    }
    await look(model, real);
  },
};

const forward = (days: number): Step => ({
  toString: () => `${days} days pass`,
  check: () => true,
  run: async (model, real) => {
    house.clock.turn(`${addDays(today(), days)}T10:00:00Z`);
    await look(model, real);
  },
});

/** A slip of the finger is put right for a week, and until the day of a call. */
function isUndoOver({ answer, answeredOn }: Asked): boolean {
  if (answer?.kind === 'call' && answer.day >= today()) return false;
  return answeredOn !== null && addDays(answeredOn, UNDO_DAYS) <= today();
}

/** By one of the links that were sent, the older ones as well. */
const answer = (given: (on: Day) => Answer, which: number): Step => ({
  toString: () => `answer ${given('2027-01-01').kind} by link ${which}`,
  check: (model) => (last(model)?.attempts.length ?? 0) > which,
  run: async (model, real) => {
    const request = last(model);
    const sentOn = request?.attempts[which];
    if (request === undefined || sentOn === undefined) return;
    const links = (await house.linksOf('nujin')).slice(-request.attempts.length);
    const token = links[which]?.split('/').at(-1) ?? '';
    const reply = given(addDays(today(), 3));
    const done = answerByLink(house.as(STRANGER), house.work, token, reply);
    if (addDays(sentOn, LINK_DAYS) <= today()) await expect(done).rejects.toThrow(NotFoundError);
    else if (request.state === 'withdrawn' || isUndoOver(request)) await expect(done).rejects.toThrow(NotAllowedError);
    else {
      await done;
      Object.assign(request, { state: 'answered', answer: reply, answeredOn: today() });
    }
    await look(model, real);
  },
});

test('whatever happens: at most three mails, no answer lost, no partner without a yes, a no ends it', async () => {
  const which = fc.integer({ min: 0, max: 2 });
  const given = fc.constantFrom<(on: Day) => Answer>(
    () => ({ kind: 'gladly' }),
    (day) => ({ kind: 'call', day, hours: 'evening' }),
    (from) => ({ kind: 'later', from }),
    () => ({ kind: 'later', from: null }),
    () => ({ kind: 'no' }),
  );
  const steps = fc.commands(
    [
      fc.constant(ASK),
      fc.constant(ASK),
      fc.constant(WITHDRAW),
      fc.constant(ROUND),
      fc.constant(ROUND),
      fc.integer({ min: 1, max: 40 }).map(forward),
      fc.tuple(given, which).map(([each, at]) => answer(each, at)),
      fc.tuple(given, fc.constant(0)).map(([each, at]) => answer(each, at)),
    ],
    { maxCommands: 24 },
  );
  await fc.assert(
    fc.asyncProperty(steps, async (commands) => {
      // Earlier lives are over: their reminders are not counted here.
      await house.asSystem.write((tx) => tx.deleteFrom('cooperation').execute());
      house.clock.turn(`${addDays(today(), 2)}T10:00:00Z`);
      const cooperation = await house.begin();
      await fc.asyncModelRun(() => ({ model: { requests: [] }, real: { cooperation } }), commands);
    }),
    { numRuns: 25 },
  );
}, 120_000);
