import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FOURTH_TEXT, paragraph } from '../../../test/agreement.ts';
import { addDays, type Day } from '../../plain/time.ts';
import { hashOfParagraph, type InForce, type Paragraph } from '../agreements/index.ts';
import { byDay, commitmentsOf, type Commitment } from './commitment.ts';
import { withWords, type CommitmentWord, type Standing } from './commitment-word.ts';
import { deadlinesOf } from './deadlines.ts';
import { GOES_ON, stillHolds } from './ended.ts';
import { MARKS, remindersDue, type Reminder } from './reminder.ts';

const SIGNED_ON = '2027-02-01';
const day: fc.Arbitrary<Day> = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2027-01-01', days));
const dayOrNone = fc.option(day, { nil: null });
const who = fc.constantFrom('a', 'b', null);
const texts = fc.constantFrom({ de: 'Etwas' }, { tr: 'Bir şey', de: '' }, {});

/** A paragraph of any kind; those that promise nothing are among them. */
const anyParagraph: fc.Arbitrary<(id: string) => Paragraph> = fc.oneof(
  fc.tuple(texts, who, dayOrNone).map(
    ([result, doer, until]) =>
      (id: string) =>
        paragraph('task', id, 'a', { result, doer, until }),
  ),
  fc.tuple(texts, who, dayOrNone).map(
    ([what, responsible, due]) =>
      (id: string) =>
        paragraph('duty', id, 'a', { what, responsible, due }),
  ),
  fc.tuple(texts, who, dayOrNone).map(
    ([words, giver, until]) =>
      (id: string) =>
        paragraph('promise', id, 'a', { words, giver, until }),
  ),
  dayOrNone.map((one) => (id: string) => paragraph('review', id, 'a', { day: one })),
  dayOrNone.map((revisit) => (id: string) => paragraph('dissent', id, 'a', { revisit })),
  texts.map((words) => (id: string) => paragraph('goal', id, 'a', { words })),
  texts.map((words) => (id: string) => paragraph('limit', id, 'a', { words })),
);

const anyInForce: fc.Arbitrary<readonly InForce[]> = fc
  .array(fc.tuple(fc.array(anyParagraph, { maxLength: 8 }), dayOrNone, fc.integer({ min: 0, max: 9 })), {
    maxLength: 4,
  })
  .map((all) =>
    all.map(([paragraphs, until, notice], at): InForce => {
      const frame = paragraph('frame', `frame-${at}`, 'a', { title: { de: `Nr. ${at}` }, until });
      const exit = paragraph('exit', `exit-${at}`, 'a', { notice });
      const text = {
        partners: [
          { id: 'a', name: 'A' },
          { id: 'b', name: 'B' },
        ],
        languages: ['de', 'tr'],
        paragraphs: [frame, ...paragraphs.map((make, index) => make(`p-${at}-${index}`)), exit],
      };
      const agreement = `agreement-${at}`;
      const version = { agreement, number: 1, former: null, day: '2026-12-01', changes: [], text };
      return { cooperation: `cooperation-${at}`, agreement, version, hash: 'x', signedOn: SIGNED_ON };
    }),
  );

const PROMISING = new Set(['task', 'duty', 'promise', 'review', 'exit', 'frame']);

/** Words about some of them, some about an older text or by somebody else. */
function wordsFor(commitments: readonly Commitment[]): fc.Arbitrary<readonly CommitmentWord[]> {
  return fc.subarray([...commitments]).chain((some) =>
    fc.tuple(
      ...some.map(({ agreement, id, hash, who: partner }) =>
        fc.record({
          agreement: fc.constant(agreement),
          paragraph: fc.constant(id),
          hash: fc.constantFrom(hash, hash, 'older'),
          partner: fc.constantFrom(partner ?? 'a', partner ?? 'a', 'c'),
          day: fc.constant('2027-01-01'),
          state: fc.constantFrom('kept' as const, 'changed' as const, 'withdrawn' as const),
        }),
      ),
    ),
  );
}

const anyStandings: fc.Arbitrary<readonly Standing[]> = anyInForce
  .map(commitmentsOf)
  .chain((commitments) => wordsFor(commitments).map((words) => withWords(commitments, words)));

test('whatever an agreement promises stands there once, and nothing else', () => {
  fc.assert(
    fc.property(anyInForce, (inForce) => {
      const promised = inForce.flatMap(({ agreement, version }) =>
        version.text.paragraphs
          .filter((one) => PROMISING.has(one.kind) || (one.kind === 'dissent' && one.parts.revisit !== null))
          .map((one) => `${agreement} ${one.id} ${hashOfParagraph(one)}`),
      );
      const found = commitmentsOf(inForce).map(({ agreement, id, hash }) => `${agreement} ${id} ${hash}`);
      expect(found.toSorted()).toEqual(promised.toSorted());
    }),
  );
});

test('commitments come by day, those without a day last', () => {
  fc.assert(
    fc.property(anyInForce, (inForce) => {
      const days = commitmentsOf(inForce).map((one) => one.day);
      expect(days).toEqual(days.toSorted(byDay));
      const without = days.indexOf(null);
      if (without !== -1) expect(days.slice(without).every((one) => one === null)).toBe(true);
    }),
  );
});

test('the signed example has its task, five duties, the end, and the last day to leave four weeks before it', () => {
  const version = { agreement: 'x', number: 4, former: null, day: '2026-12-01', changes: [], text: FOURTH_TEXT };
  const found = commitmentsOf([{ cooperation: 'c', agreement: 'x', version, hash: 'h', signedOn: '2026-12-02' }]);
  expect(found.map(({ kind, day: on }) => `${kind} ${on}`)).toEqual([
    'duty 2027-03-30',
    'duty 2027-04-30',
    'duty 2027-05-30',
    'duty 2027-06-30',
    'duty 2027-07-30',
    'exit 2027-12-03',
    'task 2027-12-15',
    'frame 2027-12-31',
  ]);
});

test('a word counts for exactly the text it was said of, by whoever is responsible', () => {
  fc.assert(
    fc.property(
      anyInForce.map(commitmentsOf).chain((all) => fc.tuple(fc.constant(all), wordsFor(all))),
      ([all, words]) => {
        for (const one of withWords(all, words)) {
          const said = words.find(
            (word) =>
              word.agreement === one.agreement &&
              word.paragraph === one.id &&
              word.hash === one.hash &&
              word.partner === one.who,
          );
          expect(one.word?.state).toBe(said?.state);
        }
      },
    ),
  );
});

test('on the page of deadlines each commitment has one place, by day, and on the same day one’s own first', () => {
  fc.assert(
    fc.property(anyStandings, day, (all, today) => {
      const { past, months, undated, settled } = deadlinesOf(all, ['a'], today);
      const placed = [past, ...months.map(({ of }) => of), undated, settled];
      const key = ({ agreement, id }: Standing) => `${agreement} ${id}`;
      expect(placed.flat().map(key).toSorted()).toEqual(all.map(key).toSorted());
      for (const of of placed) {
        const order = of.map((one) => `${one.day ?? 'none'} ${one.who === 'a' ? 0 : 1}`);
        expect(order).toEqual(order.toSorted());
      }
      for (const { month, of } of months) expect(of.every((one) => one.day?.startsWith(month))).toBe(true);
      expect(months.map(({ month }) => month)).toEqual([...new Set(months.map(({ month }) => month))].toSorted());
      for (const { day: on } of past) expect(on !== null && on < today).toBe(true);
    }),
  );
});

test('what somebody has to do ends with its last day, and what all do with the cooperation; duties stay', () => {
  const one = { kind: 'task', who: 'a', day: '2027-05-01' } as const;
  const gone = { closedOn: null, lastDays: new Map([['a', '2027-04-30']]) };
  const closed = { closedOn: '2027-04-30', lastDays: new Map() };
  expect(stillHolds(one, GOES_ON, '2027-06-01')).toBe(true);
  expect(stillHolds(one, gone, '2027-04-01')).toBe(false);
  expect(stillHolds({ ...one, who: 'b' }, gone, '2027-05-02')).toBe(true);
  expect(stillHolds({ ...one, day: '2027-04-30' }, gone, '2027-05-02')).toBe(true);
  expect(stillHolds({ ...one, day: null }, gone, '2027-04-30')).toBe(true);
  expect(stillHolds({ ...one, day: null }, gone, '2027-05-01')).toBe(false);
  expect(stillHolds(one, closed, '2027-04-01')).toBe(false);
  expect(stillHolds({ ...one, day: '2027-04-01' }, closed, '2027-05-01')).toBe(false);
  expect(stillHolds({ ...one, kind: 'duty' }, closed, '2027-05-01')).toBe(true);
});

test('each reminder goes out once, in order, however often and with whatever gaps the round runs', () => {
  fc.assert(
    fc.property(anyStandings, fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 30 }), (all, gaps) => {
      const sent: Reminder[] = [];
      let today = '2026-12-01';
      for (const gap of gaps) {
        today = addDays(today, gap);
        const due = remindersDue(all, sent, today);
        for (const { day: on, mark } of due) {
          expect(on >= today && addDays(on, -mark) <= today).toBe(true);
          expect(addDays(on, -mark) > SIGNED_ON).toBe(true);
          // Nothing nearer is due as well: after a silence there is one reminder and not three.
          expect(MARKS.filter((other) => other < mark).every((other) => addDays(on, -other) > today)).toBe(true);
        }
        sent.push(...due);
        expect(remindersDue(all, sent, today)).toEqual([]);
      }
      const keys = sent.map((one) => `${one.agreement} ${one.paragraph} ${one.day} ${one.mark}`);
      expect(new Set(keys).size).toBe(keys.length);
      for (const of of Map.groupBy(sent, ({ agreement, paragraph: id }) => `${agreement} ${id}`).values()) {
        const marks = of.map(({ mark }) => mark);
        expect(marks).toEqual(marks.toSorted((a, b) => b - a));
      }
    }),
  );
});

test('a round on every day reminds of every open commitment thirty, seven and one day before', () => {
  fc.assert(
    fc.property(anyStandings, (all) => {
      const sent: Reminder[] = [];
      for (let today = SIGNED_ON; today <= '2028-03-01'; today = addDays(today, 1))
        for (const due of remindersDue(all, sent, today)) {
          expect(addDays(due.day, -due.mark)).toBe(today);
          sent.push(due);
        }
      const open = all.filter((one) => one.word === null && one.who !== null && one.day !== null);
      const wanted = open.flatMap((one) => MARKS.filter((mark) => addDays(one.day ?? '', -mark) > one.signedOn));
      expect(sent).toHaveLength(wanted.length);
    }),
    { numRuns: 20 },
  );
});

test('nobody is reminded of what is kept, withdrawn, talked about anew or past', () => {
  fc.assert(
    fc.property(anyStandings, day, (all, today) => {
      for (const { agreement, paragraph: id } of remindersDue(all, [], today)) {
        const one = all.find((each) => each.agreement === agreement && each.id === id);
        expect([one?.word, one?.who === null, (one?.day ?? '') < today]).toEqual([null, false, false]);
      }
    }),
  );
});
