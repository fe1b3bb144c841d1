import type { Page } from 'playwright-core';
import { addDays, dayOf } from '../../src/plain/time.ts';
import { thoughtOf, THOUGHTS } from './crowd.ts';
import type { Visitor } from './house.ts';
import { follow } from './pen.ts';
import { press } from './people.ts';

export const TODAY = dayOf(new Date());
export const SEEDS = THOUGHTS.filter(({ by }) => by === undefined);
export const PLAN = {
  'question.de': 'Was brauchen wir im Viertel?',
  'purpose.de': 'Was wir teilen, geht mit unseren Namen als Vereine an die Stadt.',
  'redLines.de': 'Niemand muss sich zu einem Land bekennen.',
  'question.tr': 'Mahallede neye ihtiyacımız var?',
  'purpose.tr': 'Ortak olanı dernekler olarak belediyeye iletiyoruz.',
  'redLines.tr': 'Kimse bir ülkeye bağlılığını söylemek zorunda değil.',
  'question.ar': 'ماذا نحتاج في الحي؟',
  'purpose.ar': 'ما يجمعنا نحمله كاتحادات إلى المدينة.',
  'redLines.ar': 'لا أحد ملزم بإعلان ولائه لبلد.',
  'topic1.de': 'Der Krieg',
  'topic1.tr': 'Savaş',
  'topic1.ar': 'الحرب',
  topicDay1: addDays(TODAY, 60),
};

/** Fills in the form of a new conversation, in three languages; where it stands then. */
export async function prepare(
  { page, go }: Visitor,
  entry: 'link' | 'codes',
  look?: () => Promise<void>,
): Promise<string> {
  await go('/gespraeche');
  await follow(page, '/gespraeche/neu');
  for (const language of ['tr', 'ar']) await page.locator(`[name="languages"][value="${language}"]`).check();
  for (const fold of await page.locator('main details').all()) await fold.locator('summary').click();
  for (const [name, text] of Object.entries(PLAN)) await page.locator(`[name="${name}"]`).fill(text);
  await page.locator('[name="seeds"]').fill(SEEDS.map(({ de }) => de).join('\n'));
  await page.locator(`[name="entry"][value="${entry}"]`).check();
  await page.locator('[name="isPublic"]').check();
  await look?.();
  await press(page, '/gespraeche/neu');
  return new URL(page.url()).pathname;
}

/** Somebody else says everything in the languages that are missing, one form a language. */
export async function translate({ page, go }: Visitor, path: string): Promise<void> {
  for (const language of ['de', 'tr', 'ar'] as const) {
    await go(`${path}/uebersetzung/${language}`);
    for (const field of await page.locator('main [name^="text."]').all()) {
      const written = await page.locator(`label[for="${await field.getAttribute('id')}"]`).innerText();
      await field.fill(THOUGHTS[thoughtOf(written)]?.[language] ?? '');
    }
    await press(page, `/uebersetzung/${language}`);
  }
}

/** Where the link on the sheet leads. */
export async function doorOn(page: Page): Promise<string> {
  return /\/g\/[\w-]+/.exec((await page.locator('main code').first().textContent()) ?? '')?.[0] ?? '';
}
