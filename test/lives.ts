import { expect } from 'vitest';
import { answer } from '../src/areas/agreements/answer.ts';
import { beginAgreement } from '../src/areas/agreements/begin.ts';
import { findAgreementOf, takeAgreementOf, welcomePartner } from '../src/areas/agreements/index.ts';
import { propose } from '../src/areas/agreements/propose.ts';
import { sign } from '../src/areas/agreements/sign.ts';
import { findOpenChanges } from '../src/areas/agreements/store-change.ts';
import { findStanding } from '../src/areas/agreements/store.ts';
import { changesBetween } from '../src/areas/agreements/text.ts';
import { handSheetOver, writeSheet } from '../src/areas/agreements/write-sheet.ts';
import { answerQuestion } from '../src/areas/cooperations/answer-question.ts';
import { beginCooperation } from '../src/areas/cooperations/begin.ts';
import { hasOffer } from '../src/areas/cooperations/index.ts';
import { agreeToAsk } from '../src/areas/requests/agree-to-ask.ts';
import { answerRequest } from '../src/areas/requests/answer-request.ts';
import { makeRequest } from '../src/areas/requests/make-request.ts';
import type { Answer } from '../src/areas/requests/request.ts';
import type { Work } from '../src/areas/requests/work.ts';
import { beginReview } from '../src/areas/reviews/begin-review.ts';
import { close, goOn } from '../src/areas/reviews/close.ts';
import { EMPTY_CLOSING } from '../src/areas/reviews/closing.ts';
import { goExitRound } from '../src/areas/reviews/go-exit-round.ts';
import { leave, stay } from '../src/areas/reviews/leave.ts';
import { EMPTY_REVIEW } from '../src/areas/reviews/review.ts';
import type { Voices } from '../src/areas/reviews/tell.ts';
import { writeClosing } from '../src/areas/reviews/write-closing.ts';
import { writeReview } from '../src/areas/reviews/write-review.ts';
import type { Context } from '../src/platform/context.ts';
import type { Database } from '../src/platform/database/index.ts';
import { ConflictError, NotAllowedError, NotFoundError } from '../src/platform/errors.ts';
import { openLinks } from '../src/platform/links/index.ts';
import { loadWords } from '../src/platform/words/index.ts';
import { system } from '../src/plain/actor.ts';
import { addDays, dayOf, type Day } from '../src/plain/time.ts';
import { agreeOn, confirmAll, placed } from './agreed.ts';
import { FOURTH_TEXT } from './agreement.ts';
import type { tryPartners } from './partners.ts';
import { tryPeople } from './people.ts';
import { speaking, watchLife } from './life-promises.ts';
import { failingAt } from './protected-house.ts';

export type Who = 'a' | 'b' | 'c';
export type From = 'nothing' | 'partners' | 'agreement' | 'ready' | 'signed';
export type Lives = Awaited<ReturnType<typeof tryLives>>;

const WORDS = loadWords('src');
const START = '2026-11-21T09:00:00Z';
const QUIET = {
  findMailboxes: () => Promise.resolve([]),
  raise: () => Promise.resolve(true),
  settle: () => Promise.resolve(),
};
const VOICES: Voices = { ...QUIET, wordsIn: (language) => WORDS.in(language) };
const ENTRY = [{ words: 'Etwas.', firmness: 'open' as const }];

/** Done in one transaction each, so that a power cut undoes them whole. */
const SINGLE = [
  'ask',
  'agree to ask',
  'say yes',
  'say no',
  'write sheet',
  'hand sheet over',
  'begin agreement',
  'propose',
  'accept',
  'decline',
  'sign',
  'leave',
  'stay',
  'close',
  'go on',
  'look back',
  'hand review over',
  'write closing',
] as const;
export const ACTIONS = [...SINGLE, 'confirm'] as const;
export type Action = (typeof ACTIONS)[number];

/** One cooperation from its first day on, with everything that three organisations could do in it. */
export async function tryLives(database: Database, from: From) {
  const people = tryPeople(database, START);
  const [a, b, c, other] = [
    await people.organisation(),
    await people.organisation(),
    await people.organisation(),
    await people.organisation(),
  ];
  const ids: Readonly<Record<Who, string>> = { a, b, c };
  const speaker = (organisation: string): Context => people.as(speaking(organisation));
  const program = people.as(system('lives'));
  const cooperation = await beginCooperation(speaker(a), { organisation: a });
  await answerQuestion(speaker(a), { cooperation, organisation: a, question: 'offer', text: 'Ein Raum.' });
  const work: Work = {
    ...QUIET,
    links: await openLinks(database),
    wordsIn: (language) => WORDS.in(language),
    namesOf: () => Promise.resolve(new Map()),
    isHeld: () => Promise.resolve(false),
    findMailbox: () => Promise.resolve({ mail: 'post@x.example', language: 'de' }),
    kindOf: () => Promise.resolve(null),
    reached: () => Promise.resolve('plan'),
    holdAgreement: async (tx, id) => {
      await takeAgreementOf(tx, id);
    },
    isBuiltOn: async (db, id, organisation) =>
      (await findAgreementOf(db, id)) !== null || hasOffer(db, id, organisation),
    joined: welcomePartner,
  };
  const watch = watchLife({ database, program, cooperation, organisations: [a, b, c], other });
  const { agreementOf, partnersNow, everything } = watch;
  const lives = { act, breakOff, later, ...watch };
  if (from !== 'nothing') {
    await act('a', 'ask');
    await act('b', 'say yes');
  }
  if (from === 'agreement') await act('a', 'begin agreement');
  if (from === 'ready' || from === 'signed') await agreeOn(asPartners(), FOURTH_TEXT);
  if (from === 'signed') {
    await act('a', 'sign');
    await act('b', 'sign');
  }
  await watch.check();
  return lives;

  /** Does it, or is refused; whatever else is thrown is a bug. True when it was done. */
  async function act(by: Who, what: Action, ctx: Context = speaker(ids[by])): Promise<boolean> {
    try {
      await doIt(ctx, ids[by], what);
      return true;
    } catch (error) {
      if ([ConflictError, NotAllowedError, NotFoundError].some((kind) => error instanceof kind)) return false;
      throw error;
    }
  }

  /** True when the power went in the middle of it. */
  async function breakOff(by: Who, what: Action, nth: number): Promise<boolean> {
    if (what === 'confirm') return false;
    const ctx = speaker(ids[by]);
    try {
      await act(by, what, { ...ctx, db: failingAt(ctx.db, nth) });
      return false;
    } catch (error) {
      if (error instanceof Error && error.message === 'fault') return true;
      throw error;
    }
  }

  async function doIt(ctx: Context, own: string, what: Action): Promise<unknown> {
    const side = { cooperation, organisation: own, voices: VOICES };
    switch (what) {
      case 'ask':
        return makeRequest(ctx, work, {
          cooperation,
          receiver: own === b ? c : own === c ? b : await notYet(),
          words: ASKED,
        });
      case 'agree to ask':
        return onRequest("state = 'waiting'", (id) => agreeToAsk(ctx, work, id));
      case 'say yes':
        return answering(ctx, own, { kind: 'gladly' });
      case 'say no':
        return answering(ctx, own, { kind: 'no' });
      case 'write sheet':
        return writeSheet(ctx, {
          cooperation,
          organisation: own,
          words: { expectations: ENTRY, brings: ENTRY, limits: [] },
        });
      case 'hand sheet over':
        return handSheetOver(ctx, side);
      case 'begin agreement': {
        if ((await agreementOf()) !== null) return null;
        return beginAgreement(ctx, {
          cooperation,
          partner: own,
          languages: ['de', 'tr'],
          namesOf: async () => new Map(),
          paragraphs: [],
        });
      }
      case 'leave':
        return leave(ctx, side);
      case 'stay':
        return stay(ctx, side);
      case 'close':
        return close(ctx, side);
      case 'go on':
        return goOn(ctx, side);
      case 'look back':
        return beginReview(ctx, side);
      case 'hand review over':
        return writeReview(ctx, { ...side, words: { ...EMPTY_REVIEW, good: own }, handOver: true });
      case 'write closing':
        return writeClosing(ctx, { ...side, words: { ...EMPTY_CLOSING, gained: own } });
      default:
        return onAgreement(ctx, own, what);
    }
  }

  async function onAgreement(ctx: Context, own: string, what: Action): Promise<unknown> {
    const agreement = await agreementOf();
    if (agreement === null) return null;
    const { version, hash } = await ctx.db.read((db) => findStanding(db, agreement));
    if (what === 'confirm') return confirmAll(asPartners(), agreement);
    if (what === 'sign') return sign(ctx, { agreement, partner: own, version: hash, proof: { kind: 'paper' } });
    if (what === 'propose') {
      const wishes = changesBetween(version.text, {
        ...placed(asPartners(), FOURTH_TEXT),
        partners: version.text.partners,
      })
        .filter(({ after }) => (after?.origin ?? own) === own)
        .map((change) => ({ ...change, reason: '' }));
      return wishes.length === 0 ? null : propose(ctx, { agreement, partner: own, wishes });
    }
    const open = (await ctx.db.read((db) => findOpenChanges(db, agreement))).filter(({ partner }) => partner !== own);
    const verdict = what === 'accept' ? ('accept' as const) : ('decline' as const);
    return answer(ctx, {
      agreement,
      partner: own,
      answers: open.map(({ id }) => ({ change: id, verdict, words: '' })),
    });
  }

  async function answering(ctx: Context, own: string, given: Answer): Promise<unknown> {
    return onRequest(`receiver = '${own}'`, (id) => answerRequest(ctx, work, id, given));
  }

  async function onRequest(where: string, work_: (id: string) => Promise<unknown>): Promise<unknown> {
    const { rows } = await database.sql(
      `select id from request where cooperation = '${cooperation}' and ${where} order by id desc limit 1`,
    );
    return rows[0] === undefined ? null : work_(String(rows[0]['id']));
  }

  async function notYet(): Promise<string> {
    const partners = await partnersNow();
    return partners.includes(b) ? c : b;
  }

  /** Days go by; with a round at their end, which may be broken off and is then done again. */
  async function later(days: number, round: 'none' | 'whole' | 'broken'): Promise<void> {
    people.clock.turn(`${addDays(dayOf(people.clock.now()), days)}T09:00:00Z`);
    if (round === 'none') return;
    if (round === 'broken') {
      const before = await everything();
      const isDone = await goExitRound({ ...program, db: failingAt(program.db, 9) }, VOICES).then(
        () => true,
        () => false,
      );
      if (!isDone) expect(await everything()).toEqual(before);
    }
    await goExitRound(program, VOICES);
    await goExitRound(program, VOICES);
    const today = dayOf(people.clock.now());
    const { rows } = await database.sql(
      `select 1 from leaving l where cooperation = $1 and left_on is null and last_day < $2
       and organisation = any((select partners from cooperation where id = $1)::uuid[])
       and not exists (select 1 from closure c where c.cooperation = $1)`,
      [cooperation, today],
    );
    expect(rows).toEqual([]);
  }

  /** As the helpers for two partners see them. */
  function asPartners(): Awaited<ReturnType<typeof tryPartners>> {
    const begin = () =>
      beginAgreement(speaker(a), {
        cooperation,
        partner: a,
        languages: ['de', 'tr'],
        namesOf: async () => new Map(),
        paragraphs: [],
      });
    const fillSheets = async () => {
      for (const who of ['a', 'b'] as const) {
        await act(who, 'write sheet');
        await act(who, 'hand sheet over');
      }
    };
    const world = { ...people, bildungswerk: a, nujin: b, other, cooperation, speaker, begin, fillSheets };
    return world as unknown as Awaited<ReturnType<typeof tryPartners>>;
  }
}

const ASKED = {
  title: 'Abende',
  known: 'Ihr macht das lange.',
  asked: 'Euer Wissen.',
  offered: { room: 'Unser Saal.' },
  cents: null,
  until: null as Day | null,
  language: 'de',
};
