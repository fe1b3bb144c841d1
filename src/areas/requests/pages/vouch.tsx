import type { Hono } from 'hono';
import { NotFoundError } from '../../../platform/errors.ts';
import {
  context,
  idAt,
  keepNowhere,
  leaveNotice,
  readForm,
  typedIn,
  type Env,
  type Request as Asked,
} from '../../../platform/http/index.ts';
import { organisationsOf } from '../../../plain/actor.ts';
import type { Day } from '../../../plain/time.ts';
import { saying } from '../../../plain/words.ts';
import { BackLink, Button, Form, Page, PageTitle, Part, ReadersNote, type Frame } from '../../../ui/index.ts';
import { may } from '../may.ts';
import { findOwnVouches } from '../store-vouch.ts';
import { endVouch, vouchFor } from '../vouch-for.ts';
import { VOUCH_PATH } from '../work.ts';
import { namesAt, type RequestPages } from './access.ts';

const PATH = `${VOUCH_PATH}/:id`;

/** `/buergschaften/:id`: vouching for an organisation, and taking it back. */
export function addVouchPages(web: Hono<Env>, pages: RequestPages): void {
  web.get(PATH, async (c) => {
    const at = await vouchersAt(c, pages);
    return c.html(<VouchPage frame={await pages.frame(c)} {...at} />);
  });
  web.post(PATH, async (c) => {
    const { organisation, vouchers } = await vouchersAt(c, pages);
    const typed = await readForm(c);
    const voucher = typedIn(typed, 'voucher');
    if (!vouchers.some(({ id }) => id === voucher)) throw new NotFoundError();
    const isEnd = typedIn(typed, 'what') === 'end';
    await (isEnd ? endVouch : vouchFor)(context(c), { organisation, voucher });
    leaveNotice(c, saying(isEnd ? 'requests.vouch.ended' : 'requests.vouch.done'));
    return c.redirect(`${VOUCH_PATH}/${organisation}`, 303);
  });
}

interface At {
  readonly organisation: string;
  readonly name: string;
  readonly vouchers: readonly { readonly id: string; readonly name: string; readonly since: Day | null }[];
}

/** For whoever may vouch; for everybody else there is no such page. */
async function vouchersAt(c: Asked, pages: RequestPages): Promise<At> {
  keepNowhere(c);
  const organisation = idAt(c);
  const { actor, read } = c.var;
  const own = organisationsOf(actor).filter((each) => may.vouch(actor, each, organisation) === true);
  if (own.length === 0) throw new NotFoundError();
  const portrait = await pages.portraitOf(c, organisation);
  if (portrait === null) throw new NotFoundError();
  const since = await read.db.read((db) => findOwnVouches(db, organisation, own));
  const name = await namesAt(c, pages, own);
  return {
    organisation,
    name: portrait.name,
    vouchers: own.map((id) => ({ id, name: name(id), since: since.get(id) ?? null })),
  };
}

function VouchPage({ frame, organisation, name, vouchers }: At & { readonly frame: Frame }) {
  const { words } = frame;
  const title = words.say('requests.vouch.title', { name });
  return (
    <Page frame={frame} title={title} noindex readers="own">
      <PageTitle
        back={
          <BackLink href={`/organisationen/${organisation}`}>
            <bdi>{name}</bdi>
          </BackLink>
        }
        title={title}
        below={words.say('requests.vouch.text')}
      />
      {vouchers.map(({ id, name: own, since }) => (
        <Part title={own}>
          <p>
            {since === null
              ? words.say('requests.vouch.not')
              : words.say('requests.vouch.since', { day: words.day(since) })}
          </p>
          <Form
            action={`${VOUCH_PATH}/${organisation}`}
            label={own}
            hidden={{ voucher: id, what: since === null ? 'begin' : 'end' }}
          >
            <ReadersNote words={words} scope="network">
              {words.say('requests.vouch.readers')}
            </ReadersNote>
            <Button tone={since === null ? 'main' : 'end'} icon={since === null ? 'check' : 'undo'}>
              {words.say(since === null ? 'requests.vouch.go' : 'requests.vouch.end')}
            </Button>
          </Form>
        </Part>
      ))}
    </Page>
  );
}
