import { setTimeout as wait } from 'node:timers/promises';
import type { Speaker, World } from './load-world.ts';

/** What came of it. */
export interface Reading {
  readonly milliseconds: number[];
  readonly errors: string[];
}

export interface Writing {
  /** Acknowledged words by organisation, the last one last. */
  readonly kept: Map<string, string[]>;
  readonly milliseconds: number[];
  readonly errors: string[];
}

const SEARCHES = ['Sprachcafé Sonntag Arabisch', 'Beratung', 'sprachkafe', 'Wohnen Dari', 'Nähen', 'kinder montag'];

/** Pages as people ask for them: a search, what it leads to, now and then the start. */
export function pathsOf(world: World): () => string {
  let turn = 0;
  const at = <Thing>(things: readonly Thing[], place: number): Thing | string => things[place % things.length] ?? '';
  return () => {
    turn += 1;
    switch (turn % 8) {
      case 0:
        return '/';
      case 1:
      case 4:
        return `/finden?q=${encodeURIComponent(String(at(SEARCHES, turn >> 2)))}`;
      case 2:
        return `/finden?kind=offer&language=ar&page=${1 + (turn % 3)}`;
      case 3:
      case 6:
        return `/angebote/${String(at(world.offers, turn))}`;
      default:
        return `/organisationen/${String(at(world.organisations, turn))}`;
    }
  };
}

/** One person who reads a page, thinks, and reads the next, until the time is over. */
export async function readPages(
  origin: string,
  nextPath: () => string,
  { until, pauseMs }: { readonly until: number; readonly pauseMs: number },
  into: Reading,
): Promise<void> {
  await wait(Math.random() * pauseMs);
  while (performance.now() < until) {
    await readOne(origin, nextPath(), into);
    // Exponential pauses: people do not ask in step.
    await wait(-Math.log(1 - Math.random()) * pauseMs);
  }
}

export async function readOne(origin: string, path: string, into: Reading): Promise<void> {
  const from = performance.now();
  try {
    const answer = await fetch(`${origin}${path}`, { headers: { 'accept-language': 'de' } });
    await answer.text();
    if (answer.status === 200) into.milliseconds.push(performance.now() - from);
    else into.errors.push(`${answer.status} ${path}`);
  } catch (error) {
    into.errors.push(`${String(error)} ${path}`);
  }
}

/** One organisation that writes about itself, by the form as it stands there, until the time is over. */
export async function writeWords(
  origin: string,
  speaker: Speaker,
  { until, pauseMs }: { readonly until: number; readonly pauseMs: number },
  into: Writing,
): Promise<void> {
  const kept: string[] = [];
  into.kept.set(speaker.organisation, kept);
  await wait(Math.random() * pauseMs);
  for (let turn = 1; performance.now() < until; turn += 1) {
    const word = `Wir treffen uns, Fassung ${turn}`;
    const from = performance.now();
    const trouble = await writeOne(origin, speaker, word);
    if (trouble === null) {
      kept.push(word);
      into.milliseconds.push(performance.now() - from);
    } else into.errors.push(trouble);
    await wait(-Math.log(1 - Math.random()) * pauseMs);
  }
}

/** Null when the house has said that it is kept. */
async function writeOne(origin: string, { organisation, cookie }: Speaker, word: string): Promise<string | null> {
  const path = `/organisationen/${organisation}/bearbeiten/was`;
  const headers = { cookie, origin, 'accept-language': 'de' };
  try {
    const form = await fetch(`${origin}${path}`, { headers });
    const html = await form.text();
    if (form.status !== 200) return `${form.status} ${path}`;
    const fields = fieldsIn(html);
    const name = [...fields.keys()].find((key) => key.startsWith('f.topics'));
    if (name === undefined) return `no field for topics at ${path}`;
    fields.set(name, word);
    const answer = await fetch(`${origin}${path}`, { method: 'POST', headers, body: fields, redirect: 'manual' });
    await answer.text();
    return answer.status === 303 ? null : `${answer.status} ${path}`;
  } catch (error) {
    return `${String(error)} ${path}`;
  }
}

/** What a browser would send of the form as it stands there. */
function fieldsIn(html: string): URLSearchParams {
  const fields = new URLSearchParams();
  const form = /<form[^>]*method="post"[^>]*action="[^"]*bearbeiten[^"]*"[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
  const decoded = (text: string) =>
    text
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
  for (const [, attributes = ''] of form.matchAll(/<input([^>]*)>/g)) {
    const of = (name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1];
    const isTicked = /type="(checkbox|radio)"/.test(attributes);
    const name = of('name');
    if (name !== undefined && (!isTicked || /\schecked/.test(attributes)))
      fields.append(name, decoded(of('value') ?? ''));
  }
  for (const [, name = '', text = ''] of form.matchAll(/<textarea[^>]*\sname="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g))
    fields.append(name, decoded(text));
  for (const [, name = '', options = ''] of form.matchAll(/<select[^>]*\sname="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)) {
    const chosen =
      /<option[^>]*\svalue="([^"]*)"[^>]*\sselected/.exec(options) ?? /<option[^>]*\svalue="([^"]*)"/.exec(options);
    fields.append(name, decoded(chosen?.[1] ?? ''));
  }
  return fields;
}
