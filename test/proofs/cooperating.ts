import { addTalkingPoint } from '../../src/areas/agreements/add-talking-point.ts';
import { answer } from '../../src/areas/agreements/answer.ts';
import { fileOf } from '../../src/areas/agreements/archive-file.ts';
import { findArchive, findInForce } from '../../src/areas/agreements/index.ts';
import { keepArchive } from '../../src/areas/agreements/keep-archive.ts';
import { keepDraft } from '../../src/areas/agreements/keep-draft.ts';
import { hashOfParagraph, type Paragraph } from '../../src/areas/agreements/paragraph.ts';
import { propose } from '../../src/areas/agreements/propose.ts';
import { findStanding } from '../../src/areas/agreements/store.ts';
import { findOpenChanges } from '../../src/areas/agreements/store-change.ts';
import { handSheetOver, writeSheet } from '../../src/areas/agreements/write-sheet.ts';
import { makeCalendar } from '../../src/areas/commitments/make-calendar.ts';
import { remind } from '../../src/areas/commitments/remind.ts';
import { sayWord } from '../../src/areas/commitments/say-word.ts';
import { answerQuestion } from '../../src/areas/cooperations/answer-question.ts';
import { publishSearch } from '../../src/areas/cooperations/publish-search.ts';
import { rename } from '../../src/areas/cooperations/rename.ts';
import { settleConcept } from '../../src/areas/cooperations/settle-concept.ts';
import { showPlan } from '../../src/areas/cooperations/show-plan.ts';
import { agreeToAsk } from '../../src/areas/requests/agree-to-ask.ts';
import { answerIntroduction, findOwnIntroduction } from '../../src/areas/requests/answer-introduction.ts';
import { answerByLink } from '../../src/areas/requests/answer-request.ts';
import { introduce } from '../../src/areas/requests/introduce.ts';
import { makeRequest } from '../../src/areas/requests/make-request.ts';
import { makeVoiceLink } from '../../src/areas/requests/take-up.ts';
import { vouchFor } from '../../src/areas/requests/vouch-for.ts';
import { beginReview } from '../../src/areas/reviews/begin-review.ts';
import { close } from '../../src/areas/reviews/close.ts';
import { goExitRound } from '../../src/areas/reviews/go-exit-round.ts';
import { leave } from '../../src/areas/reviews/leave.ts';
import { wishDeletion } from '../../src/areas/reviews/wish-deletion.ts';
import { writeClosing } from '../../src/areas/reviews/write-closing.ts';
import { writeReview } from '../../src/areas/reviews/write-review.ts';
import { commitmentWork } from '../../src/app/commitments.ts';
import { partnerVoices } from '../../src/app/partings.ts';
import { requestWork } from '../../src/app/requests.ts';
import { STRANGER, system } from '../../src/plain/actor.ts';
import { addDays, dayOf } from '../../src/plain/time.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import type { Context } from '../../src/platform/context.ts';
import { openLinks } from '../../src/platform/links/index.ts';
import { FOURTH_TEXT, paragraph } from '../agreement.ts';
import { agreeOn } from '../agreed.ts';
import { tryPartners } from '../partners.ts';
import { signByAll } from '../signed.ts';
import { conversing } from './conversing.ts';
import type { House } from './house.ts';

export type Cooperating = Awaited<ReturnType<typeof cooperating>>;

let count = 100;

/** Words that stand in one place of these areas and nowhere else. */
export function marked(what: string): string {
  count += 1;
  return `zx${count}${what}`;
}

/** Words of the agreement, each with a mark behind it. */
function markedText(): typeof FOURTH_TEXT {
  return JSON.parse(JSON.stringify(FOURTH_TEXT), (key, value: unknown) =>
    typeof value === 'string' && (key === 'de' || key === 'tr') ? `${value} ${marked(`text${key}`)}` : value,
  );
}

/**
 * Two partners in the middle of everything that can be done together: a plan, a request to a third one, an
 * introduction, sheets, an agreement in force, deadlines, reviews, a leaving, an end. Nothing of it may be known outside.
 */
export async function cooperating(house: House, third: string, step: () => Promise<void> = async () => undefined) {
  const { home } = house;
  const { clock } = home;
  const links = await openLinks(home.database);
  const work = requestWork(home, links);
  const voices = partnerVoices(home);
  const tried = await tryPartners(home.database);
  const speaker = (organisation: string): Context => ({ ...tried.speaker(organisation), clock });
  const world = { ...tried, speaker };
  const { bildungswerk, nujin, cooperation } = world;
  const [werk, verein] = [speaker(bildungswerk), speaker(nujin)];
  const today = dayOf(clock.now());
  const program = (day: string): Context => ({ ...tried.as(system('proof')), clock: fixedClock(`${day}T06:00:00Z`) });
  /** Words that only one side has written so far. */
  const sealed: string[] = [];
  const unseen = (what: string) => {
    const mark = marked(what);
    sealed.push(mark);
    return mark;
  };

  // A plan that is shown, and a search request.
  await rename(werk, { cooperation, organisation: bildungswerk, title: marked('title') });
  for (const [organisation, ctx] of [
    [bildungswerk, werk],
    [nujin, verein],
  ] as const) {
    await answerQuestion(ctx, { cooperation, organisation, question: 'offer', text: marked('plan') });
    await showPlan(ctx, { cooperation, organisation, isShown: true });
  }
  await settleConcept(werk, { cooperation, organisation: bildungswerk, isFrozen: true });
  const search = await publishSearch(werk, {
    organisation: bildungswerk,
    expertise: marked('expertise'),
    field: 'health',
    language: 'tr',
    offered: marked('offered'),
    until: addDays(today, 30),
  });
  await step();

  // A third one is asked, after both agreed to ask; and is introduced; and is vouched for.
  const ask = async (of: string): Promise<string> => {
    const made = await makeRequest(werk, work, { cooperation: of, receiver: third, words: requestWords() });
    if (!made.ok) throw new Error('not asked');
    await agreeToAsk(verein, work, made.value);
    return made.value;
  };
  const request = await ask(cooperation);
  await step();
  const introduced = await introduce(werk, work, { cooperation, introduced: nujin, third });
  if (!introduced.ok) throw new Error('not introduced');
  for (const ctx of [verein, speaker(third)]) {
    const introduction = await findOwnIntroduction(ctx, introduced.value);
    await answerIntroduction(ctx, work, introduction, { answer: 'yes', byRole: 'organisation' });
  }
  await vouchFor(werk, { organisation: third, voucher: bildungswerk });
  await step();

  // An agreement with everything in it, signed; a question about a change, a draft of one side.
  const agreement = await agreeOn(world, markedText());
  await signByAll(world, agreement);
  await step();
  const point = await addTalkingPoint(werk, {
    cooperation,
    partner: bildungswerk,
    words: marked('point'),
    refers: [{ organisation: nujin, part: 'expectations', at: 0 }],
  });
  const { version } = await werk.db.read((db) => findStanding(db, agreement));
  const task = version.text.paragraphs.find(({ kind }) => kind === 'task');
  if (task === undefined) throw new Error('no task');
  await propose(verein, {
    agreement,
    partner: nujin,
    wishes: [
      wish(paragraph('rhythm', crypto.randomUUID(), nujin, { words: { de: marked('wish') } }), marked('reason')),
      { ...changed(task, marked('wish')), reason: marked('reason') },
    ],
  });
  const [change] = await werk.db.read((db) => findOpenChanges(db, agreement));
  await answer(werk, {
    agreement,
    partner: bildungswerk,
    answers: [{ change: change?.id ?? '', verdict: 'ask', words: marked('question') }],
  });
  await keepDraft(werk, {
    agreement,
    partner: bildungswerk,
    rows: [
      {
        ...wish(
          paragraph('data', crypto.randomUUID(), bildungswerk, { words: { de: unseen('draft') } }),
          unseen('why'),
        ),
        seen: '',
      },
      { ...changed(task, unseen('draft')), reason: unseen('why'), seen: '' },
    ],
  });
  const archive = await verein.db.read((db) => findArchive(db, agreement));
  if (archive === null) throw new Error('no archive');
  const kept = await keepArchive(verein, { organisation: nujin, bytes: Buffer.from(fileOf(archive)) });
  if (!kept.ok) throw new Error(`not kept: ${JSON.stringify(kept.issue.findings)}`);
  await step();

  // Commitments: a word, reminders, a calendar.
  const deadlines = commitmentWork(home, links);
  const [inForce] = await verein.db.read((db) => findInForce(db, [cooperation]));
  if (inForce === undefined) throw new Error('nothing in force');
  await sayWord(verein, deadlines, { cooperation, id: task.id, hash: hashOfParagraph(task), state: 'changed' });
  await remind(program('2027-02-28'), deadlines);
  const calendar = await makeCalendar(verein, deadlines, { organisation: nujin, language: 'de' });
  await step();

  // A review that both have handed over, then one that only one side has.
  for (const isSealed of [false, true]) {
    await beginReview(werk, { cooperation, organisation: bildungswerk });
    const good = () => (isSealed ? unseen('review') : marked('review'));
    const words = () => ({ good: good(), hard: good(), change: good(), gained: good() });
    await writeReview(werk, { cooperation, organisation: bildungswerk, words: words(), handOver: true });
    if (!isSealed) await writeReview(verein, { cooperation, organisation: nujin, words: words(), handOver: true });
  }
  await writeClosing(werk, { cooperation, organisation: bildungswerk, words: closingWords() });
  await step();

  // Begun by both, and only one side has written: nothing of it is known to the other.
  const begun = await world.cooperate();
  await answerQuestion(werk, {
    cooperation: begun,
    organisation: bildungswerk,
    question: 'offer',
    text: unseen('plan'),
  });
  const entry = () => [{ words: unseen('sheet'), firmness: 'open' as const }];
  await writeSheet(werk, {
    cooperation: begun,
    organisation: bildungswerk,
    words: { expectations: entry(), brings: entry(), limits: entry() },
  });
  await handSheetOver(werk, { cooperation: begun, organisation: bildungswerk });
  await step();

  // Asked again for that one, the third says when to call, and wants to write itself.
  const answered = await ask(begun);
  const link = async (): Promise<string> => {
    const { rows } = await home.database.sql(
      `select content->>'link' as link from mail where content->>'link' like '/antwort/%' order by id desc limit 1`,
    );
    return /^\/antwort\/([\w-]+)/.exec(String(rows[0]?.['link']))?.[1] ?? '';
  };
  const token = await link();
  const call = { kind: 'call', day: addDays(today, 3), hours: 'evening' } as const;
  await answerByLink({ ...program(today), db: home.database.as(STRANGER), actor: STRANGER, clock }, work, token, call);
  const isHeld = await home.database.as(system('proof')).read((db) => work.isHeld(db, third, today));
  if (!isHeld) await makeVoiceLink({ ...werk, db: home.database.as(STRANGER), actor: STRANGER }, work, token);
  await step();

  const guest = { ...program(today), db: home.database.as(STRANGER), actor: STRANGER, clock };
  const conversation = await conversing(werk, { guest, links, steward: bildungswerk, today, words: marked });

  // One that has ended, and one that somebody leaves.
  const ended = await world.cooperate();
  await writeClosing(verein, { cooperation: ended, organisation: nujin, words: closingWords() });
  await close(werk, { cooperation: ended, organisation: bildungswerk, voices });
  await wishDeletion(werk, { cooperation: ended, organisation: bildungswerk, isWished: true });
  const left = await world.cooperate();
  await leave(verein, { cooperation: left, organisation: nujin, voices });
  await step();
  await goExitRound(program(addDays(today, 1)), voices);
  await step();
  return {
    ...world,
    third,
    agreement,
    begun,
    ended,
    left,
    search,
    request,
    introduction: introduced.value,
    point,
    kept: kept.value,
    calendar,
    commitment: task.id,
    conversation,
    sealed,
    links,
    answered,
    /** Of the link by which the third one was asked. */
    token,
  };
}

function wish(after: ReturnType<typeof paragraph>, reason: string) {
  return { paragraph: after.id, base: null, after, reason };
}

function changed<Of extends Paragraph>(of: Of, result: string) {
  const after = { ...of, parts: { ...of.parts, result: { de: result } } } as Paragraph;
  return { paragraph: of.id, base: hashOfParagraph(of), after };
}

function requestWords() {
  return {
    title: marked('requesttitle'),
    known: marked('known'),
    asked: marked('asked'),
    offered: { room: marked('room') },
    cents: 960_000,
    until: null,
    language: 'de',
  };
}

function closingWords() {
  return {
    gained: marked('gained'),
    materials: marked('materials'),
    stays: marked('stays'),
    onward: marked('onward'),
    licence: null,
  };
}
