import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { frameOf } from '../../../test/web.ts';
import { fixedClock } from '../../platform/clock.ts';
import type { Env } from '../../platform/http/index.ts';
import { loadWords } from '../../platform/words/index.ts';
import type { Frames } from '../frame.ts';
import { addExamplePages } from './examples.tsx';
import { examples } from '../demo-files.ts';

test('the county is invented once a day, however often its lists are asked for', async () => {
  const words = loadWords('src').in('de');
  const frame: Frames = Object.assign(
    frameOf(() => ({ words })),
    { begun: () => Promise.resolve({ site: 'Rhönau', invented: true }) },
  );
  const clock = fixedClock('2026-11-21T09:00:00Z');
  const days: string[] = [];
  const web = new Hono<Env>();
  addExamplePages(web, { frame, clock, invent: (day) => (days.push(day), examples(day)) });
  const texts: string[] = [];
  for (const path of ['/beispiele', '/beispiele/vereine.csv', '/beispiele/vereine.csv'])
    texts.push(await (await web.request(path)).text());
  expect(texts[2]).toBe(texts[1]);
  expect(days).toEqual(['2026-11-21']);
  clock.turn('2026-11-22T09:00:00Z');
  await web.request('/beispiele');
  expect(days).toEqual(['2026-11-21', '2026-11-22']);
});
