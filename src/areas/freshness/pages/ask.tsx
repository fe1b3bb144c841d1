import type { Hono } from 'hono';
import { context, leaveNotice, readForm, type Env, type Request } from '../../../platform/http/index.ts';
import { dayOf } from '../../../plain/time.ts';
import { saying, type Saying } from '../../../plain/words.ts';
import { ErrorSummary, BackLink, Page, PageTitle, type Frame } from '../../../ui/index.ts';
import { findLastWords, type LastWord } from '../../claims/index.ts';
import { ask } from '../ask.ts';
import type { Ask } from '../confirmation-ask.ts';
import { languageOf, type Entry } from '../entry.ts';
import { demand, keepersOnly, may } from '../may.ts';
import { printLetter } from '../print-letter.ts';
import { seekVoice } from '../seek-voice.ts';
import { confirmByPerson, settleByPerson, showAgainByPerson } from '../settle-by-person.ts';
import { findAsksOf } from '../store.ts';
import { entryAt, keepPrivate, type FreshnessPages } from './access.ts';
import { AskedPart, ByPersonPart, NotePart, SeekPart, ShowAgainPart, WaysPart } from './ask-parts.tsx';
import { LetterPage } from './letter.tsx';

const PATH = '/auffrischen/:subject';

/** `/auffrischen/:subject`: asking one organisation or offer, by mail, by letter, or in person. */
export function addAskPages(web: Hono<Env>, pages: FreshnessPages): void {
  const answer = async (c: Request, error?: Saying) => {
    const { entry, name } = await entryAt(c, pages);
    const today = dayOf(c.var.read.clock.now());
    const [asks, [last], isHeld] = await c.var.read.db.read(async (db) => [
      await findAsksOf(db, entry.subject),
      [
        ...(await findLastWords(db, { today, only: [entry.subject], limit: 1 })),
        ...(await findLastWords(db, { today, only: [entry.subject], withdrawn: true, limit: 1 })),
      ],
      entry.kind === 'organisation' && (await pages.isHeld(db, entry.subject, today)),
    ]);
    return (
      <AskPage
        frame={await pages.frame(c)}
        entry={entry}
        name={name}
        asks={asks}
        last={last ?? null}
        isHeld={isHeld}
        error={error}
      />
    );
  };
  web.get(PATH, async (c) => {
    keepersOnly(c.var.actor);
    return c.html(await answer(c));
  });
  web.post(PATH, async (c) => {
    demand(may.ask(c.var.actor));
    const { entry } = await entryAt(c, pages);
    const asked = await ask(context(c), pages, entry.subject);
    if (!asked.ok) return c.html(await answer(c, asked.issue), 422);
    return done(c, entry, 'freshness.ask.done');
  });
  web.post(`${PATH}/brief`, async (c) => {
    demand(may.ask(c.var.actor));
    keepPrivate(c);
    const { entry } = await entryAt(c, pages);
    const printed = await printLetter(context(c), pages, entry.subject);
    if (!printed.ok) return c.html(await answer(c, printed.issue), 422);
    const language = languageOf(printed.value.entry);
    const others = [...new Set([language, 'de'])].filter((code) => code !== c.var.words.language).map(pages.wordsIn);
    return c.html(
      <LetterPage frame={await pages.frame(c)} letter={printed.value} origin={pages.origin} others={others} />,
    );
  });
  web.post(`${PATH}/gefragt`, async (c) => {
    demand(may.ask(c.var.actor));
    const { entry } = await entryAt(c, pages);
    await confirmByPerson(context(c), pages, entry.subject);
    return done(c, entry, 'freshness.person.done');
  });
  web.post(`${PATH}/jemanden`, async (c) => {
    demand(may.ask(c.var.actor));
    const { entry } = await entryAt(c, pages);
    const sought = await seekVoice(context(c), pages, entry.subject);
    if (!sought.ok) return c.html(await answer(c, sought.issue), 422);
    return done(c, entry, 'freshness.seek.done');
  });
  web.post(`${PATH}/erledigt`, async (c) => {
    demand(may.ask(c.var.actor));
    const { entry } = await entryAt(c, pages);
    await settleByPerson(context(c), entry.subject);
    return done(c, entry, 'freshness.settle.done');
  });
  web.post(`${PATH}/wieder-zeigen`, async (c) => {
    demand(may.ask(c.var.actor));
    const { entry } = await entryAt(c, pages);
    const said = (await readForm(c))['said'];
    if (said !== 'yes') return c.html(await answer(c, saying('freshness.again.missing')), 422);
    await showAgainByPerson(context(c), pages, entry.subject);
    return done(c, entry, 'freshness.again.done');
  });
}

function done(c: Request, { subject }: Entry, key: string) {
  leaveNotice(c, saying(key));
  return c.redirect(`/auffrischen/${subject}`, 303);
}

function AskPage({
  frame,
  entry,
  name,
  asks,
  last,
  isHeld,
  error,
}: {
  readonly frame: Frame;
  readonly entry: Entry;
  readonly name: string;
  readonly asks: readonly Ask[];
  readonly last: LastWord | null;
  /** Somebody speaks for it with an account. */
  readonly isHeld: boolean;
  readonly error: Saying | undefined;
}) {
  const { words } = frame;
  const isWithdrawn = last?.withdrawnOn !== null && last !== null;
  const told = error === undefined ? undefined : words.tell(error);
  return (
    <Page frame={frame} title={words.say('freshness.ask.title')} noindex readers="keepers" faulty={told !== undefined}>
      <PageTitle
        back={<BackLink href="/auffrischen">{words.say('freshness.queue.title')}</BackLink>}
        above={<bdi>{name}</bdi>}
        title={words.say('freshness.ask.title')}
        below={last === null ? undefined : words.say('freshness.queue.lastWord', { day: words.day(last.on) })}
      />
      <ErrorSummary words={words} errors={told === undefined ? [] : [{ text: told }]} />
      <NotePart words={words} entry={entry} asks={asks} />
      {isWithdrawn ? (
        <ShowAgainPart
          words={words}
          entry={entry}
          since={last.withdrawnOn ?? last.on}
          error={error?.key === 'freshness.again.missing' ? told : undefined}
        />
      ) : (
        <>
          <WaysPart words={words} entry={entry} asks={asks} />
          <ByPersonPart words={words} entry={entry} />
          {isHeld ? <SeekPart words={words} entry={entry} /> : null}
        </>
      )}
      <AskedPart words={words} asks={asks} />
    </Page>
  );
}
