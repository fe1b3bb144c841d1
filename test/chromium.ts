import chromium, { inflate, setupLambdaEnvironment } from '@sparticuz/chromium';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium as playwright } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { withLock } from '../scripts/lock.mjs';

/** With these, the second page of a browser never opens. */
const LEFT_OUT = new Set(['--single-process', '--no-zygote']);

/** These would hide what a real browser refuses: foreign scripts, mixed content. */
const TOO_LAX = new Set(['--disable-web-security', '--allow-running-insecure-content']);

/** Pages are drawn by the processor either way; with these, as if by a graphics card, which takes it twice as long. */
const AS_CARD = new Set(['--ignore-gpu-blocklist', '--use-gl=angle', '--use-angle=swiftshader']);

const cache = join(import.meta.dirname, '..', '.cache');

/**
 * No graphics card, and none imitated either: to imitate one, a thread of Chromium changes the environment while others
 * read it, and now and then it crashes at its start.
 */
const WITHOUT_CARD = ['--disable-gpu', '--disable-software-rasterizer'];

/** A real Chromium: the one of the installed package, or the one at `CHROMIUM_PATH`. */
export async function launchChromium(): Promise<Browser> {
  const own = process.env['CHROMIUM_PATH'];
  if (own !== undefined && own !== '') {
    return playwright.launch({ executablePath: own, args: ['--no-sandbox'] });
  }
  const executablePath = await withLock(join(cache, 'chromium.lock'), unpack);
  const args = chromium.args.filter((flag) => !LEFT_OUT.has(flag) && !TOO_LAX.has(flag) && !AS_CARD.has(flag));
  return playwright.launch({ executablePath, args: [...args, ...WITHOUT_CARD] });
}

/** Unpacks once, beside the project: in /tmp it could belong to another user, or be cut off. */
async function unpack(): Promise<string> {
  const folder = join(cache, 'chromium');
  if (!existsSync(folder)) {
    const fresh = `${folder}.new`;
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh, { recursive: true });
    await within(fresh, () => chromium.executablePath());
    await bringLibraries(fresh);
    renameSync(fresh, folder);
  }
  const libraries = join(folder, 'al2023', 'lib');
  if (existsSync(libraries)) setupLambdaEnvironment(libraries);
  return join(folder, 'chromium');
}

/** Where the system lacks libraries that Chromium needs, those in the package are used. */
async function bringLibraries(folder: string): Promise<void> {
  const needed = execFileSync('ldd', [join(folder, 'chromium')], { encoding: 'utf8' });
  if (!needed.includes('not found')) return;
  const packed = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..', 'bin', 'al2023.tar.br');
  await within(folder, () => inflate(packed));
}

/** The package unpacks into the folder for temporary files. */
async function within<Outcome>(folder: string, work: () => Promise<Outcome>): Promise<Outcome> {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}
