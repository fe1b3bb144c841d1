import { afterAll, beforeAll, expect, test } from 'vitest';
import { addBarePages } from '../../../../test/cooperation-pages.ts';
import { openSpeaking, speaker, type Speaking } from '../../../../test/speaking.ts';
import { idFor } from '../../../plain/ids.ts';
import type { CooperationPart, Stage } from '../part.ts';

/** How far another area says that it has come. */
let further: Stage | null = null;
const FURTHER: CooperationPart = {
  name: 'further',
  load: () => Promise.resolve(() => ({ stage: further, open: [], links: [] })),
};
const BILDUNGSWERK = idFor('bildungswerk');
let house: Speaking;
beforeAll(async () => {
  house = await openSpeaking({ bea: speaker('bea', [BILDUNGSWERK]) }, '2026-11-21T20:00:00Z');
  await house.tell([{ id: BILDUNGSWERK, kind: 'organisation' }], []);
  addBarePages(house, { parts: [FURTHER] });
}, 120_000);
afterAll(() => house.database.close());

test('once something is in force nobody asks any more whether the concept is finished', async () => {
  const begun = await house.post('/zusammenarbeit/neu', 'bea', { title: 'Gesundheit für Mütter', concept: 'open' });
  const [, id = ''] = /kooperationen\/([^/]+)/.exec(begun.location) ?? [];
  const shown = async () => (await house.get(`/kooperationen/${id}`, 'bea')).text;
  expect(await shown()).toMatch(/Ist das Konzept fertig\?[^]*können mitbestimmen/);
  further = 'running';
  expect(await shown()).not.toMatch(/Konzept|können mitbestimmen/);
});
