import type { Hono } from 'hono';
import { NotFoundError } from '../../../platform/errors.ts';
import { context, leaveNotice, readForm, type Env } from '../../../platform/http/index.ts';
import { isId } from '../../../plain/ids.ts';
import { dayOf, isDay } from '../../../plain/time.ts';
import { saying } from '../../../plain/words.ts';
import type { FieldProblem } from '../account.ts';
import { admit, revokeAdmission } from '../admit.ts';
import { inviteForm, isMailAddress } from '../forms.ts';
import { invite } from '../invite.ts';
import { revokeInvitation } from '../invite-revoke.ts';
import { pathOfRole, PLACES } from '../role.ts';
import { leaveRole } from '../role-leave.ts';
import { keepNowhere, type PeoplePages } from './access.ts';
import { InvitedPage } from './invited.tsx';
import { roleAt, ROLE_PATHS, showRole } from './role-at.ts';
import { RolePage } from './role-page.tsx';

/** The page of a role and what can be done there: inviting, taking back, ending, admitting. */
export function addRolePages(web: Hono<Env>, pages: PeoplePages): void {
  for (const path of ROLE_PATHS) {
    web.get(path, async (c) => {
      keepNowhere(c);
      const shown = await showRole(c, roleAt(c), pages);
      return c.html(<RolePage frame={await pages.frame(c)} actor={c.var.actor} shown={shown} />);
    });
    web.post(`${path}/einladung`, async (c) => {
      keepNowhere(c);
      const role = roleAt(c);
      const typed = inviteForm.parse(await readForm(c));
      const place = PLACES.find((one) => one === typed.place);
      if (place === undefined) throw new NotFoundError();
      const problems = findProblems(typed, dayOf(c.var.read.clock.now()));
      const shown = await showRole(c, role, pages);
      const frame = await pages.frame(c);
      if (problems.length > 0) {
        const wrong = { ...typed, place, problems };
        return c.html(<RolePage frame={frame} actor={c.var.actor} shown={shown} wrong={wrong} />, 422);
      }
      const mail = typed.mail === '' ? null : typed.mail;
      const until = typed.until === '' ? null : typed.until;
      const [first, ...also] = await pages.wordsFor(c, role.organisation);
      const { language } = first;
      const invited = await invite(context(c), { role, place, until, mail, language, also });
      // Shown right away and only once: nobody, this program included, can make it visible again.
      return c.html(
        <InvitedPage frame={frame} origin={pages.origin} shown={shown} invited={invited} sent={mail !== null} />,
      );
    });
    web.post(`${path}/einladung/:invitation/widerruf`, async (c) => {
      const role = roleAt(c);
      const id = c.req.param('invitation') ?? '';
      if (!isId(id)) throw new NotFoundError();
      await revokeInvitation(context(c), id);
      leaveNotice(c, saying('people.invite.revoked'));
      return c.redirect(pathOfRole(role), 303);
    });
    web.post(`${path}/aufgabe/:term/ende`, async (c) => {
      const role = roleAt(c);
      const term = c.req.param('term') ?? '';
      if (!isId(term)) throw new NotFoundError();
      const { colleagues } = await showRole(c, role, pages);
      await leaveRole(context(c), { role, term });
      leaveNotice(c, saying('people.role.ended'));
      // Whoever has left sees the page of the role no more.
      const isOwn = colleagues.some(({ id, isMe }) => id === term && isMe);
      return c.redirect(isOwn ? '/konto' : pathOfRole(role), 303);
    });
  }
  const admission = '/organisationen/:organisation/rollen/aufnahme';
  web.post(admission, async (c) => {
    await admit(context(c), roleAt(c).organisation ?? '');
    leaveNotice(c, saying('people.admission.done'));
    return c.redirect(`/organisationen/${c.req.param('organisation')}/rollen`, 303);
  });
  web.post(`${admission}/ende`, async (c) => {
    await revokeAdmission(context(c), roleAt(c).organisation ?? '');
    leaveNotice(c, saying('people.admission.ended'));
    return c.redirect(`/organisationen/${c.req.param('organisation')}/rollen`, 303);
  });
}

function findProblems({ until, mail }: { readonly until: string; readonly mail: string }, today: string) {
  const problems: FieldProblem[] = [];
  if (until !== '' && !(isDay(until) && until > today))
    problems.push({ field: 'until', told: saying('people.invite.until.wrong') });
  if (mail !== '' && !isMailAddress(mail)) problems.push({ field: 'mail', told: saying('people.invite.mail.wrong') });
  return problems;
}
