import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readConfig } from '../src/app/config.ts';
import { openHome } from '../src/app/home.ts';
import { openSite } from '../src/app/site.ts';
import { makeEntrance } from '../src/platform/http/index.ts';
import { report, rounded } from './report.ts';

/**
 * What a public page of the invented county weighs, as a phone gets it the first time with the fonts at hand:
 * HTML and style, each packed with gzip. Scripts and addresses of other hosts in it are counted.
 */
const BENCH = 'pages';
const GOAL_KB = 60;

const folder = await mkdtemp(join(tmpdir(), 'geflecht-bench-'));
const config = readConfig({ GEFLECHT_DATA: folder });
if (!config.ok) throw new Error(config.issue);
const home = await openHome({ ...config.value, logLevel: 'error' });
const { origin } = home.config;
try {
  const { web, jobs } = await openSite(home);
  const entered = await web.request(await makeEntrance(home.database, origin, home.clock), {
    method: 'POST',
    headers: { origin },
  });
  const cookie = entered.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  await web.request(`${origin}/beginn`, {
    method: 'POST',
    headers: { origin, cookie },
    body: new URLSearchParams({ way: 'rhoenau' }),
  });
  const get = async (path: string) => (await web.request(`${origin}${path}`)).text();
  const linked = async (path: string, to: string) =>
    new RegExp(`${to}/[0-9a-f-]{36}`).exec(await get(path))?.[0] ?? path;
  const pages = {
    start: '/',
    finder: '/finden',
    'finder, one question': `/finden?q=${encodeURIComponent('Sprachcafé Sonntag Arabisch')}`,
    organisation: await linked('/finden?kind=organisation', '/organisationen'),
    offer: await linked('/finden?kind=offer', '/angebote'),
    lists: '/listen',
    list: await linked('/listen', '/listen'),
    'source code': '/source',
  };
  for (const [page, path] of Object.entries(pages)) {
    for (const lang of ['de', 'ar']) {
      const html = await get(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
      const styles = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => String(href));
      const files = await Promise.all(styles.map((href) => readFile(join(import.meta.dirname, href))));
      const packed = [Buffer.from(html), ...files].reduce((sum, file) => sum + gzipSync(file).length, 0) / 1000;
      const foreign = [...html.matchAll(/(?:src|srcset|action)="(https?:)?\/\/(?!localhost)/g)].length;
      const scripts = [...html.matchAll(/<script/g)].length;
      report({
        bench: BENCH,
        figure: `${page}, ${lang}`,
        value: rounded(packed),
        unit: 'kB gz',
        goal: `<= ${GOAL_KB}`,
        met: packed <= GOAL_KB,
      });
      report({
        bench: BENCH,
        figure: `${page}, ${lang}: scripts and foreign requests`,
        value: scripts + foreign,
        unit: 'count',
        goal: '0',
        met: scripts + foreign === 0,
      });
    }
  }
  await jobs.stop();
} finally {
  await home.close();
  await rm(folder, { recursive: true, force: true });
}
