import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { freePort } from '../free-port.ts';

const root = join(import.meta.dirname, '..', '..');

/** The built product as a process of its own, started by the words of `npm start`. */
export interface House {
  readonly origin: string;
  /** The one-time link of the terminal; null when somebody was in already. */
  readonly entrance: string | null;
  readonly folder: string;
  /** Everything the process has said on stderr. */
  readonly said: () => string;
  /** Asks it to end, as an operator does (SIGTERM). Once only: a second signal would end it at once. */
  leave(): void;
  /** Asks it to end and waits; answers its exit code. */
  readonly stop: () => Promise<number | null>;
}

/** Starts on a fresh data folder, or on the one of an earlier house. */
export async function startHouse(folder = mkdtempSync(join(tmpdir(), 'geflecht-'))): Promise<House> {
  const child = spawn(process.execPath, [...startFlags(), join(root, 'scripts', 'run.ts'), 'start'], {
    cwd: root,
    env: { ...process.env, PORT: String(await freePort()), GEFLECHT_DATA: folder, ORIGIN: '', DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const origin = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      const found = /http:\/\/localhost:\d+/.exec(out);
      if (found !== null) resolve(found[0]);
    });
    child.once('exit', (code) => reject(new Error(`the house ended with ${code}:\n${out}${said}`)));
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let isLeaving = false;
  const leave = () => {
    if (!isLeaving) child.kill('SIGTERM');
    isLeaving = true;
  };
  return {
    origin,
    entrance: /http:\/\/\S+\/eintritt\/\S+/.exec(said)?.[0] ?? null,
    folder,
    said: () => said,
    leave,
    stop: () => {
      leave();
      return ended;
    },
  };
}

/** The flags that package.json gives to Node. */
function startFlags(): string[] {
  const { scripts }: { scripts: { start: string } } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return scripts.start.split(' ').filter((part) => part.startsWith('--'));
}

export async function closeHouse(house: House | undefined): Promise<void> {
  if (house === undefined) return;
  await house.stop();
  rmSync(house.folder, { recursive: true, force: true });
}

/** A visitor with a language, a size of screen, and JavaScript or not. Foreign requests and problems are written down. */
export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly foreign: string[];
  /** Refusals of the content security policy and errors of scripts. */
  readonly complaints: string[];
  readonly scripts: string[];
  readonly go: (path: string) => Promise<number>;
}

export interface Visiting {
  readonly lang?: string;
  readonly script?: boolean;
  readonly phone?: boolean;
  readonly dark?: boolean;
}

export async function visit(browser: Browser, { origin }: House, wish: Visiting = {}): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: wish.phone === true ? { width: 360, height: 740 } : { width: 1280, height: 900 },
    javaScriptEnabled: wish.script === true,
    colorScheme: wish.dark === true ? 'dark' : 'light',
    locale: wish.lang ?? 'de',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const [foreign, complaints, scripts]: string[][] = [[], [], []];
  page.on('request', (request) => {
    const { protocol, origin: from } = new URL(request.url());
    if (protocol !== 'data:' && from !== origin) foreign?.push(request.url());
    if (request.resourceType() === 'script') scripts?.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints?.push(message.text());
  });
  page.on('pageerror', (error) => complaints?.push(String(error)));
  return {
    context,
    page,
    foreign: foreign ?? [],
    complaints: complaints ?? [],
    scripts: scripts ?? [],
    go: async (path) => {
      const url = new URL(path, origin);
      if (wish.lang !== undefined) url.searchParams.set('lang', wish.lang);
      const answer = await page.goto(url.href);
      return answer?.status() ?? 0;
    },
  };
}

/** Enters by the link of the terminal: one look, one button. */
export async function enter(page: Page, house: House): Promise<void> {
  if (house.entrance === null) throw new Error('no entrance was printed');
  await page.goto(house.entrance);
  await Promise.all([page.waitForURL(`${house.origin}/**`), page.locator('main form button').first().click()]);
}
