import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  ANNA,
  EVE,
  EVENING,
  NUJIN,
  openProtectedHouse,
  OTHER,
  type ProtectedHouse,
} from '../../../test/protected-house.ts';
import { STRANGER, system } from '../../plain/actor.ts';
import { findNotes, verifyChain } from '../../platform/chain/index.ts';
import { loadWords } from '../../platform/words/index.ts';
import { chooseAnchor, sendAnchors } from './chain-anchor.ts';
import { protect } from './protect.ts';

let house: ProtectedHouse;

beforeAll(async () => {
  house = await openProtectedHouse();
  await house.tell([], [house.listed(NUJIN, 'languages', ['de', 'kmr', 'tr'])]);
}, 120_000);
afterAll(() => house.database.close());

const send = (at: string) => sendAnchors(house.as(system('anchors'), at));

async function mails() {
  const { rows } = await house.database.sql(`select receiver, language, content from mail order by written_at, id`);
  const words = loadWords('src');
  return rows.map(({ receiver, language, content }) => {
    const { paragraphs, link } = content as {
      paragraphs: { key: string; values: Record<string, string> }[];
      link: string;
    };
    const text = paragraphs.map((told) => words.in(String(language)).tell(told)).join('\n');
    return { receiver, language, link, text, head: /[0-9a-f]{64}/.exec(text)?.[0] ?? '' };
  });
}

const notes = () => house.asSystem.read((db) => findNotes(db, NUJIN));

test('whoever wants it gets the head of its chain every week, in its own language, and finds it there again', async () => {
  expect(await send(EVENING)).toBe(0);
  await chooseAnchor(house.as(ANNA), { organisation: NUJIN, wants: true });
  // Without a mailbox there is nobody to send it to.
  await chooseAnchor(house.as(EVE), { organisation: OTHER, wants: true });
  expect([await send(EVENING), await send('2026-11-27T21:40:00Z')]).toEqual([1, 0]);
  const [mail] = await mails();
  expect(mail).toMatchObject({
    receiver: 'kontakt@nujin.example',
    language: 'tr',
    link: `/organisationen/${NUJIN}/protokoll`,
  });
  const german = loadWords('src').in('de').say('protection.chain.mail.text', { count: 1 });
  expect(mail?.text).not.toContain(german);
  expect(mail?.text).not.toMatch(/Nûjîn|Leinensteig/);

  // A week later also while it is protected, and its mailbox is nobody else's business.
  await protect(house.as(ANNA), NUJIN);
  expect(await send('2026-11-28T21:40:00Z')).toBe(1);
  const [first, second] = (await mails()).map(({ head }) => head);
  expect(first).not.toBe(second);
  for (const head of [first, second]) expect(verifyChain(NUJIN, await notes(), head).kind).toBe('intact');
  expect(verifyChain(NUJIN, (await notes()).slice(0, -1), second).kind).toBe('head missing');

  await chooseAnchor(house.as(ANNA), { organisation: NUJIN, wants: false });
  expect(await send('2026-12-31T21:40:00Z')).toBe(0);
});

test('nobody but the program sends them, and nobody but the organisation orders them', async () => {
  for (const actor of [STRANGER, ANNA, EVE]) await expect(sendAnchors(house.as(actor))).rejects.toThrow();
  for (const actor of [STRANGER, EVE])
    await expect(chooseAnchor(house.as(actor), { organisation: NUJIN, wants: true })).rejects.toThrow();
});
