/** How a column is told: whose name, which day, which word of ours, or what people wrote. */
export type Telling = 'who' | 'day' | 'number' | 'code' | 'written' | 'parts' | Questions;

/** Answers by question: where the words of the questions stand, and which there are. */
export interface Questions {
  readonly words: string;
  readonly of: readonly string[];
}

export interface Column {
  readonly of: string;
  /** Under which word it stands. */
  readonly as: string;
  readonly tells: Telling;
}

const PLAN: Questions = {
  words: 'cooperations.question',
  of: ['topic', 'partner', 'strengths', 'offer', 'expectations', 'way'],
};
const SHEET: Questions = { words: 'agreements.sheet.part', of: ['expectations', 'brings', 'limits'] };
const CLOSING: Questions = { words: 'reviews.closing.question', of: ['gained', 'materials', 'stays', 'onward'] };

const column = (of: string, tells: Telling, as: string = of): Column => ({ of, as, tells });
const WHO = column('organisation', 'who', 'who');
const PARTNER = column('partner', 'who', 'who');
const ON = column('day', 'day', 'on');
const OPENED = column('openedOn', 'day', 'opened');
const STATE = column('state', 'code');
const SAID = column('saidOn', 'day', 'on');
const AFTER = column('after', 'written');
const REASON = column('reason', 'written');

/** The lists of what is taken along, and what people read of each thing. What only programs need is in the file alone. */
export const LISTS: Readonly<Record<string, readonly Column[]>> = {
  cooperation: [column('title', 'written'), column('begunOn', 'day', 'since'), column('concept', 'code')],
  partners: [WHO, column('phase', 'code'), column('since', 'day'), column('until', 'day')],
  plans: [WHO, column('shownOn', 'day', 'opened'), column('answers', PLAN, 'text')],
  requests: [
    column('sender', 'who', 'from'),
    column('receiver', 'who', 'to'),
    column('askedOn', 'day', 'on'),
    STATE,
    column('words', 'written', 'text'),
    column('answer', 'code'),
    column('answerDay', 'day', 'forDay'),
    column('answeredOn', 'day', 'answered'),
  ],
  consents: [WHO, SAID],
  introductions: [
    column('introducer', 'who', 'from'),
    column('introduced', 'who'),
    column('third', 'who', 'to'),
    column('proposedOn', 'day', 'on'),
    column('answers', 'parts', 'answer'),
  ],
  sheets: [WHO, OPENED, column('words', SHEET, 'text')],
  points: [column('words', 'written', 'text'), STATE, PARTNER, ON],
  changes: [PARTNER, ON, AFTER, REASON, STATE, column('version', 'number')],
  answers: [PARTNER, ON, column('verdict', 'code', 'answer'), column('words', 'written', 'text')],
  drafts: [ON, AFTER, REASON],
  commitments: [PARTNER, ON, STATE],
  reviews: [column('begunOn', 'day', 'since'), OPENED, column('parts', 'parts', 'text')],
  closings: [WHO, column('writtenOn', 'day', 'on'), column('words', CLOSING, 'text')],
  leavings: [WHO, column('declaredOn', 'day', 'on'), column('lastDay', 'day', 'until')],
  endWishes: [WHO, SAID],
  closures: [ON, column('kind', 'code', 'state'), column('keptUntil', 'day')],
  deletionWishes: [WHO, SAID],
};

/** Our own words in a file, as it spells them: the states and answers of every list. */
export const CODES: ReadonlySet<string> = new Set([
  'idea',
  'plan',
  'application',
  'running',
  'open',
  'reopened',
  'frozen',
  'together',
  'exit',
  'nothing',
  'waiting',
  'with a person',
  'answered',
  'withdrawn',
  'replaced',
  'gladly',
  'call',
  'later',
  'yes',
  'no',
  'accept',
  'accepted',
  'ask',
  'reply',
  'counter',
  'countered',
  'decline',
  'declined',
  'agreed',
  'differ',
  'kept',
  'changed',
]);
