import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween, type Day } from '../../plain/time.ts';
import {
  DAYS_AFTER,
  dueOn,
  inPeaceUntil,
  linkOpens,
  MOST_ATTEMPTS,
  nextAttempt,
  PEACE_DAYS,
  reasonNotToAsk,
  UNDO_DAYS,
  type Answer,
} from './request.ts';

const FIRST = '2026-11-21';
const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays(FIRST, days));

/** Looks again and again, on growing days, and does what is due. */
function live(looks: readonly Day[]): { readonly attempts: readonly Day[]; readonly person: Day | null } {
  const attempts: Day[] = [];
  for (const today of looks.toSorted()) {
    const step = nextAttempt(attempts, today);
    if (step === 'send') attempts.push(today);
    if (step === 'person') return { attempts, person: today };
  }
  return { attempts, person: null };
}

test('nobody is ever written to more than three times, and never sooner than declared', () => {
  fc.assert(
    fc.property(fc.array(day, { maxLength: 60 }), (looks) => {
      const { attempts, person } = live(looks);
      expect(attempts.length).toBeLessThanOrEqual(MOST_ATTEMPTS);
      for (const [at, sent] of [...attempts, ...(person === null ? [] : [person])].entries()) {
        const before = attempts[at - 1];
        if (before !== undefined)
          expect(daysBetween(before, sent)).toBeGreaterThanOrEqual(DAYS_AFTER[at] ?? Number.NaN);
      }
      if (person !== null) expect(attempts).toHaveLength(MOST_ATTEMPTS);
    }),
  );
});

test('whoever looks every day finds three mails and then a person', () => {
  const { attempts, person } = live(Array.from({ length: 60 }, (_, days) => addDays(FIRST, days)));
  expect(attempts).toEqual([FIRST, '2026-12-01', '2026-12-15']);
  expect(person).toBe('2026-12-29');
  expect(dueOn(attempts)).toBe(person);
});

const answered = (answer: Answer, answeredOn = FIRST) =>
  ({ state: 'answered', answer, answeredOn, attempts: [FIRST] }) as const;

test('after a no the same cooperation never asks again', () => {
  fc.assert(
    fc.property(day, (today) => {
      expect(reasonNotToAsk([answered({ kind: 'no' })], today)?.key).toBe('requests.not.no');
    }),
  );
});

test('after "not now" one asks again from the day that was said, or after ninety days', () => {
  const said = answered({ kind: 'later', from: '2027-01-10' });
  expect(reasonNotToAsk([said], '2027-01-09')).toEqual({ key: 'requests.not.later', values: { day: '2027-01-10' } });
  expect(reasonNotToAsk([said], '2027-01-10')).toBeNull();
  const open = answered({ kind: 'later', from: null });
  expect(inPeaceUntil(open)).toBe(addDays(FIRST, PEACE_DAYS));
  expect(reasonNotToAsk([open], addDays(FIRST, PEACE_DAYS - 1))?.key).toBe('requests.not.later');
  expect(reasonNotToAsk([open], addDays(FIRST, PEACE_DAYS))).toBeNull();
});

test('taking a request back does not win three more mails', () => {
  const back = { state: 'withdrawn', answer: null, answeredOn: null } as const;
  expect(reasonNotToAsk([{ ...back, attempts: [FIRST] }], addDays(FIRST, 1))?.key).toBe('requests.not.later');
  expect(reasonNotToAsk([{ ...back, attempts: [] }], FIRST)).toBeNull();
});

test('a link shows what was written until the answer cannot be taken back, and never once somebody speaks', () => {
  const answers = fc.constantFrom<Answer | null>(
    null,
    { kind: 'gladly' },
    { kind: 'later', from: null },
    { kind: 'no' },
  );
  const states = fc.constantFrom('open', 'with a person', 'answered', 'withdrawn', 'replaced', 'waiting');
  fc.assert(
    fc.property(answers, states, fc.boolean(), fc.boolean(), fc.nat(30), (said, other, isPartner, isBuiltOn, days) => {
      const state = said === null ? other : 'answered';
      fc.pre(said !== null || state !== 'answered');
      const request = { state, answer: said, answeredOn: said === null ? null : FIRST } as const;
      const around = { isPartner, isBuiltOn, isAsking: true, today: addDays(FIRST, days) };
      expect(linkOpens(request, { ...around, isHeld: true })).toBe('nothing');
      const isFresh = said === null ? ['open', 'with a person'].includes(state) : days < UNDO_DAYS && !isBuiltOn;
      const after = said?.kind === 'gladly' && isPartner ? 'writing along' : 'nothing';
      expect(linkOpens(request, { ...around, isHeld: false })).toBe(isFresh ? 'request' : after);
      const alone = linkOpens(request, { ...around, isHeld: false, isAsking: false });
      expect(alone).toBe(said === null ? 'nothing' : isFresh ? 'request' : after);
    }),
  );
});
