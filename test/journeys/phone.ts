import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Answer } from '../../src/engines/opinion/index.ts';
import { NAMES, opinion, thoughtOf, type Remembered } from './crowd.ts';
import type { Visitor } from './house.ts';

/** Which statement is asked about. */
export const shown = async (page: Page) => thoughtOf((await page.locator('[data-text]').textContent()) ?? '');

/** Answers what is shown as the person thinks, in the way that is given; what was said is remembered. */
export async function answerBy(
  { page }: Visitor,
  person: number,
  remembered: Remembered,
  way: (page: Page, answer: Answer) => Promise<void>,
): Promise<void> {
  const thought = await shown(page);
  const answer = opinion(person, thought);
  const text = (await page.locator('[data-text]').textContent()) ?? '';
  await way(page, answer);
  const said = remembered.get(person) ?? new Map<number, Answer>();
  remembered.set(person, said.set(thought, answer));
  const now = page.locator('[data-text]');
  await expect.poll(async () => (await now.isVisible()) && (await now.textContent()) === text).toBe(false);
}

export const click = (page: Page, answer: Answer) =>
  page.locator(`[name="answer"][value="${NAMES[`${answer}`]}"]`).click();
export const key = async (page: Page, answer: Answer) => {
  await page.locator('[name="answer"]').first().focus();
  await page.keyboard.press({ '1': '1', '-1': '2', '0': '3' }[`${answer}`]);
};
/** With a finger, in the direction in which the page is read for yes. */
export const swipe = async (page: Page, answer: Answer) => {
  if (answer === 0) return click(page, answer);
  const isRightToLeft = (await page.evaluate('document.dir')) === 'rtl';
  const step = (answer === 1) === isRightToLeft ? -20 : 20;
  const box = await page.locator('[data-text]').boundingBox();
  const at = { x: 180, y: (box?.y ?? 0) + 20 };
  const finger = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y: at.y }] });
  await send('touchStart', at.x);
  for (let move = 1; move <= 7; move += 1) await send('touchMove', at.x + move * step);
  await send('touchEnd', 0);
  await finger.detach();
};

/** Takes the network away once the server has every answer that was given before. */
export async function goOffline({ page, context }: Visitor): Promise<void> {
  await expect.poll(() => page.locator('p[data-waiting]').innerText()).toBe('');
  await context.setOffline(true);
}

/** From the end back to what was answered last. */
export async function goBackToLast(page: Page, said: ReadonlyMap<number, Answer> = new Map()): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.getByRole('link', { name: 'Antwort davor ändern' }).click()]);
  expect(await shown(page)).toBe([...said.keys()].at(-1));
}
