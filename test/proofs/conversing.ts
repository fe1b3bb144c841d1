import { answerStatement } from '../../src/areas/commonground/answer.ts';
import { beginConversation } from '../../src/areas/commonground/begin.ts';
import { joinConversation } from '../../src/areas/commonground/join.ts';
import { prepareConversation } from '../../src/areas/commonground/prepare.ts';
import { printCodes } from '../../src/areas/commonground/print-codes.ts';
import { findConversation } from '../../src/areas/commonground/store.ts';
import { findDoor } from '../../src/areas/commonground/store-door.ts';
import { findStatements } from '../../src/areas/commonground/store-statement.ts';
import type { Context } from '../../src/platform/context.ts';
import type { Links } from '../../src/platform/links/index.ts';
import { addDays, type Day } from '../../src/plain/time.ts';

/** A conversation that only those may know who have its link. */
export async function conversing(
  ctx: Context,
  {
    guest,
    links,
    steward,
    today,
    words,
  }: {
    /** Somebody who has the link and no account. */
    readonly guest: Context;
    readonly links: Links;
    readonly steward: string;
    readonly today: Day;
    readonly words: (what: string) => string;
  },
): Promise<{ readonly id: string; readonly token: string }> {
  const says = { question: words('question'), purpose: words('purpose'), rules: words('rules'), redLines: '' };
  const plan = {
    steward,
    languages: ['de'],
    says: { de: says },
    entry: 'link',
    isPublic: false,
    opensOn: today,
    endsOn: addDays(today, 14),
    parked: [{ topics: { de: words('topic') }, day: addDays(today, 60) }],
  } as const;
  const seeds = Array.from({ length: 6 }, () => words('seed'));
  const id = await prepareConversation(ctx, { links }, { plan, seeds });
  const begun = await beginConversation(ctx, id);
  if (!begun.ok) throw new Error('not begun');
  const token = await ctx.db.read((db) => findDoor(db, id));
  const conversation = await ctx.db.read((db) => findConversation(db, id));
  if (conversation === null) throw new Error('not there');
  await printCodes(ctx, { conversation: id, count: 3 });
  const joined = await joinConversation(guest, conversation, '');
  if (!joined.ok) throw new Error('not joined');
  const [first] = await ctx.db.read((db) => findStatements(db, id));
  await answerStatement(guest, conversation, { mark: joined.value, statement: first?.id ?? '', answer: 1 });
  return { id, token: token ?? '' };
}
