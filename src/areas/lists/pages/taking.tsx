import type { Hono } from 'hono';
import type { Words } from '../../../plain/words.ts';
import type { Reader } from '../../../platform/database/index.ts';
import { context, type Env } from '../../../platform/http/index.ts';
import {
  BackLink,
  Button,
  Buttons,
  Form,
  LinkButton,
  Notice,
  Page,
  PageTitle,
  Progress,
  ReadersNote,
  RelatedLinks,
  type Frame,
} from '../../../ui/index.ts';
import { findLeaving } from '../../claims/index.ts';
import { ask } from '../ask.ts';
import type { Import } from '../import.ts';
import type { List } from '../list.ts';
import { demand, may } from '../may.ts';
import { importAt, REFRESH, type ListPages, type NextStep } from './access.ts';
import { ImportBand } from './band.tsx';
import { HeldUp, isHeldUp } from './held-up.tsx';
import { isolated } from '../../../plain/isolated.ts';

/** `/importe/:id/uebernahme` and `/importe/:id/zuruecknehmen`: into the register, and back. */
export function addTakingPages(web: Hono<Env>, { frame, send, nextSteps, judgedPairs }: ListPages): void {
  web.get('/importe/:id/uebernahme', async (c) => {
    const { each, list } = await importAt(c);
    const isCompared = each.state === 'compared' && each.asked !== 'take' && each.trouble === null;
    if (each.state === 'read' || each.state === 'comparing' || isCompared)
      return c.redirect(`/importe/${each.id}`, 303);
    const stage = stageOf(each, c.var.read.clock.now());
    const steps = stage === 'taken' ? await nextSteps?.(c) : undefined;
    return c.html(<TakingPage frame={await frame(c)} each={each} list={list} stage={stage} steps={steps ?? []} />);
  });
  web.post('/importe/:id/uebernahme', async (c) => {
    demand(may.keepLists(c.var.actor));
    const { each } = await importAt(c);
    // Pressed twice: it is under way, or done.
    if (each.state !== 'taken' && (each.state !== 'taking' || isHeldUp(each, c.var.read.clock.now()))) {
      await ask(context(c), each.id, 'take');
      await send(each.id, 'take');
    }
    return c.redirect(`/importe/${each.id}/uebernahme`, 303);
  });
  web.get('/importe/:id/zuruecknehmen', async (c) => {
    const { each, list } = await importAt(c);
    if (each.state !== 'taken') return c.redirect(`/importe/${each.id}`, 303);
    const lost = await c.var.read.db.read(async (db) => countLost(db, each, (await judgedPairs?.(db)) ?? []));
    return c.html(<TakeBackPage frame={await frame(c)} each={each} list={list} lost={lost} />);
  });
  web.post('/importe/:id/zuruecknehmen', async (c) => {
    demand(may.keepLists(c.var.actor));
    const { each } = await importAt(c);
    if (each.state !== 'takenBack' && (each.state !== 'takingBack' || isHeldUp(each, c.var.read.clock.now()))) {
      await ask(context(c), each.id, 'takeBack');
      await send(each.id, 'takeBack');
    }
    return c.redirect(`/importe/${each.id}/uebernahme`, 303);
  });
  web.post('/importe/:id/aufgeben', async (c) => {
    demand(may.keepLists(c.var.actor));
    const { each } = await importAt(c);
    await ask(context(c), each.id, 'giveUp');
    await send(each.id, 'giveUp');
    return c.redirect(`/importe/${each.id}/uebernahme`, 303);
  });
}

/** How many judgements go with the entries that nobody but this import speaks of. */
async function countLost(
  db: Reader,
  { revision }: Import,
  judged: readonly (readonly [string, string])[],
): Promise<number> {
  if (revision === null || judged.length === 0) return 0;
  const leaving = await findLeaving(db, revision, [...new Set(judged.flat())]);
  return judged.filter((pair) => pair.some((each) => leaving.has(each))).length;
}

interface Shown {
  readonly frame: Frame;
  readonly each: Import;
  readonly list: List;
}

function TakingPage({
  frame,
  each,
  list,
  stage,
  steps,
}: Shown & { readonly stage: Stage; readonly steps: readonly NextStep[] }) {
  const { words } = frame;
  const runs = stage === 'waiting' || stage === 'taking' || stage === 'back';
  const isCounted = each.state === 'taking' || each.state === 'takingBack';
  // words: lists.stage.*
  const title = words.say(`lists.stage.${stage}`);
  return (
    <Page
      frame={frame}
      title={title}
      noindex
      readers="keepers"
      refresh={runs ? REFRESH : undefined}
      islands={runs && isCounted ? ['live-progress'] : []}
    >
      <PageTitle
        back={
          <BackLink href={`/listen/${list.id}`}>
            <bdi>{list.title}</bdi>
          </BackLink>
        }
        title={title}
      />
      {stage === 'waiting' || stage === 'taking' || stage === 'taken' ? <ImportBand words={words} at="take" /> : null}
      {stage === 'trouble' ? <HeldUp frame={frame} each={each} /> : null}
      {runs ? (
        <Progress
          words={words}
          label={title}
          done={each.done}
          total={stage === 'taking' ? each.counts.rows : null}
          refresh={REFRESH}
          source={isCounted ? `/importe/${each.id}/stand.json` : undefined}
          text={textOf(words, each, stage)}
        />
      ) : null}
      {stage === 'taken' ? <Taken frame={frame} each={each} list={list} steps={steps} /> : null}
      {stage === 'takenBack' ? (
        <Notice tone="ok">
          <p>{words.say('lists.back.done.text')}</p>
        </Notice>
      ) : null}
      {stage === 'dropped' ? <p>{words.say('lists.drop.done', { file: isolated(words, each.fileName) })}</p> : null}
      {stage === 'takenBack' || stage === 'dropped' ? (
        <RelatedLinks
          title={words.say('lists.take.next')}
          links={[{ href: `/listen/${list.id}`, label: words.say('lists.take.toList') }]}
        />
      ) : null}
    </Page>
  );
}

type Stage = 'waiting' | 'taking' | 'taken' | 'back' | 'takenBack' | 'dropped' | 'trouble';

function stageOf(each: Import, now: Date): Stage {
  const { state, asked } = each;
  if (state === 'takenBack' || state === 'dropped') return state;
  if (state === 'taken') return asked === 'takeBack' ? 'back' : 'taken';
  if (isHeldUp(each, now)) return 'trouble';
  if (state === 'takingBack' || asked === 'giveUp' || (state === 'taking' && each.takenAt === null)) return 'back';
  return state === 'taking' ? 'taking' : 'waiting';
}

function textOf(words: Words, { done, counts }: Import, stage: Stage): string {
  if (stage === 'waiting') return words.say('lists.take.waiting');
  return stage === 'taking'
    ? words.say('lists.take.counted', { done, total: counts.rows })
    : words.say('lists.back.underWay');
}

function Taken({ frame: { words }, each, list, steps }: Shown & { readonly steps: readonly NextStep[] }) {
  const { counts } = each;
  return (
    <>
      <Notice tone="ok">
        <p>
          {words.say('lists.take.done', {
            new: counts.new,
            changed: counts.changed,
            unchanged: counts.unchanged,
            vanished: counts.vanished,
          })}
        </p>
      </Notice>
      {counts.unclear + counts.refused === 0 ? null : (
        <p>{words.say('lists.take.left', { unclear: counts.unclear, refused: counts.refused })}</p>
      )}
      {counts.unclear === 0 ? null : <p>{words.say('lists.take.left.unclear')}</p>}
      <RelatedLinks
        title={words.say('lists.take.next')}
        links={[
          ...(counts.unclear === 0
            ? []
            : [{ href: `/listen/neu?liste=${list.id}`, label: words.say('lists.take.again') }]),
          ...steps,
          { href: `/listen/${list.id}`, label: words.say('lists.take.toList') },
          { href: '/finden', label: words.say('lists.take.toFinder') },
        ]}
      />
      <Buttons>
        <LinkButton tone="end" icon="undo" href={`/importe/${each.id}/zuruecknehmen`}>
          {words.say('lists.back')}
        </LinkButton>
      </Buttons>
    </>
  );
}

function TakeBackPage({ frame, each, list, lost }: Shown & { readonly lost: number }) {
  const { words } = frame;
  return (
    <Page frame={frame} title={words.say('lists.back')} noindex readers="keepers">
      <PageTitle
        title={words.say('lists.back')}
        below={words.say('lists.back.text', {
          file: isolated(words, each.fileName),
          list: isolated(words, list.title),
        })}
      />
      {lost === 0 ? null : <Notice tone="look" title={words.say('lists.back.judged', { count: lost })} />}
      <Form action={`/importe/${each.id}/zuruecknehmen`} label={words.say('lists.back')}>
        <ReadersNote words={words} scope="public">
          {words.say('lists.back.readers')}
        </ReadersNote>
        <Buttons>
          <Button tone="end" icon="undo">
            {words.say('lists.back.yes')}
          </Button>
          <LinkButton tone="quiet" href={`/listen/${list.id}`}>
            {words.say('lists.back.no')}
          </LinkButton>
        </Buttons>
      </Form>
    </Page>
  );
}
