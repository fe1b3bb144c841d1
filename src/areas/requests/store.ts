import { sql } from 'kysely';
import { asSystem, type Reader, type Transaction } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import type { Answer, Hours, Request, RequestState, RequestWords } from './request.ts';
import './tables.ts';

interface Row {
  readonly id: string;
  readonly cooperation: string;
  readonly sender: string;
  readonly receiver: string;
  readonly state: RequestState;
  readonly asked_on: Day;
  readonly answer: Answer['kind'] | null;
  readonly answer_day: Day | null;
  readonly answer_hours: Hours | null;
  readonly answered_on: Day | null;
}

const COLUMNS = [
  'id',
  'cooperation',
  'sender',
  'receiver',
  'state',
  'asked_on',
  'answer',
  'answer_day',
  'answer_hours',
  'answered_on',
] as const;

export interface NewRequest extends Pick<Request, 'id' | 'cooperation' | 'sender' | 'receiver' | 'askedOn'> {
  readonly state: 'waiting' | 'open' | 'with a person';
  readonly words: RequestWords;
}

/** False when somebody of the same cooperation was quicker, or the receiver has said no. */
export async function insertRequest(tx: Transaction, { words, ...request }: NewRequest): Promise<boolean> {
  const row = await tx
    .insertInto('request')
    .values({
      id: request.id,
      cooperation: request.cooperation,
      sender: request.sender,
      receiver: request.receiver,
      state: request.state,
      asked_on: request.askedOn,
      was_sent: false,
      answer: null,
      answer_day: null,
      answer_hours: null,
      answered_on: null,
      take_up_hash: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row === undefined) return false;
  await tx
    .insertInto('request_words')
    .values({ request: request.id, words: JSON.stringify(words), settled_on: null })
    .execute();
  return true;
}

/** A "not now" of before gives way to being asked again. */
export async function replaceLater(tx: Transaction, cooperation: string, receiver: string): Promise<void> {
  await tx
    .updateTable('request')
    .set({ state: 'replaced' })
    .where('cooperation', '=', cooperation)
    .where('receiver', '=', receiver)
    .where('state', '=', 'answered')
    .where('answer', '=', 'later')
    .execute();
}

/** The requests of some cooperations, the newest first, or only those to one organisation. */
export async function findRequests(
  db: Reader,
  cooperations: readonly string[],
  receiver?: string,
): Promise<readonly Request[]> {
  const rows = await db
    .selectFrom('request')
    .select(COLUMNS)
    .where('cooperation', 'in', cooperations)
    .$if(receiver !== undefined, (query) => query.where('receiver', '=', receiver ?? ''))
    .orderBy('id', 'desc')
    .execute();
  return withAttempts(db, rows);
}

/** What was asked of some organisations and is not answered yet, the newest first. */
export async function findRequestsWaitingFor(
  db: Reader,
  receivers: readonly string[],
): Promise<readonly Pick<Request, 'id' | 'sender'>[]> {
  return db
    .selectFrom('request')
    .select(['id', 'sender'])
    .where('receiver', 'in', receivers)
    .where('state', 'in', ['open', 'with a person'])
    .orderBy('id', 'desc')
    .execute();
}

/** A request as its sides see it; null for everybody else. */
export async function findRequest(db: Reader, id: string): Promise<Request | null> {
  const rows = await db.selectFrom('request').select(COLUMNS).where('id', '=', id).execute();
  return (await withAttempts(db, rows))[0] ?? null;
}

/** What it says; null when its time is over. */
export async function findWords(db: Reader, request: string): Promise<RequestWords | null> {
  const row = await db.selectFrom('request_words').select('words').where('request', '=', request).executeTakeFirst();
  return row?.words ?? null;
}

/** What the requests of a cooperation say, by their ids; without those whose time is over. */
export async function findWordsIn(db: Reader, cooperation: string): Promise<ReadonlyMap<string, RequestWords>> {
  const rows = await db
    .selectFrom('request_words as w')
    .innerJoin('request as r', 'r.id', 'w.request')
    .select(['w.request', 'w.words'])
    .where('r.cooperation', '=', cooperation)
    .execute();
  return new Map(rows.map(({ request, words }) => [request, words]));
}

/** The request with all rights, and nobody else changes it until this transaction ends. */
export async function takeRequest(tx: Transaction, id: string): Promise<Request | null> {
  return asSystem(tx, async () => {
    await sql`select id from request where id = ${id} for update`.execute(tx);
    return findRequest(tx, id);
  });
}

export async function insertConsent(
  tx: Transaction,
  { id, cooperation }: Pick<Request, 'id' | 'cooperation'>,
  organisation: string,
  day: Day,
): Promise<void> {
  await tx
    .insertInto('request_consent')
    .values({ request: id, cooperation, organisation, said_on: day })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The partners who have said yes to asking, of each of these requests. */
export async function findConsentsTo(
  db: Reader,
  requests: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (requests.length === 0) return new Map();
  const rows = await db
    .selectFrom('request_consent')
    .select(['request', 'organisation'])
    .where('request', 'in', requests)
    .orderBy('organisation')
    .execute();
  const consents = Map.groupBy(rows, ({ request }) => request);
  return new Map([...consents].map(([request, said]) => [request, said.map(({ organisation }) => organisation)]));
}

/** The same of one request. */
export async function findConsents(db: Reader, request: string): Promise<readonly string[]> {
  return (await findConsentsTo(db, [request])).get(request) ?? [];
}

async function withAttempts(db: Reader, rows: readonly Row[]): Promise<readonly Request[]> {
  if (rows.length === 0) return [];
  const attempts = await db
    .selectFrom('request_attempt')
    .select(['request', 'sent_on'])
    .where(
      'request',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    cooperation: row.cooperation,
    sender: row.sender,
    receiver: row.receiver,
    state: row.state,
    askedOn: row.asked_on,
    answer: answerOf(row),
    answeredOn: row.answered_on,
    attempts: attempts.flatMap(({ request, sent_on }) => (request === row.id ? [sent_on] : [])),
  }));
}

function answerOf({ answer, answer_day, answer_hours }: Row): Answer | null {
  if (answer === null) return null;
  if (answer === 'later') return { kind: answer, from: answer_day };
  if (answer !== 'call') return { kind: answer };
  return { kind: answer, day: answer_day ?? '', hours: answer_hours ?? 'morning' };
}
