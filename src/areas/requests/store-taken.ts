import type { Reader } from '../../platform/database/index.ts';
import { carried, type Taker, type Taking } from '../cooperations/index.ts';
import './tables-introduction.ts';
import './tables.ts';

/** Requests with their words and their answers, who has said yes to asking, and introductions in which one has a part. */
export const takeRequestsAlong: Taking = async (db, taker) => ({
  requests: await requestsOf(db, taker),
  consents: carried(
    await db
      .selectFrom('request_consent')
      .select(['request', 'organisation', 'said_on as saidOn'])
      .where('cooperation', '=', taker.cooperation)
      .orderBy('request')
      .orderBy('organisation')
      .execute(),
  ),
  introductions: await introductionsOf(db, taker),
});

async function requestsOf(db: Reader, { cooperation }: Taker) {
  const rows = await db
    .selectFrom('request as r')
    .leftJoin('request_words as w', 'w.request', 'r.id')
    .select(['r.id', 'r.sender', 'r.receiver', 'r.state', 'r.asked_on as askedOn', 'w.words', 'r.answer'])
    .select(['r.answer_day as answerDay', 'r.answer_hours as answerHours', 'r.answered_on as answeredOn'])
    .where('r.cooperation', '=', cooperation)
    .orderBy('r.id')
    .execute();
  const attempts = await db
    .selectFrom('request_attempt as a')
    .innerJoin('request as r', 'r.id', 'a.request')
    .select(['a.request', 'a.sent_on as sentOn'])
    .where('r.cooperation', '=', cooperation)
    .orderBy('a.number')
    .execute();
  return carried(
    rows.map((row) => ({
      ...row,
      sentOn: attempts.filter(({ request }) => request === row.id).map(({ sentOn }) => sentOn),
    })),
  );
}

async function introductionsOf(db: Reader, { cooperation, own }: Taker) {
  const rows = await db
    .selectFrom('introduction')
    .select(['id', 'introducer', 'introduced', 'third', 'proposed_on as proposedOn', 'told_on as toldOn'])
    .where('cooperation', '=', cooperation)
    .where((by) =>
      by.or([
        by('introducer', '=', own),
        by('introduced', '=', own),
        by.and([by('third', '=', own), by('told_on', 'is not', null)]),
      ]),
    )
    .orderBy('id')
    .execute();
  if (rows.length === 0) return [];
  const sides = await db
    .selectFrom('introduction_side')
    .select(['introduction', 'organisation', 'answer', 'answered_on as answeredOn'])
    .where(
      'introduction',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('organisation')
    .execute();
  return carried(
    rows.map((row) => ({
      ...row,
      answers: sides.flatMap(({ introduction, ...side }) => (introduction === row.id ? [side] : [])),
    })),
  );
}
