import type { Hono } from 'hono';
import { context, readForm, type Env, type FormFields, type Request } from '../../../platform/http/index.ts';
import { accountOf } from '../../../plain/actor.ts';
import { not, ok, type Result } from '../../../plain/result.ts';
import { dayOf } from '../../../plain/time.ts';
import { acceptInvitation, type Who } from '../accept-invitation.ts';
import type { FieldProblem } from '../account.ts';
import { acceptForm, codeForm } from '../forms.ts';
import { lookAtInvitation, readInvitationCode } from '../invite-open.ts';
import { may } from '../may.ts';
import { readNewAccount } from '../new-account.ts';
import { bringsPasskey, readNewPasskey } from '../passkey-made.ts';
import { placeAmong } from '../role.ts';
import { findOwnAccount } from '../store-account.ts';
import type { Invitation } from '../store-invitation.ts';
import { findStanding } from '../store-role.ts';
import { deviceAt, goOn, keepNowhere, type PeoplePages } from './access.ts';
import { CodePage, GonePage, InvitationPage } from './invitation-parts.tsx';

/** `/einladung`: six words from paper; `/einladung/:token`: a link. Looking uses nothing up, accepting does. */
export function addInvitationPages(web: Hono<Env>, pages: PeoplePages): void {
  const { frame, origin } = pages;
  web.get('/einladung', async (c) => {
    keepNowhere(c);
    return c.html(<CodePage frame={await frame(c)} problem={null} />);
  });
  web.post('/einladung', async (c) => {
    keepNowhere(c);
    const { code } = codeForm.parse(await readForm(c));
    const opened = await readInvitationCode(context(c), code);
    if (!opened.ok) return c.html(<CodePage frame={await frame(c)} problem={opened.issue} />, 422);
    return c.html(await page(c, pages, opened.value, {}, []));
  });
  web.get('/einladung/:token', async (c) => {
    keepNowhere(c);
    const key = c.req.param('token');
    const invitation = await lookAtInvitation(c.var.read, key);
    if (invitation === null) return c.html(<GonePage frame={await frame(c)} />, 404);
    return c.html(await page(c, pages, { invitation, key }, {}, []));
  });
  web.post('/einladung/annehmen', async (c) => {
    keepNowhere(c);
    const typed = await readForm(c);
    const form = acceptForm.parse(typed);
    const opened = await open(c, form.key);
    if (opened === null) return c.html(<GonePage frame={await frame(c)} />, 404);
    const who = form.who === 'mine' ? ok<Who>({ device: deviceAt(c), mine: true }) : await newcomer(c, pages, typed);
    if (!who.ok) return c.html(await page(c, pages, opened, typed, who.issue), 422);
    const accepted = await acceptInvitation(context(c), opened.key, who.value);
    if (!accepted.ok) return c.html(<GonePage frame={await frame(c)} />, 404);
    const { role, session, from } = accepted.value;
    if (from !== null) return goOn(c, origin, session, '/konto', 'people.invite.acceptedLater');
    const next = role.kind === 'organisation' ? pages.workPath : '/rollen';
    return goOn(c, origin, session, next, 'people.invite.accepted');
  });
}

interface Opened {
  readonly invitation: Invitation;
  /** What opens it: what the link carries, or the words. */
  readonly key: string;
}

/** Behind a link at once; behind words only as fast as words are read. */
async function open(c: Request, key: string): Promise<Opened | null> {
  if (!key.includes(' ')) {
    const invitation = await lookAtInvitation(c.var.read, key);
    return invitation === null ? null : { invitation, key };
  }
  const read = await readInvitationCode(context(c), key);
  return read.ok ? read.value : null;
}

async function newcomer(
  c: Request,
  { frame, origin }: PeoplePages,
  typed: FormFields,
): Promise<Result<Who, readonly FieldProblem[]>> {
  const { site } = await frame(c);
  const opensWith = bringsPasskey(typed) ? 'passkey' : 'passphrase';
  const { language } = c.var.words;
  const device = deviceAt(c);
  const account = await readNewAccount(c.var.read.db, typed, { opensWith, language, site });
  if (!account.ok) return account;
  if (opensWith === 'passphrase') return ok({ device, newAccount: account.value, passkey: null });
  const passkey = await readNewPasskey(context(c), typed, { site: { origin, name: site }, device });
  if (!passkey.ok) return not([{ field: 'alias', told: passkey.issue }]);
  return ok({ device, newAccount: account.value, passkey: passkey.value });
}

async function page(
  c: Request,
  { frame, namesOf }: PeoplePages,
  { invitation, key }: Opened,
  typed: FormFields,
  problems: readonly FieldProblem[],
) {
  const { read, words } = c.var;
  const { role, place, by } = invitation;
  const account = accountOf(read.actor);
  const found = await read.db.read(async (db) => ({
    own: account === null ? null : await findOwnAccount(db, account),
    names: await namesOf(db, role.organisation === null ? [] : [role.organisation], words),
    terms: await findStanding(db, role, dayOf(read.clock.now())),
  }));
  const answer = may.accept(read.actor, { role, place, by, mine: placeAmong(found.terms, read.actor) });
  return (
    <InvitationPage
      frame={await frame(c)}
      invitation={invitation}
      secret={key}
      name={found.names.get(role.organisation ?? '') ?? null}
      alias={found.own?.alias ?? null}
      refusal={answer === true ? null : answer}
      typed={typed}
      problems={problems}
    />
  );
}
