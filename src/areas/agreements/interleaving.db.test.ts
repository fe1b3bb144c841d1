import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MIGRATIONS } from '../../app/migrations.ts';
import { paragraph } from '../../../test/agreement.ts';
import { openTestDatabase } from '../../../test/database.ts';
import { tryPartners } from '../../../test/partners.ts';
import type { Database } from '../../platform/database/index.ts';
import { idFor } from '../../plain/ids.ts';
import { answer } from './answer.ts';
import { hashOfParagraph } from './paragraph.ts';
import { propose } from './propose.ts';
import { findOpenChanges } from './store-change.ts';
import { findStanding, findVersions } from './store.ts';
import { findParagraph, type AgreementText, type Change } from './text.ts';
import { firstBreak } from './version.ts';

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
});
afterAll(() => database.close());

/** What one editor does next: looks (comes online), writes about a goal, hands over what it wrote, answers the other. */
const who = fc.nat({ max: 1 });
const act = fc.oneof(
  { weight: 2, arbitrary: fc.record({ does: fc.constant('look' as const), who }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('write' as const), who, about: fc.nat({ max: 2 }) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('handOver' as const), who }) },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('answer' as const), who, verdict: fc.constant('accept' as const) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('answer' as const),
      who,
      verdict: fc.constantFrom('decline' as const, 'ask' as const, 'counter' as const),
    }),
  },
);

interface Editor {
  readonly partner: string;
  /** The text as it was when this editor was last online. */
  seen: AgreementText;
  /** Written and not handed over yet. */
  draft: readonly Change[];
}

test('however two editors take turns, offline too, no accepted word is lost and every version is reached', async () => {
  let everAccepted = 0;
  let everOvertaken = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 12, maxLength: 30, size: 'max' }), async (acts) => {
      const world = await tryPartners(database);
      const partners = [world.bildungswerk, world.nujin];
      const agreement = await world.begin();
      const standing = () => world.speaker(world.nujin).db.read((db) => findStanding(db, agreement));
      const { text } = (await standing()).version;
      const editors = partners.map((partner): Editor => ({ partner, seen: text, draft: [] }));
      const handedOver: string[] = [];
      const accepted = new Set<string>();
      let words = 0;
      for (const { who: turn, ...next } of acts) {
        const editor = editors[turn];
        if (editor === undefined) continue;
        const { partner } = editor;
        const ctx = world.speaker(partner);
        if (next.does === 'look') editor.seen = (await standing()).version.text;
        if (next.does === 'write') {
          const id = idFor(`goal/${next.about}`);
          const there = findParagraph(editor.seen, id);
          const after = paragraph('goal', id, there?.origin ?? partner, { words: { de: `Wort ${words++}.` } });
          const change = { paragraph: id, base: there === null ? null : hashOfParagraph(there), after };
          editor.draft = [...editor.draft.filter((one) => one.paragraph !== id), change];
        }
        if (next.does === 'handOver' && editor.draft.length > 0) {
          const wishes = editor.draft.map((change) => ({ ...change, reason: '' }));
          const done = await propose(ctx, { agreement, partner, wishes });
          if (done.ok) {
            handedOver.push(...editor.draft.map(({ after }) => wordsOf(after)));
            editor.draft = [];
          } else {
            everOvertaken += 1;
            // Overtaken: looks again and carries every word over, to what stands there now.
            editor.seen = (await standing()).version.text;
            editor.draft = editor.draft.map((change) => carriedOver(editor.seen, change));
          }
        }
        if (next.does === 'answer') {
          const open = await ctx.db.read((db) => findOpenChanges(db, agreement));
          const theirs = open.filter((one) => one.partner !== partner);
          const answers = theirs.map(({ id }) => ({ change: id, verdict: next.verdict, words: '' }));
          if (answers.length > 0) {
            const { overtaken } = await answer(ctx, { agreement, partner, answers });
            if (next.verdict === 'accept')
              for (const { id, after } of theirs) if (!overtaken.includes(id)) accepted.add(wordsOf(after));
          }
        }
      }
      everAccepted += accepted.size;
      const history = await world.speaker(world.nujin).db.read((db) => findVersions(db, agreement));
      expect(firstBreak(history)).toBeNull();
      const inVersions = history.flatMap(({ version }) => version.changes.map(({ after }) => wordsOf(after)));
      expect(new Set(inVersions)).toEqual(accepted);
      const { rows } = await database.sql('select after from proposed_change where agreement = $1', [agreement]);
      const kept = rows.map(({ after }) => wordsOf(after as Change['after']));
      expect(kept.toSorted()).toEqual(handedOver.toSorted());
    }),
    { numRuns: 200 },
  );
  // The turns were taken, and they did get in each other's way.
  expect(everAccepted).toBeGreaterThan(100);
  expect(everOvertaken).toBeGreaterThan(10);
}, 180_000);

test('two who accept and hand over in the same moment lose nothing', async () => {
  for (let round = 0; round < 10; round += 1) {
    const world = await tryPartners(database);
    const { bildungswerk, nujin, speaker } = world;
    const agreement = await world.begin();
    const goal = (partner: string, at: number) => ({
      paragraph: idFor(`${partner}/${at}`),
      base: null,
      after: paragraph('goal', idFor(`${partner}/${at}`), partner, { words: { de: `${at}` } }),
      reason: '',
    });
    await propose(speaker(bildungswerk), { agreement, partner: bildungswerk, wishes: [goal(bildungswerk, 1)] });
    await propose(speaker(nujin), { agreement, partner: nujin, wishes: [goal(nujin, 1)] });
    const open = await speaker(nujin).db.read((db) => findOpenChanges(db, agreement));
    const accept = (partner: string) =>
      answer(speaker(partner), {
        agreement,
        partner,
        answers: open
          .filter((one) => one.partner !== partner)
          .map(({ id }) => ({ change: id, verdict: 'accept', words: '' })),
      });
    await Promise.all([
      accept(bildungswerk),
      accept(nujin),
      propose(speaker(nujin), { agreement, partner: nujin, wishes: [goal(nujin, 2)] }),
    ]);
    const history = await speaker(nujin).db.read((db) => findVersions(db, agreement));
    expect(history.map(({ version: { number } }) => number)).toEqual([1, 2, 3]);
    expect(history.at(-1)?.version.text.paragraphs).toHaveLength(2);
    expect(firstBreak(history)).toBeNull();
    expect(await speaker(nujin).db.read((db) => findOpenChanges(db, agreement))).toHaveLength(1);
  }
});

function carriedOver(seen: AgreementText, change: Change): Change {
  const there = findParagraph(seen, change.paragraph);
  const origin = there?.origin ?? change.after?.origin;
  const after = change.after === null || origin === undefined ? null : { ...change.after, origin };
  return { ...change, base: there === null ? null : hashOfParagraph(there), after };
}

function wordsOf(after: Change['after']): string {
  return after?.kind === 'goal' ? (after.parts.words['de'] ?? '') : '';
}
