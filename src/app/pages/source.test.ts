import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { frameOf } from '../../../test/web.ts';
import type { Env } from '../../platform/http/index.ts';
import { loadWords } from '../../platform/words/index.ts';
import { SOURCE_PATH } from '../../ui/index.ts';
import type { Frames } from '../frame.ts';
import { readVersion } from '../version.ts';
import { addSourcePage } from './source.tsx';

async function read(language: string, sourceUrl: string | null): Promise<string> {
  const words = loadWords('src').in(language);
  const frame: Frames = Object.assign(
    frameOf(() => ({ words, invented: false })),
    { begun: () => Promise.resolve(null) },
  );
  const web = new Hono<Env>();
  addSourcePage(web, { frame, sourceUrl });
  return (await web.request(SOURCE_PATH)).text();
}

test.each(['de', 'de-simple', 'en', 'tr', 'ar', 'uk'])(
  'the page of the source code names version, licence and what comes from others (%s)',
  async (language) => {
    const html = await read(language, null);
    for (const named of [readVersion(), 'EUPL-1.2', 'GeoNames', 'CC BY 4.0', 'Destatis', 'Open Font License'])
      expect(html).toContain(named);
  },
);

test('the source code is one step away where the installation says where it lies, and to be asked for elsewhere', async () => {
  const url = 'https://code.example.org/geflecht';
  expect(await read('de', url)).toContain(
    `<a href="${url}" rel="noreferrer">Hier liegt der Quelltext dieser Fassung</a>`,
  );
  expect(await read('de', null)).toContain('gibt dir auf Nachfrage');
});
