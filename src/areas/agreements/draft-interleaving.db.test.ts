import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MIGRATIONS } from '../../app/migrations.ts';
import { paragraph } from '../../../test/agreement.ts';
import { openTestDatabase } from '../../../test/database.ts';
import { tryPartners } from '../../../test/partners.ts';
import type { Database } from '../../platform/database/index.ts';
import { idFor } from '../../plain/ids.ts';
import { answer } from './answer.ts';
import { carryOver } from './carry-over.ts';
import { hashOfShown, shownOf, standOf, type DraftChanges } from './draft.ts';
import { handDraftOver } from './hand-draft-over.ts';
import { keepDraft, type KeptRow } from './keep-draft.ts';
import { hashOfParagraph, type Paragraph } from './paragraph.ts';
import { findOpenChanges } from './store-change.ts';
import { findDraftChanges } from './store-draft.ts';
import { findStanding, findVersions } from './store.ts';
import { findParagraph, type AgreementText } from './text.ts';
import { firstBreak } from './version.ts';

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
});
afterAll(() => database.close());

/** What one of the browsers does next, two of which are of the same side. A form that was opened may be sent much later: in between it is offline. */
const who = fc.nat({ max: 2 });
const act = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constant('open' as const), who }) },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('type' as const),
      who,
      // Mostly the same goal, so that they meet.
      about: fc.constantFrom(0, 0, 0, 1, 2),
      isOnline: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('send' as const), who }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('handOver' as const), who }) },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('answer' as const),
      who,
      verdict: fc.constantFrom(
        'accept' as const,
        'accept' as const,
        'accept' as const,
        'ask' as const,
        'decline' as const,
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('carryOver' as const), who }) },
);

/** A section as it stands in a browser: what it was made from, and what is typed over it. */
interface Browser {
  readonly partner: string;
  seen: { readonly text: AgreementText; readonly draft: DraftChanges };
  typed: ReadonlyMap<string, string>;
}

test('several browsers in the same section, offline for a while: every accepted word is in the history, every other is found', async () => {
  const ever = { accepted: 0, overtaken: 0, meanwhile: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 16, maxLength: 34, size: 'max' }), async (acts) => {
      const world = await tryPartners(database);
      const { bildungswerk, nujin, speaker } = world;
      const start = [0, 1].map((about) =>
        paragraph('goal', goalAt(about), bildungswerk, { words: { de: `Anfang ${about}.` } }),
      );
      const agreement = await world.begin(start);
      const look = (partner: string) =>
        speaker(partner).db.read(async (db) => ({
          text: (await findStanding(db, agreement)).version.text,
          draft: await findDraftChanges(db, { agreement, partner }),
        }));
      const browsers: Browser[] = [];
      for (const partner of [bildungswerk, nujin, nujin])
        browsers.push({ partner, seen: await look(partner), typed: new Map() });
      /** Words that have arrived, and those that were written over or declined by hand. */
      const arrived = new Set<string>();
      const replaced = new Set<string>();
      const accepted = new Set(start.map(wordsOf));
      let count = 0;
      for (const { who: turn, ...next } of acts) {
        const browser = browsers[turn];
        if (browser === undefined) continue;
        const { partner } = browser;
        const ctx = speaker(partner);
        if (next.does === 'open' && browser.typed.size === 0) browser.seen = await look(partner);
        if (next.does === 'type') browser.typed = new Map([...browser.typed, [goalAt(next.about), `Wort ${count++}.`]]);
        const sends = next.does === 'send' || (next.does === 'type' && next.isOnline);
        if (sends && browser.typed.size > 0) {
          const rows = rowsOf(browser);
          const before = await look(partner);
          const kept = await keepDraft(ctx, { agreement, partner, rows });
          if (!kept.ok) {
            ever.meanwhile += 1;
            // The page comes back with the typed words and what stands there now; nothing has arrived.
            browser.seen = before;
            continue;
          }
          browser.typed = new Map();
          browser.seen = await look(partner);
          const now = browser.seen;
          for (const { paragraph: id, after } of rows) {
            arrived.add(wordsOf(after));
            const former = before.draft.find((one) => one.paragraph === id)?.after ?? null;
            if (former !== null && !now.draft.some(({ after: one }) => wordsOf(one) === wordsOf(former)))
              replaced.add(wordsOf(former));
          }
        }
        if (next.does === 'handOver') {
          const { text, draft } = await look(partner);
          const { overtaken } = standOf(text, draft);
          ever.overtaken += overtaken.length;
          await handDraftOver(ctx, { agreement, partner });
          expect((await look(partner)).draft).toEqual(overtaken);
        }
        if (next.does === 'carryOver') {
          const { text, draft } = await look(partner);
          for (const { paragraph: id } of standOf(text, draft).overtaken)
            await carryOver(ctx, { agreement, partner, paragraph: id });
        }
        if (next.does === 'answer') {
          const open = await ctx.db.read((db) => findOpenChanges(db, agreement));
          const theirs = open.filter((one) => one.partner !== partner);
          const answers = theirs.map(({ id }) => ({ change: id, verdict: next.verdict, words: '' }));
          if (answers.length === 0) continue;
          const { overtaken } = await answer(ctx, { agreement, partner, answers });
          if (next.verdict === 'accept')
            for (const { id, after } of theirs) if (!overtaken.includes(id)) accepted.add(wordsOf(after));
        }
      }
      ever.accepted += accepted.size - start.length;
      const history = await speaker(nujin).db.read((db) => findVersions(db, agreement));
      expect(firstBreak(history)).toBeNull();
      const inVersions = history.flatMap(({ version }) => version.changes.map(({ after }) => wordsOf(after)));
      expect(new Set(inVersions)).toEqual(accepted);
      const { rows } = await database.sql(
        'select after from proposed_change where agreement = $1 union all select after from draft_change where agreement = $1',
        [agreement],
      );
      const found = new Set(rows.map(({ after }) => wordsOf(after as Paragraph | null)));
      for (const words of arrived) expect(found.has(words) || replaced.has(words)).toBe(true);
    }),
    { numRuns: 200 },
  );
  expect(ever.accepted).toBeGreaterThan(50);
  expect(ever.overtaken).toBeGreaterThan(10);
  expect(ever.meanwhile).toBeGreaterThan(0);
}, 300_000);

/** The rows that a browser sends: hashes of what its form was made from, and what was typed there. */
function rowsOf({ partner, seen: { text, draft }, typed }: Browser): readonly KeptRow[] {
  return [...typed].map(([id, de]) => {
    const shown = shownOf(text, draft, id);
    const there = findParagraph(text, id);
    const change = draft.find((one) => one.paragraph === id);
    const base = change === undefined ? (there === null ? null : hashOfParagraph(there)) : change.base;
    const after = paragraph('goal', id, shown.after?.origin ?? partner, { words: { de } });
    return { paragraph: id, base, after, reason: '', seen: hashOfShown(shown) };
  });
}

/** Two goals are there from the beginning, the third both can come to think of. */
function goalAt(about: number): string {
  return idFor(`goal/${about}`);
}

function wordsOf(after: Paragraph | null): string {
  return after?.kind === 'goal' ? (after.parts.words['de'] ?? '') : '';
}
