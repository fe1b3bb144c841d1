import { isKeeper } from '../../plain/actor.ts';
import type { Hono } from 'hono';
import { context, leaveNotice, readForm, type Env, type FormFields } from '../../platform/http/index.ts';
import { saying } from '../../plain/words.ts';
import {
  Button,
  Card,
  ErrorSummary,
  Form,
  Notice,
  Page,
  PageTitle,
  Pair,
  ReadersNote,
  TextField,
  type Frame,
} from '../../ui/index.ts';
import { beginEmpty, beginInvented } from '../begin.ts';
import { beginForm } from '../forms.ts';
import type { FrameOf } from '../frame.ts';
import type { Home } from '../home.ts';
import { ENTRANCE_COMMAND } from './entrance-command.ts';

interface BeginPages {
  readonly home: Pick<Home, 'imports' | 'clock'>;
  readonly frame: FrameOf;
  /** What there is to do with what is there from now on. */
  readonly after: () => Promise<void>;
}

/** `POST /beginn`: what this installation is to be. Once only. */
export function addBeginPage(web: Hono<Env>, { home, frame, after }: BeginPages): void {
  web.post('/beginn', async (c) => {
    const ctx = context(c);
    const typed = await readForm(c);
    const form = beginForm.safeParse(typed);
    if (!form.success && isKeeper(ctx.actor)) return c.html(<BeginPage frame={await frame(c)} typed={typed} />, 422);
    if (form.data?.way === 'rhoenau') await beginInvented(ctx, home);
    else await beginEmpty(ctx, form.data?.site ?? '');
    await after();
    leaveNotice(c, saying(form.data?.way === 'rhoenau' ? 'app.begin.done.rhoenau' : 'app.begin.done.empty'));
    return c.redirect('/', 303);
  });
}

/** The page before anything is here: what Geflecht is, and the two ways to begin. */
export function BeginPage({ frame, typed }: { readonly frame: Frame; readonly typed?: FormFields }) {
  const { words, signedIn } = frame;
  const site = typed?.['site'];
  const error = typed === undefined ? null : words.say('app.begin.site.missing');
  return (
    <Page frame={frame} title={words.say('app.begin.title')} alternates faulty={error !== null}>
      <ErrorSummary words={words} errors={error === null ? [] : [{ field: 'site', text: error }]} />
      <PageTitle title={words.say('app.begin.title')} below={words.say('app.begin.text')} />
      {signedIn ? null : (
        <Notice title={words.say('app.begin.stranger')}>
          <p>{words.say('app.begin.stranger.text')}</p>
          <p>
            <code dir="ltr">{ENTRANCE_COMMAND}</code>
          </p>
        </Notice>
      )}
      <h2>{words.say('app.begin.ways')}</h2>
      <Pair>
        <Card title={words.say('app.begin.rhoenau')}>
          <p>{words.say('app.begin.rhoenau.text')}</p>
          {signedIn ? (
            <Form action="/beginn" hidden={{ way: 'rhoenau' }} label={words.say('app.begin.rhoenau')}>
              <Button>{words.say('app.begin.rhoenau')}</Button>
            </Form>
          ) : null}
        </Card>
        <Card title={words.say('app.begin.empty')}>
          <p>{words.say('app.begin.empty.text')}</p>
          {signedIn ? (
            <Form action="/beginn" hidden={{ way: 'empty' }} label={words.say('app.begin.empty')}>
              <TextField
                words={words}
                name="site"
                label={words.say('app.begin.site')}
                hint={words.say('app.begin.site.hint')}
                value={typeof site === 'string' ? site : undefined}
                error={error}
                autocomplete="organization"
              />
              <ReadersNote words={words} scope="public" />
              <Button tone="quiet">{words.say('app.begin.empty')}</Button>
            </Form>
          ) : null}
        </Card>
      </Pair>
    </Page>
  );
}
