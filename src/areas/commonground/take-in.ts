import { randomUUID } from 'node:crypto';
import type { Context } from '../../platform/context.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { dayOf } from '../../plain/time.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { LEAST_PEOPLE, type TakenFrom } from './conversation.ts';
import { demand, may } from './may.ts';
import { readExport, type ExportFile } from './read-export.ts';
import { resultOfVotes, withIds } from './result.ts';
import { insertConversation } from './store.ts';
import { insertStand } from './store-stand.ts';
import { insertStatements } from './store-statement.ts';

/** What is said of a conversation that was held elsewhere. What is empty is told by its own files. */
export interface Described {
  readonly steward: string | null;
  readonly question: string;
  readonly language: string;
  readonly takenFrom: TakenFrom;
  readonly isPublic: boolean;
}

export interface NotTakenIn {
  readonly input: ExportFile | 'question';
  readonly told: Saying;
}

/**
 * Takes in a conversation that was published elsewhere, to be read only: its statements and one result. Votes are
 * counted and forgotten, so nobody who took part there is here in any form.
 */
export async function takeInConversation(
  { db, actor, clock }: Context,
  { steward, language, takenFrom, isPublic, ...described }: Described,
  files: Readonly<Record<ExportFile, Uint8Array | null>>,
): Promise<Result<string, NotTakenIn>> {
  demand(may.prepare(actor, steward));
  const read = readExport(files);
  if (!read.ok) return read;
  const { topic, description, address, statements, votes, days } = read.value;
  const question = described.question === '' ? topic : described.question;
  if (question === '') return not({ input: 'question', told: saying('commonground.form.question.missing') });
  const result = resultOfVotes(votes, statements);
  if (result === null) return not({ input: 'votes', told: saying('commonground.stand.few', { least: LEAST_PEOPLE }) });
  const id = randomUUID();
  const shown = statements.filter(({ isRejected }) => !isRejected).map((one) => ({ ...one, own: randomUUID() }));
  const ids = new Map(shown.map(({ id: theirs, own }) => [theirs, own]));
  const today = dayOf(clock.now());
  const [opensOn, endsOn] = days ?? [today, today];
  await db.write(async (tx) => {
    await insertConversation(tx, {
      id,
      steward,
      languages: [language],
      says: { [language]: { question, purpose: description, rules: '', redLines: '' } },
      entry: 'link',
      isPublic,
      opensOn,
      endsOn,
      begunOn: opensOn,
      endedEarly: false,
      parked: [],
      takenFrom: { ...takenFrom, address: takenFrom.address === '' ? address : takenFrom.address },
    });
    const common = { language, machine: [], author: 'participant', state: 'open', reason: null } as const;
    await insertStatements(
      tx,
      id,
      shown.map(({ own, text }) => ({ ...common, id: own, texts: { [language]: text } })),
    );
    await insertStand(tx, id, {
      number: 1,
      takenOn: today,
      isLast: true,
      result: withIds(result, (theirs) => ids.get(theirs) ?? theirs),
    });
  });
  return ok(id);
}
