import type { KyselyPlugin } from 'kysely';
import { NEIGHBOURS } from '../src/app/neighbours.ts';
import { addProtectionPages } from '../src/app/protection.ts';
import { REGISTER } from '../src/app/register.ts';
import { addFindingPages, openFinder } from '../src/areas/finding/index.ts';
import { addNetworkPages } from '../src/areas/networks/index.ts';
import { openGazetteer } from '../src/areas/places/index.ts';
import type { ProtectContext } from '../src/areas/protection/index.ts';
import type { Actor } from '../src/plain/actor.ts';
import { idFor } from '../src/plain/ids.ts';
import { fixedClock } from '../src/platform/clock.ts';
import type { Context } from '../src/platform/context.ts';
import { createEvents } from '../src/platform/events.ts';
import { SILENT } from '../src/platform/log/index.ts';
import { loadWords } from '../src/platform/words/index.ts';
import { openSpeaking, speaker } from './speaking.ts';
import { frameOf } from './web.ts';

export const NUJIN = idFor('nujin');
export const OTHER = idFor('other');
export const CAFE = idFor('cafe');
const STAFF = { session: 's', organisations: [], isAdmitted: false };
export const ANNA = speaker('anna', [NUJIN]);
export const BEN = speaker('ben', [NUJIN]);
export const CARLA: Actor = { kind: 'coordination', ...STAFF, account: idFor('carla') };
export const OTTO: Actor = { kind: 'operator', ...STAFF, account: idFor('otto') };
export const EVE: Actor = { ...speaker('eve', [OTHER]), isAdmitted: true } as Actor;
const PEOPLE: Readonly<Record<string, Actor>> = { anna: ANNA, ben: BEN, carla: CARLA, otto: OTTO, eve: EVE };
export const SECRET = /Leinensteig|Gartenweg|\+49|0371|Geheimviertel|kontakt@nujin|Hinterhof/;

export const EVENING = '2026-11-21T21:40:00Z';

export type ProtectedHouse = Awaited<ReturnType<typeof openProtectedHouse>>;

/** A house with one organisation that has a holder, a deputy, an offer, and much that can be hidden. */
export async function openProtectedHouse() {
  const house = await openSpeaking(PEOPLE, EVENING);
  const frame = frameOf(() => ({ signedIn: true }));
  addProtectionPages(house.web, frame);
  addNetworkPages(house.web, { frame, ...NEIGHBOURS });
  addFindingPages(house.web, { frame, finder: openFinder(openGazetteer()) });
  const { listed } = house;
  await house.tell(
    [
      { id: NUJIN, kind: 'organisation' },
      { id: OTHER, kind: 'organisation' },
      { id: CAFE, kind: 'offer' },
    ],
    [
      listed(NUJIN, 'name', 'Frauenverein Nûjîn e. V.'),
      listed(NUJIN, 'shortName', 'Nûjîn'),
      listed(NUJIN, 'fieldsOfAction', ['health']),
      listed(NUJIN, 'district', 'Geheimviertel'),
      listed(NUJIN, 'phone', '+493711234567'),
      listed(NUJIN, 'description', 'Klingeln im Hinterhof', { language: 'de' }),
      listed(NUJIN, 'mailbox', 'kontakt@nujin.example'),
      listed(NUJIN, 'street', 'Leinensteig 4', { scope: 'partner' }),
      listed(OTHER, 'name', 'Treff'),
      listed(OTHER, 'phone', '+493719999999'),
      listed(CAFE, 'name', 'Frauencafé'),
      listed(CAFE, 'carrier', 'Frauenverein Nûjîn e. V.'),
      listed(CAFE, 'district', 'Geheimviertel'),
      listed(CAFE, 'phone', '+493711234567'),
    ],
  );
  await house.asSystem.write(async (tx) => {
    for (const [name, place] of [
      ['anna', 'holder'],
      ['ben', 'deputy'],
    ] as const) {
      await tx
        .insertInto('role')
        .values({ id: idFor('role'), kind: 'organisation', organisation: NUJIN, vacant_since: null })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      await tx
        .insertInto('role_term')
        .values({
          id: idFor(`term-${name}`),
          role: idFor('role'),
          place,
          account: idFor(name),
          from_day: '2026-01-01',
          until_day: null,
          ended_on: null,
        })
        .execute();
    }
  });
  const words = loadWords('src', { strict: false }).in('de');
  const as = (actor: Actor, now = EVENING): ProtectContext => ({
    db: house.database.as(actor),
    actor,
    clock: fixedClock(now),
    words,
    events: createEvents(SILENT),
    register: REGISTER,
  });
  /** All pages about the organisation and its offer, as somebody is shown them. */
  const seen = async (who: string | null): Promise<string> => {
    const texts: string[] = [];
    for (const path of [`/organisationen/${NUJIN}`, `/angebote/${CAFE}`])
      for (const part of ['', '.json', '?stand=2026-06-01']) texts.push((await house.get(`${path}${part}`, who)).text);
    return texts.join('\n');
  };
  return { ...house, as, seen };
}

/** A database whose nth statement of a writing fails, as if the machine broke there. */
export function failingAt(db: Context['db'], nth: number): Context['db'] {
  return {
    read: (work) => db.read(work),
    write: (work) =>
      db.write((tx) => {
        let count = 0;
        const plugin: KyselyPlugin = {
          transformQuery: ({ node }) => {
            count += 1;
            if (count === nth) throw new Error('fault');
            return node;
          },
          transformResult: ({ result }) => Promise.resolve(result),
        };
        return work(tx.withPlugin(plugin));
      }),
  };
}
