import { nextDeadline } from '../src/areas/commitments/index.ts';
import { answerQuestion } from '../src/areas/cooperations/answer-question.ts';
import { beginCooperation } from '../src/areas/cooperations/begin.ts';
import { COOPERATION_PARTS } from '../src/app/cooperation-parts.ts';
import { addRequestsPages, remindOfRequests, waitingFor } from '../src/areas/requests/index.ts';
import { requestWork } from '../src/app/requests.ts';
import { system, type Actor } from '../src/plain/actor.ts';
import { idFor } from '../src/plain/ids.ts';
import type { Context } from '../src/platform/context.ts';
import { createEvents } from '../src/platform/events.ts';
import { openLinks } from '../src/platform/links/index.ts';
import { SILENT } from '../src/platform/log/index.ts';
import { loadWords } from '../src/platform/words/index.ts';
import { addBarePages } from './cooperation-pages.ts';
import { openSpeaking, speaker } from './speaking.ts';

export const WERK = idFor('bildungswerk');
export const NUJIN = idFor('nujin');
export const TREFF = idFor('treff');

/** What each keeps from everybody but its partners. */
export const CLOSED = {
  werk: { id: WERK, mailbox: 'kanarie-werk@werk.example', phone: '+4955411234567' },
  nujin: { id: NUJIN, mailbox: 'kanarie-nujin@nujin.example', phone: '+493714004990' },
  treff: { id: TREFF, mailbox: 'kanarie-treff@treff.example', phone: '+4935311112223' },
} as const;

export const PEOPLE = {
  anna: speaker('anna', [WERK]),
  ben: speaker('ben', [NUJIN]),
  tina: { kind: 'account', session: 'tina', account: idFor('tina'), organisations: [TREFF], isAdmitted: true },
  fremd: speaker('fremd', [idFor('elsewhere')]),
  kora: { kind: 'coordination', session: 'kora', account: idFor('kora'), organisations: [], isAdmitted: false },
  olga: { kind: 'operator', session: 'olga', account: idFor('olga'), organisations: [], isAdmitted: false },
} as const satisfies Readonly<Record<string, Actor>>;

export const FORM = {
  to: NUJIN,
  known: 'Ihr macht dienstags ein Frauencafé auf Kurdisch und Türkisch.',
  asked: 'Wie sprechen wir mit Müttern über Gesundheit, ohne sie zu belehren?',
  'offer.money': '40 Euro für jede Stunde',
  cents: '9.600',
  title: 'Gesundheit für Mütter',
} as const;

/** What the form says, read. */
export const WORDS = {
  title: FORM.title,
  known: FORM.known,
  asked: FORM.asked,
  offered: { money: 'etwas' },
  cents: null,
  until: null,
  language: 'de',
};

/** A house in which two organisations could do something together, a third looks on, and nobody else may know. */
export async function openRequestHouse(now = '2026-11-21T10:00:00Z') {
  const house = await openSpeaking(PEOPLE, now);
  const { database, clock, listed, frame, web } = house;
  const words = loadWords('src', { strict: false });
  const work = requestWork({ words }, await openLinks(database));
  addBarePages(house, { parts: COOPERATION_PARTS, nextDeadline, waitingFor: waitingFor(work.namesOf) });
  addRequestsPages(web, { frame, ...work });
  const names = { werk: 'Bildungswerk Fuldatal', nujin: 'Frauenverein Nûjîn', treff: 'Treff am Anger' };
  for (const which of ['werk', 'nujin', 'treff'] as const) {
    const { id, mailbox, phone } = CLOSED[which];
    await house.tell(
      [{ id, kind: 'organisation' }],
      [
        listed(id, 'name', names[which]),
        listed(id, 'kind', which === 'werk' ? 'carrier' : 'association'),
        listed(id, 'description', `${names[which]} ist seit 1998 im Viertel.`, { language: 'de' }),
        listed(id, 'contactFunction', 'Geschäftsstelle'),
        listed(id, 'languages', which === 'nujin' ? ['tr', 'kmr', 'de'] : ['de']),
        listed(id, 'mailbox', mailbox, { scope: 'partner' }),
        listed(id, 'phone', phone, { scope: 'partner' }),
      ],
    );
  }
  const as = (actor: Actor): Context => ({
    db: database.as(actor),
    actor,
    clock,
    words: words.in('de'),
    events: createEvents(SILENT),
  });
  const rows = async (text: string, values: readonly unknown[] = []) => (await database.sql(text, values)).rows;
  return {
    ...house,
    work,
    as,
    rows,
    /** A cooperation of one organisation alone, the Bildungswerk, with what it can offer written down. */
    async begin(by = as(PEOPLE.anna), organisation = WERK): Promise<string> {
      const cooperation = await beginCooperation(by, { organisation, title: FORM.title });
      await answerQuestion(by, { cooperation, organisation, question: 'offer', text: 'Honorar und Saal' });
      return cooperation;
    },
    round: () => remindOfRequests(as(system('requests')), work),
    /** All mails that were written, the first one first. */
    async mails(): Promise<readonly { readonly receiver: string; readonly text: string; readonly link: string }[]> {
      const found = await rows('select receiver, content from mail order by id');
      return found.map(({ receiver, content }) => {
        const mail = content as { readonly link: string };
        return { receiver: String(receiver), text: JSON.stringify(content), link: mail.link };
      });
    },
    /** The paths of the links that were sent to an organisation, the first one first. */
    async linksOf(which: keyof typeof CLOSED): Promise<readonly string[]> {
      const all = await rows('select content from mail where receiver = $1 order by id', [CLOSED[which].mailbox]);
      return all
        .map(({ content }) => (content as { readonly link: string }).link.replace(/\?.*$/, ''))
        .filter((link) => /^\/(antwort|vorstellung)\//.test(link));
    },
  };
}

export type RequestHouse = Awaited<ReturnType<typeof openRequestHouse>>;
