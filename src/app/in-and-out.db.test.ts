import { afterAll, beforeAll, expect, test } from 'vitest';
import { FORM, NUJIN, openRequestHouse, PEOPLE, TREFF, WERK, type RequestHouse } from '../../test/request-house.ts';
import { beginAgreement } from '../areas/agreements/begin.ts';
import { findAgreementOf, findStanding } from '../areas/agreements/store.ts';
import { partnersOf } from '../areas/agreements/text.ts';
import { findPartners, insertLeaving, letIn } from '../areas/cooperations/index.ts';
import { answerByLink } from '../areas/requests/answer-request.ts';
import { goExitRound } from '../areas/reviews/index.ts';
import { STRANGER, system } from '../plain/actor.ts';
import { idFor, newId } from '../plain/ids.ts';
import { loadWords } from '../platform/words/index.ts';
import { namesOf } from './names.ts';
import { partnerVoices } from './partings.ts';

let house: RequestHouse;

beforeAll(async () => {
  house = await openRequestHouse();
  await house.tell([{ id: ELSEWHERE, kind: 'organisation' }], [house.listed(ELSEWHERE, 'name', 'Anderswo')]);
}, 120_000);
afterAll(() => house.database.close());

const ELSEWHERE = idFor('elsewhere');
const WORDS = loadWords('src', { strict: false }).in('de');

/** Long enough for another transaction to come as far as it can. */
const aMoment = () => new Promise((resolve) => void setTimeout(resolve, 400));

/** The Bildungswerk has asked Nûjîn, whose yes is not yet taken when `meanwhile` begins. */
async function askNujin() {
  const cooperation = await house.begin();
  await house.post(`/kooperationen/${cooperation}/anfragen/neu`, 'anna', FORM);
  const [link = ''] = (await house.linksOf('nujin')).slice(-1);
  const sayYes = async <Result>(meanwhile: () => Promise<Result>): Promise<Result> => {
    let other: Promise<Result> | null = null;
    const reached: RequestHouse['work']['reached'] = async (tx, id) => {
      other ??= meanwhile();
      await aMoment();
      return house.work.reached(tx, id);
    };
    await answerByLink(house.as(STRANGER), { ...house.work, reached }, link.split('/').at(-1) ?? '', {
      kind: 'gladly',
    });
    if (other === null) throw new Error('nobody came in');
    return other;
  };
  return { cooperation, sayYes };
}

const begin = (cooperation: string) =>
  beginAgreement(house.as(PEOPLE.anna), {
    cooperation,
    partner: WERK,
    languages: ['de'],
    namesOf: (db, organisations) => namesOf(db, organisations, WORDS),
    paragraphs: [],
  });

/** Who is in a cooperation, and whom its agreement names. */
const inBoth = async (cooperation: string) =>
  house.as(PEOPLE.anna).db.read(async (db) => {
    const agreement = await findAgreementOf(db, cooperation);
    const { version } = await findStanding(db, agreement ?? '');
    const partners = await findPartners(db, cooperation);
    return {
      partners: partners.map(({ organisation }) => organisation).toSorted(),
      named: partnersOf(version.text).toSorted(),
      nameless: version.text.partners.filter(({ name }) => name === ''),
    };
  });

test('one comes in while another goes: neither waits for ever, and the agreement names who is in it', async () => {
  const { cooperation, sayYes } = await askNujin();
  await house.asSystem.write(async (tx) => {
    for (const organisation of [TREFF, ELSEWHERE])
      await letIn(tx, { cooperation, organisation, phase: 'plan', since: '2026-11-20' });
    const days = { declaredOn: '2026-11-01', lastDay: '2026-11-20' };
    await insertLeaving(tx, { id: newId(house.clock.now()), cooperation, organisation: TREFF, ...days });
  });
  await begin(cooperation);
  const voices = partnerVoices({ words: loadWords('src', { strict: false }) });
  expect(await sayYes(() => goExitRound(house.as(system('partings')), voices))).toBe(1);
  const expected = [WERK, NUJIN, ELSEWHERE].toSorted();
  expect(await inBoth(cooperation)).toEqual({ partners: expected, named: expected, nameless: [] });
});

test('an agreement that is begun while somebody comes in names who has come in', async () => {
  const { cooperation, sayYes } = await askNujin();
  await sayYes(() => begin(cooperation));
  const expected = [WERK, NUJIN].toSorted();
  expect(await inBoth(cooperation)).toEqual({ partners: expected, named: expected, nameless: [] });
});
