import { randomUUID } from 'node:crypto';
import { newMark, ballotKey } from '../../src/areas/commonground/seal.ts';
import { insertConversation } from '../../src/areas/commonground/store.ts';
import { insertBallot } from '../../src/areas/commonground/store-ballot.ts';
import { insertDoor } from '../../src/areas/commonground/store-door.ts';
import { insertStatements } from '../../src/areas/commonground/store-statement.ts';
import { DOOR, FOR_GOOD } from '../../src/areas/commonground/work.ts';
import type { Transaction } from '../../src/platform/database/index.ts';
import type { Links } from '../../src/platform/links/index.ts';
import { addDays, type Day } from '../../src/plain/time.ts';

/** A conversation, and what the browsers of those keep who have joined it. */
export interface VotingWorld {
  readonly conversation: string;
  readonly token: string;
  readonly marks: readonly string[];
  readonly statements: readonly string[];
}

export async function prepareVotes(
  tx: Transaction,
  links: Links,
  today: Day,
  size: { readonly people: number; readonly statements: number },
): Promise<VotingWorld> {
  const conversation = randomUUID();
  const { token, hash } = links.make(DOOR, FOR_GOOD);
  const says = { question: 'Was brauchen wir?', purpose: 'Für die Stadt', rules: '', redLines: '' };
  const days = { opensOn: today, endsOn: addDays(today, 14), begunOn: today };
  const open = {
    steward: null,
    languages: ['de'],
    entry: 'link',
    isPublic: true,
    parked: [],
    endedEarly: false,
    takenFrom: null,
  } as const;
  await insertConversation(tx, { id: conversation, says: { de: says }, ...open, ...days });
  await insertDoor(tx, conversation, { token, hash });
  const statements = Array.from({ length: size.statements }, () => randomUUID());
  const said = { language: 'de', machine: [], author: 'steward', state: 'open', reason: null } as const;
  await insertStatements(
    tx,
    conversation,
    statements.map((id, at) => ({ ...said, id, texts: { de: `Aussage ${at}` } })),
  );
  const marks = Array.from({ length: size.people }, newMark);
  for (const mark of marks) await insertBallot(tx, conversation, ballotKey(conversation, mark));
  return { conversation, token, marks, statements };
}
