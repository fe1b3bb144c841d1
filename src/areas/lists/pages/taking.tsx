import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/index.ts';
import {
  BackLink, Button, Buttons, Form, LinkButton, Notice, Page, PageTitle, Progress, ReadersNote, RelatedLinks, type Frame,
} from '../../../ui/index.ts';
import type { Import } from '../import.ts';
import type { List } from '../list.ts';
import { demand, may } from '../may.ts';
import { importAt, REFRESH, type ListPages } from './access.ts';
import { ImportBand } from './band.tsx';
import { CompareAgain } from './preview-page.tsx';

/** `/importe/:id/uebernahme` and `/importe/:id/zuruecknehmen`: into the register, and back. */
export function addTakingPages(web: Hono<Env>, { frame, send }: ListPages): void {
  web.get('/importe/:id/uebernahme', async (c) => {
    const { each, list } = await importAt(c);
    if (['read', 'comparing'].includes(each.state)) return c.redirect(`/importe/${each.id}`, 303);
    const isAsked = c.req.query('zurueck') !== undefined;
    return c.html(<TakingPage frame={await frame(c)} each={each} list={list} isBackAsked={isAsked} />);
  });
  web.post('/importe/:id/uebernahme', async (c) => {
    demand(may.keepLists(c.var.actor));
    const { each } = await importAt(c);
    if (each.state === 'compared' || each.state === 'taking') await send(each.id, 'take');
    return c.redirect(`/importe/${each.id}/uebernahme`, 303);
  });
  web.get('/importe/:id/zuruecknehmen', async (c) => {
    const { each, list } = await importAt(c);
    if (each.state !== 'taken') return c.redirect(`/importe/${each.id}`, 303);
    return c.html(<TakeBackPage frame={await frame(c)} each={each} list={list} />);
  });
  web.post('/importe/:id/zuruecknehmen', async (c) => {
    demand(may.keepLists(c.var.actor));
    const { each } = await importAt(c);
    await send(each.id, 'takeBack');
    return c.redirect(`/importe/${each.id}/uebernahme?zurueck`, 303);
  });
  web.post('/importe/:id/aufgeben', async (c) => {
    demand(may.keepLists(c.var.actor));
    const { each } = await importAt(c);
    await send(each.id, 'giveUp');
    return c.redirect(`/importe/${each.id}/uebernahme`, 303);
  });
}

interface Shown {
  readonly frame: Frame;
  readonly each: Import;
  readonly list: List;
}

function TakingPage({ frame, each, list, isBackAsked }: Shown & { readonly isBackAsked: boolean }) {
  const { words } = frame;
  const stage = stageOf(each, isBackAsked);
  const runs = stage === 'taking' || stage === 'back';
  // words: lists.stage.*
  const title = words.say(`lists.stage.${stage}`);
  return (
    <Page
      frame={frame} title={title} noindex readers="own" refresh={runs ? REFRESH : undefined}
      islands={each.state === 'taking' || each.state === 'takingBack' ? ['live-progress'] : []}
    >
      <PageTitle back={<BackLink href={`/listen/${list.id}`}><bdi>{list.title}</bdi></BackLink>} title={title} />
      {stage === 'taking' || stage === 'taken' ? <ImportBand words={words} at="take" /> : null}
      {stage === 'trouble' ? <Trouble frame={frame} each={each} /> : null}
      {runs ? (
        <>
          <Progress
            words={words} label={title} done={each.done} total={stage === 'taking' ? each.counts.rows : null} refresh={REFRESH}
            source={each.state === 'taking' || each.state === 'takingBack' ? `/importe/${each.id}/stand.json` : undefined}
            text={stage === 'taking' ? words.say('lists.take.counted', { done: each.done, total: each.counts.rows }) : words.say('lists.back.underWay')}
          />
          <p>{words.say('lists.take.mayClose')}</p>
        </>
      ) : null}
      {stage === 'taken' ? <Taken frame={frame} each={each} list={list} /> : null}
      {stage === 'takenBack' ? <p>{words.say('lists.back.done.text')}</p> : null}
      {stage === 'dropped' ? <p>{words.say('lists.drop.done', { file: each.fileName })}</p> : null}
    </Page>
  );
}

function stageOf({ state, trouble }: Import, isBackAsked: boolean): 'taking' | 'taken' | 'back' | 'takenBack' | 'dropped' | 'trouble' {
  if (state === 'takenBack' || state === 'dropped') return state;
  if (trouble !== null) return 'trouble';
  if (state === 'takingBack') return 'back';
  if (state === 'taken') return isBackAsked ? 'back' : 'taken';
  return 'taking';
}

function Trouble({ frame, each }: { readonly frame: Frame; readonly each: Import }) {
  const { words } = frame;
  return (
    <Notice tone="look" title={words.say('lists.trouble')}>
      {each.trouble === null ? null : <p>{words.tell(each.trouble)}</p>}
      {each.state === 'compared' ? <CompareAgain frame={frame} each={each} /> : null}
      {each.state === 'taking' ? (
        <Buttons>
          <Form action={`/importe/${each.id}/uebernahme`} label={words.say('lists.take.goOn')}><Button>{words.say('lists.take.goOn')}</Button></Form>
          <Form action={`/importe/${each.id}/aufgeben`} label={words.say('lists.take.giveUp')}><Button tone="end">{words.say('lists.take.giveUp')}</Button></Form>
        </Buttons>
      ) : null}
    </Notice>
  );
}

function Taken({ frame: { words }, each, list }: Shown) {
  const { counts } = each;
  return (
    <>
      <Notice tone="ok">
        <p>{words.say('lists.take.done', { new: counts.new, changed: counts.changed, unchanged: counts.unchanged, vanished: counts.vanished })}</p>
      </Notice>
      {counts.unclear + counts.refused === 0 ? null : (
        <p>{words.say('lists.take.left', { unclear: counts.unclear, refused: counts.refused })}</p>
      )}
      <RelatedLinks
        title={words.say('lists.take.next')}
        links={[{ href: `/listen/${list.id}`, label: words.say('lists.take.toList') }, { href: '/finden', label: words.say('lists.take.toFinder') }]}
      />
      <Buttons><LinkButton tone="end" icon="undo" href={`/importe/${each.id}/zuruecknehmen`}>{words.say('lists.back')}</LinkButton></Buttons>
    </>
  );
}

function TakeBackPage({ frame, each, list }: Shown) {
  const { words } = frame;
  return (
    <Page frame={frame} title={words.say('lists.back')} noindex readers="own">
      <PageTitle title={words.say('lists.back')} below={words.say('lists.back.text', { file: each.fileName, list: list.title })} />
      <Form action={`/importe/${each.id}/zuruecknehmen`} label={words.say('lists.back')}>
        <ReadersNote words={words} scope="public">{words.say('lists.back.readers')}</ReadersNote>
        <Buttons>
          <Button tone="end" icon="undo">{words.say('lists.back.yes')}</Button>
          <LinkButton tone="quiet" href={`/listen/${list.id}`}>{words.say('lists.back.no')}</LinkButton>
        </Buttons>
      </Form>
    </Page>
  );
}
