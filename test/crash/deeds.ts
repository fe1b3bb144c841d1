import { appoint } from '../../src/areas/people/index.ts';
import { dayOf } from '../../src/plain/time.ts';
import { findNotes, verifyChain } from '../../src/platform/chain/index.ts';
import { seenIn } from '../seen.ts';
import { ask, get, post, type Deeds, type House } from './deed.ts';
import { CAFE, NUJIN, SECRET, type Person } from './deed-world.ts';
import { voting } from './voting.ts';

export type Kind = 'confirm' | 'handOver' | 'protect' | 'speak' | 'vote';

export function deedsOf(kind: Kind, house: House): Deeds {
  return { confirm: confirming, handOver: handingOver, protect: protecting, speak: speaking, vote: voting }[kind](
    house,
  );
}

const HERE = `/organisationen/${NUJIN}`;
const nothing = () => Promise.resolve();

function confirming(house: House): Deeds {
  return {
    async count() {
      const { rows } = await house.home.database.sql(
        `select count(*)::integer as count from confirmation_ask where state = 'answered'`,
      );
      return Number(rows[0]?.['count']);
    },
    settle: nothing,
    next: (number) => ({
      name: 'confirm',
      async work() {
        const path = `/bestaetigen/${house.world.tokens[number]}`;
        const shown = await ask(house, path, null, {});
        await post(house, path, null, { seen: seenIn(await shown.text()) });
      },
    }),
    async found() {
      const { rows } = await house.home.database.sql(
        `select a.subject, a.state, a.undo is not null as undo,
          (select count(*) from claim c where c.subject = a.subject and c.confirmed_at is null)::integer as open,
          (select count(*) from claim c where c.subject = a.subject and c.confirmed_at is not null)::integer as confirmed,
          (select count(*) from chain_note n where n.chain = a.subject and n.act = 'entry.confirmed')::integer as notes
         from confirmation_ask a`,
      );
      const shapes = rows.map(({ state, undo, open, confirmed, notes }) =>
        [state, undo, open, confirmed, notes].join(),
      );
      const whole = ['open,false,3,0,0', 'answered,true,0,3,1'];
      return {
        number: shapes.filter((shape) => shape === whole[1]).length,
        problems: shapes.filter((shape) => !whole.includes(shape)),
      };
    },
  };
}

function handingOver(house: House): Deeds {
  const { home, world } = house;
  const other = { anna: 'ben', ben: 'anna' } as const;
  const holderAfter = (number: number): Person => ((number >> 1) % 2 === 0 ? 'anna' : 'ben');
  const path = `${HERE}/rollen/uebergabe`;
  const terms = async () => {
    const { rows } = await home.database.sql(
      `select place, account from role_term where ended_on is null and account is not null order by place`,
    );
    return rows.map(({ place, account }) => `${String(place)} ${account === world.accounts.anna ? 'anna' : 'ben'}`);
  };
  const count = () => countNotes(house, ['role.handOverAsked', 'role.handedOver']);
  return {
    count,
    async settle() {
      const [first, second] = await terms();
      if (second !== undefined || first === undefined) return;
      const account = world.accounts[first === 'holder anna' ? 'ben' : 'anna'];
      const now = home.clock.now();
      await home
        .as('test')
        .db.write((tx) =>
          appoint(
            tx,
            { kind: 'organisation', organisation: NUJIN, place: 'deputy', account, from: dayOf(now), until: null },
            now,
          ),
        );
    },
    next(number) {
      const holder = holderAfter(number);
      return number % 2 === 0
        ? { name: 'plan', work: () => post(house, path, holder, { day: dayOf(home.clock.now()), to: 'deputy' }) }
        : { name: 'take', work: () => post(house, `${path}/zusage`, other[holder]) };
    },
    async found() {
      const number = await count();
      const standing = await terms();
      const problems = await chainProblems(house);
      const holder = holderAfter(number);
      const expected = `holder ${holder}`;
      if (standing.find((term) => term.startsWith('holder')) !== expected)
        problems.push(`not ${expected}: ${standing.join()}`);
      if (number % 2 === 1 && !standing.includes(`deputy ${other[holder]}`))
        problems.push(`no deputy: ${standing.join()}`);
      const { rows } = await home.database.sql(
        `select (select count(*) from hand_over)::integer as plans,
          (select count(*) from role where vacant_since is not null)::integer as vacant`,
      );
      if (rows[0]?.['plans'] !== number % 2) problems.push(`${String(rows[0]?.['plans'])} plans after ${number} deeds`);
      if (rows[0]?.['vacant'] !== 0) problems.push('vacant');
      return { number, problems };
    },
  };
}

function protecting(house: House): Deeds {
  const path = `${HERE}/schutz`;
  const steps = [
    { name: 'protect', work: () => post(house, path, 'anna', {}) },
    { name: 'askToEnd', work: () => post(house, path, 'anna', { what: 'ask' }) },
    { name: 'end', work: () => post(house, path, 'ben', { what: 'end' }) },
  ] as const;
  const count = () => countNotes(house, ['protection.begun', 'protection.endAsked', 'protection.ended']);
  return {
    count,
    settle: nothing,
    next: (number) => steps[number % 3] ?? steps[0],
    async found() {
      const number = await count();
      const isOn = number % 3 !== 0;
      const problems = await chainProblems(house);
      const pages = await publicPages(house);
      if (isOn === SECRET.test(pages)) problems.push(`${isOn ? 'shown' : 'hidden'}: ${SECRET.exec(pages)?.[0] ?? ''}`);
      if (!pages.includes('Frauenverein')) problems.push('no name');
      const { rows } = await house.home.database.sql(
        `select (select count(*) from subject where protected_at is not null and hidden_fields is not null)::integer as subjects,
          (select count(*) from protected_name)::integer > 0 as names,
          (select count(*) from protection_term where ended_on is null)::integer as terms,
          (select count(*) from protection_term where asked_at is not null)::integer as asks`,
      );
      const shape = Object.values(rows[0] ?? {}).join();
      const whole = isOn ? `2,true,1,${number % 3 === 2 ? 1 : 0}` : '0,false,0,0';
      if (shape !== whole) problems.push(`${shape} instead of ${whole}`);
      return { number, problems };
    },
  };
}

function speaking(house: House): Deeds {
  const path = `${HERE}/bearbeiten/was`;
  const count = () => countNotes(house, ['word.said']);
  return {
    count,
    settle: nothing,
    next: (number) => ({
      name: 'speak',
      async work() {
        const base = /name="base" value="([^"]*)"/.exec(await get(house, path, 'anna'))?.[1] ?? '';
        await post(house, path, 'anna', { base, 'f.topics': `Fassung-${number + 1}-Ende`, 's.topics': 'public' });
      },
    }),
    async found() {
      const { rows } = await house.home.database.sql(
        `select c.value #>> '{}' as word, c.retracted_at is null as holds from claim c join source s on s.id = c.source
         where c.subject = $1 and s.kind = 'own' and c.field = 'topics' order by c.id`,
        [NUJIN],
      );
      const number = rows.length;
      const problems = await chainProblems(house);
      const wrong = rows.filter(
        ({ word, holds }, place) =>
          !String(word).includes(`Fassung-${place + 1}-Ende`) || holds !== (place + 1 === number),
      );
      if (wrong.length > 0) problems.push(`words: ${JSON.stringify(wrong)}`);
      const notes = await count();
      if (notes !== number) problems.push(`${notes} notes of ${number} words`);
      const shown = /Fassung-(\d+)-Ende/.exec(await get(house, HERE, null))?.[1] ?? '0';
      if (shown !== String(number)) problems.push(`word ${shown} is shown, not ${number}`);
      return { number, problems };
    },
  };
}

/** All that a stranger is shown of the organisation and its offer, on pages and below them. */
async function publicPages(house: House): Promise<string> {
  const paths = [HERE, `/angebote/${CAFE}`].flatMap((path) =>
    ['', '.json', '?stand=2026-06-01'].map((end) => path + end),
  );
  const texts: string[] = [];
  for (const path of [...paths, '/finden?q=Frauen']) texts.push(await get(house, path, null));
  const { rows } = await house.home.database.sql(
    `select facts::text as facts from finding_entry where scope = 'public' and subject in ($1, $2)`,
    [NUJIN, CAFE],
  );
  return [...texts, ...rows.map(({ facts }) => String(facts))].join('\n');
}

async function countNotes({ home }: House, acts: readonly string[]): Promise<number> {
  const { rows } = await home.database.sql(
    'select count(*)::integer as count from chain_note where chain = $1 and act = any($2)',
    [NUJIN, acts],
  );
  return Number(rows[0]?.['count']);
}

async function chainProblems({ home }: House): Promise<string[]> {
  const notes = await home.as('test').db.read((db) => findNotes(db, NUJIN));
  const state = verifyChain(NUJIN, notes);
  return state.kind === 'intact' ? [] : [`the chain is ${state.kind}`];
}
