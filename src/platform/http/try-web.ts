import type { Hono } from 'hono';
import { saying } from '../../plain/words.ts';
import type { Clock } from '../clock.ts';
import { ConflictError, NotAllowedError, NotFoundError } from '../errors.ts';
import { createEvents } from '../events.ts';
import type { Log } from '../log/index.ts';
import { loadWords } from '../words/index.ts';
import { addEntrance, context, createWeb, leaveNotice, readForm, type Env, type WebDatabase } from './index.ts';

/** A small web to try the platform with, used by the tests beside. */
export const ORIGIN = 'https://netz.example.org';
export const WORDS = loadWords(`${import.meta.dirname}/..`);

interface Parts {
  readonly database: WebDatabase;
  readonly log: Log;
  readonly clock: Clock;
  readonly origin: string;
}

export function tryWeb({ database, log, clock, origin }: Parts): Hono<Env> {
  const made = createWeb({
    database,
    words: WORDS,
    clock,
    events: createEvents(log),
    log,
    origin,
    bare: ['/assets/'],
    renderTrouble: (trouble, c) =>
      `${trouble.kind} ${c.var.words.language} ${'request' in trouble ? trouble.request : ''}`,
  });
  addEntrance(made, { database, clock, origin, renderEntrance: (_c, action) => action ?? 'spent' });
  made.get('/who', (c) => c.text(`${c.var.actor.kind} ${c.var.words.language} ${c.var.notice?.key ?? '-'}`));
  made.get('/things/:id', (c) => {
    const id = c.req.param('id');
    if (id === 'hidden') throw new NotFoundError();
    if (id === 'closed') throw new NotAllowedError(saying('platform.toStart'));
    if (id === 'taken') throw new ConflictError(saying('platform.toStart'));
    if (id === 'writes') return c.text(context(c).words.language);
    throw new Error(`broken for anna@example.org`);
  });
  made.post('/things', async (c) => {
    const form = await readForm(c);
    leaveNotice(c, saying('platform.entrance.welcome'));
    return c.json({ form, writes: 'write' in context(c).db });
  });
  made.get('/assets/x.css', (c) => c.text('css'));
  return made;
}
