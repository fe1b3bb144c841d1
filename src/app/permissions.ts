import { may as agreements } from '../areas/agreements/may.ts';
import { may as claims } from '../areas/claims/may.ts';
import { may as commitments } from '../areas/commitments/may.ts';
import { may as commonground } from '../areas/commonground/may.ts';
import { may as cooperations } from '../areas/cooperations/may.ts';
import { may as duplicates } from '../areas/duplicates/may.ts';
import { may as freshness } from '../areas/freshness/may.ts';
import type { Ask } from '../areas/freshness/confirmation-ask.ts';
import { may as lists } from '../areas/lists/may.ts';
import { may as offers } from '../areas/offers/may.ts';
import { may as organisations } from '../areas/organisations/may.ts';
import { may as notices } from '../areas/notices/may.ts';
import { may as requests } from '../areas/requests/may.ts';
import { may as people } from '../areas/people/may.ts';
import type { Place, RoleRef } from '../areas/people/role.ts';
import { may as protection } from '../areas/protection/may.ts';
import { may as reviews } from '../areas/reviews/may.ts';
import { speaksFor, STRANGER, system, type Actor } from '../plain/actor.ts';
import type { Saying } from '../plain/words.ts';
import { conversationStates } from './conversation-states.ts';
import { mergingStates } from './merging-states.ts';

const HOUSE = 'house';
const ME = 'me';
const NOW = new Date('2026-11-21T09:00:00Z');
const person = { session: 's', account: 'another', organisations: [], isAdmitted: false } as const;

/** One of each who can ask. `speaker` speaks for the organisation in question, `neighbour` for another one. */
export const ASKERS = {
  stranger: STRANGER,
  account: { kind: 'account', ...person },
  neighbour: { kind: 'account', ...person, organisations: ['neighbour'], isAdmitted: true },
  speaker: { kind: 'account', ...person, account: ME, organisations: [HOUSE] },
  coordination: { kind: 'coordination', ...person },
  operator: { kind: 'operator', ...person },
  'first entrance': { kind: 'operator', session: 's' },
  system: system('job'),
} as const satisfies Readonly<Record<string, Actor>>;
export type Asker = keyof typeof ASKERS;

/** One question to a policy, in one state of the thing that it is about. */
export interface Question {
  readonly area: string;
  readonly verb: string;
  readonly state: string;
  readonly ask: (actor: Actor) => true | Saying;
}

type States = Readonly<Record<string, (actor: Actor) => true | Saying>>;

/** The policy of an area; every function of its `may.ts` has to be here. */
function policy<May extends object>(area: string, _may: May, verbs: Readonly<Record<keyof May & string, States>>) {
  return Object.entries<States>(verbs).flatMap(([verb, states]) =>
    Object.entries(states).map(([state, ask]): Question => ({ area, verb, state, ask })),
  );
}

const ask: Ask = {
  id: 'ask',
  subject: HOUSE,
  channel: 'mail',
  attempt: 1,
  sentOn: '2026-11-20',
  state: 'open',
  answer: null,
  answeredAt: null,
  note: null,
  undo: null,
};
const COLLEAGUE = 'colleague';
const ending = { organisation: HOUSE, ask: { at: NOW, by: COLLEAGUE }, speakers: [ME, COLLEAGUE], now: NOW };
const alone = {
  ...ending,
  ask: { at: new Date(NOW.getTime() - 25 * 3_600_000), by: COLLEAGUE },
  speakers: [COLLEAGUE],
};

const answered: Ask = {
  ...ask,
  state: 'answered',
  answer: 'confirmed',
  answeredAt: NOW,
  undo: { confirmed: [], source: null, ended: [] },
};

const VOICE: RoleRef = { kind: 'organisation', organisation: HOUSE };
const COORDINATION: RoleRef = { kind: 'coordination', organisation: null };
const OPERATOR: RoleRef = { kind: 'operator', organisation: null };
const free = { place: 'holder', taken: [], mine: null } as const;

/** The place that whoever speaks for the organisation has, for the others none. */
function speaking(actor: Actor, place: Place): Place | null {
  return speaksFor(actor, HOUSE) ? place : null;
}

/** Every function of every `may.ts`, in every state that it tells apart. */
export const QUESTIONS: readonly Question[] = [
  ...policy('claims', claims, { keepRegister: { always: claims.keepRegister } }),
  ...policy('lists', lists, { keepLists: { always: lists.keepLists } }),
  ...policy('organisations', organisations, {
    speak: { 'for its own': (actor) => organisations.speak(actor, HOUSE) },
    correct: { always: organisations.correct },
    takeUp: {
      'a link, and nobody holds it': (actor) => organisations.takeUp(actor, { isValid: true, isHeld: false }),
      'a link, and somebody holds it': (actor) => organisations.takeUp(actor, { isValid: true, isHeld: true }),
      'a spent link': (actor) => organisations.takeUp(actor, { isValid: false, isHeld: false }),
    },
    askForVoice: {
      'a link, and somebody holds it': (actor) => organisations.askForVoice(actor, { isValid: true, isHeld: true }),
      'a link, and nobody holds it': (actor) => organisations.askForVoice(actor, { isValid: true, isHeld: false }),
    },
  }),
  ...policy('offers', offers, {
    speak: { 'for its own': (actor) => offers.speak(actor, HOUSE) },
    correct: { always: offers.correct },
  }),
  ...policy('cooperations', cooperations, {
    begin: { 'for its own': (actor) => cooperations.begin(actor, HOUSE) },
    plan: { 'for its own': (actor) => cooperations.plan(actor, HOUSE) },
    publishSearch: {
      'not yet confirmed': (actor) => cooperations.publishSearch(actor, HOUSE),
      'confirmed in the network': (actor) =>
        cooperations.publishSearch(actor.kind === 'account' ? { ...actor, isAdmitted: true } : actor, HOUSE),
    },
    endSearch: { 'for its own': (actor) => cooperations.endSearch(actor, HOUSE) },
    actFor: { 'for its own': (actor) => cooperations.actFor(actor, HOUSE) },
  }),
  ...policy('commitments', commitments, {
    say: { 'for its own': (actor) => commitments.say(actor, HOUSE) },
    keepCalendar: { 'for its own': (actor) => commitments.keepCalendar(actor, HOUSE) },
    goRound: { always: commitments.goRound },
  }),
  ...policy('commonground', commonground, conversationStates(HOUSE)),
  ...policy('agreements', agreements, {
    write: { 'for its own': (actor) => agreements.write(actor, HOUSE) },
    sign: { 'for its own': (actor) => agreements.sign(actor, HOUSE) },
  }),
  ...policy('reviews', reviews, {
    speak: { 'for its own': (actor) => reviews.speak(actor, HOUSE) },
    goRound: { always: reviews.goRound },
  }),
  ...policy('requests', requests, {
    ask: { 'for its own': (actor) => requests.ask(actor, HOUSE) },
    agreeToAsk: {
      'it waits for a yes': (actor) => requests.agreeToAsk(actor, HOUSE, { state: 'waiting' }),
      'it is under way': (actor) => requests.agreeToAsk(actor, HOUSE, { state: 'open' }),
    },
    withdraw: {
      'its own, nobody has answered': (actor) => requests.withdraw(actor, { state: 'open', sender: HOUSE }),
      'its own, answered': (actor) => requests.withdraw(actor, { state: 'answered', sender: HOUSE }),
    },
    answer: {
      'asked itself': (actor) => requests.answer(actor, { state: 'open', receiver: HOUSE }),
      'asked itself, taken back': (actor) => requests.answer(actor, { state: 'withdrawn', receiver: HOUSE }),
    },
    answerByLink: {
      'the link of a mail': () => requests.answerByLink(true),
      'the link of a mail, not needed any more': () => requests.answerByLink(false),
    },
    takeUp: {
      'the link of a mail, after a yes': () => requests.takeUp(true),
      'the link of a mail, before a yes': () => requests.takeUp(false),
    },
    introduce: { 'for its own': (actor) => requests.introduce(actor, HOUSE) },
    answerIntroduction: {
      'it is their turn': () => requests.answerIntroduction(true),
      'it is not their turn': () => requests.answerIntroduction(false),
    },
    vouch: { 'for another, not confirmed in the network': (actor) => requests.vouch(actor, HOUSE, 'another') },
    goRound: { always: requests.goRound },
  }),
  ...policy('people', people, {
    signIn: { always: people.signIn },
    keepAccount: { 'one’s own': (actor) => people.keepAccount(actor, ME) },
    seeRole: {
      'its organisation': (actor) => people.seeRole(actor, VOICE),
      'of the coordination': (actor) => people.seeRole(actor, COORDINATION),
    },
    seeHolders: {
      'its organisation': (actor) => people.seeHolders(actor, VOICE),
      'of the coordination': (actor) => people.seeHolders(actor, COORDINATION),
    },
    invite: {
      'organisation, nobody speaks': (actor) => people.invite(actor, { ...free, role: VOICE }),
      'organisation, deputy by its holder': (actor) =>
        people.invite(actor, { role: VOICE, place: 'deputy', taken: ['holder'], mine: speaking(actor, 'holder') }),
      'organisation, place taken': (actor) => people.invite(actor, { ...free, role: VOICE, taken: ['holder'] }),
      coordination: (actor) => people.invite(actor, { ...free, role: COORDINATION }),
      operator: (actor) => people.invite(actor, { ...free, role: OPERATOR }),
    },
    revokeInvitation: {
      'of its organisation, by itself': (actor) =>
        people.revokeInvitation(actor, { role: VOICE, by: 'organisation', mine: speaking(actor, 'holder') }),
      'to an organisation, by the coordination': (actor) =>
        people.revokeInvitation(actor, { role: VOICE, by: 'coordination', mine: null }),
      'to the operator': (actor) => people.revokeInvitation(actor, { role: OPERATOR, by: 'operator', mine: null }),
    },
    accept: {
      'an organisation, invited by the network': (actor) =>
        people.accept(actor, { role: VOICE, place: 'holder', by: 'coordination', mine: null }),
      'an organisation, invited by itself': (actor) =>
        people.accept(actor, { role: VOICE, place: 'deputy', by: 'organisation', mine: null }),
      'a second place in the same role': (actor) =>
        people.accept(actor, { role: VOICE, place: 'deputy', by: 'organisation', mine: 'holder' }),
      coordination: (actor) =>
        people.accept(actor, { role: COORDINATION, place: 'holder', by: 'operator', mine: null }),
    },
    endTerm: {
      'one’s own': (actor) =>
        people.endTerm(actor, {
          role: VOICE,
          place: 'deputy',
          mine: speaking(actor, 'deputy'),
          isOwn: speaksFor(actor, HOUSE),
          isAsleep: false,
        }),
      'the deputy’s in its organisation': (actor) =>
        people.endTerm(actor, {
          role: VOICE,
          place: 'deputy',
          mine: speaking(actor, 'holder'),
          isOwn: false,
          isAsleep: false,
        }),
      'the holder’s by the deputy': (actor) =>
        people.endTerm(actor, {
          role: VOICE,
          place: 'holder',
          mine: speaking(actor, 'deputy'),
          isOwn: false,
          isAsleep: false,
        }),
      'of an organisation, not here for weeks': (actor) =>
        people.endTerm(actor, { role: VOICE, place: 'holder', mine: null, isOwn: false, isAsleep: true }),
      'in the coordination': (actor) =>
        people.endTerm(actor, { role: COORDINATION, place: 'holder', mine: null, isOwn: false, isAsleep: false }),
    },
    handOver: {
      'as holder': (actor) => people.handOver(actor, { mine: speaking(actor, 'holder') }),
      'as deputy': (actor) => people.handOver(actor, { mine: speaking(actor, 'deputy') }),
    },
    confirmHandOver: {
      'to oneself': (actor) => people.confirmHandOver(actor, { to: ME }),
      'to whoever is invited': (actor) => people.confirmHandOver(actor, { to: null }),
    },
    cancelHandOver: {
      'one’s own': (actor) => people.cancelHandOver(actor, { from: ME, to: null }),
      'of others': (actor) => people.cancelHandOver(actor, { from: 'they', to: 'them' }),
    },
    admit: { always: people.admit },
    goRoleRound: { always: people.goRoleRound },
    readCode: { always: people.readCode },
  }),
  ...policy('notices', notices, {
    raise: { always: notices.raise },
    read: { always: notices.read },
    settle: {
      'of the network': (actor) => notices.settle(actor, null),
      'its own': (actor) => notices.settle(actor, HOUSE),
    },
    handOver: { always: notices.handOver },
  }),
  ...policy('protection', protection, {
    protect: { 'its own': (actor) => protection.protect(actor, HOUSE) },
    endProtection: {
      'nobody has asked': (actor) => protection.endProtection(actor, { ...ending, ask: null }),
      'asked by oneself': (actor) => protection.endProtection(actor, { ...ending, ask: { at: NOW, by: ME } }),
      'asked by a colleague': (actor) => protection.endProtection(actor, ending),
      'asked by the only speaker, a day ago': (actor) => protection.endProtection(actor, alone),
      'asked by the only speaker, just now': (actor) =>
        protection.endProtection(actor, { ...alone, ask: { at: NOW, by: COLLEAGUE } }),
    },
    look: { always: protection.look },
    readChain: { 'its own': (actor) => protection.readChain(actor, HOUSE) },
    protectAnew: { always: protection.protectAnew },
    sendAnchors: { always: protection.sendAnchors },
  }),
  ...policy('duplicates', duplicates, mergingStates(HOUSE)),
  ...policy('freshness', freshness, {
    ask: { always: freshness.ask },
    goRound: { always: freshness.goRound },
    answer: { 'an open ask': () => freshness.answer(ask), 'an answered ask': () => freshness.answer(answered) },
    undo: { 'an open ask': () => freshness.undo(ask, NOW), 'an answered ask': () => freshness.undo(answered, NOW) },
    takeUp: { 'an open ask': () => freshness.takeUp(ask), 'an answered ask': () => freshness.takeUp(answered) },
    decideShowing: { 'its own': (actor) => freshness.decideShowing(actor, HOUSE) },
    dispute: { 'the link of the mail': () => freshness.dispute(true), 'another link': () => freshness.dispute(false) },
    enterCode: { always: freshness.enterCode },
  }),
];

/** The answers to one question, in the order of `ASKERS`. */
export function answersTo({ ask: put }: Question): readonly (readonly [asker: string, isAllowed: boolean])[] {
  return Object.entries<Actor>(ASKERS).map(([asker, actor]) => [asker, put(actor) === true]);
}
