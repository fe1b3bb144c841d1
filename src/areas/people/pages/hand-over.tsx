import type { Hono } from 'hono';
import { NotFoundError } from '../../../platform/errors.ts';
import {
  context,
  leaveNotice,
  readForm,
  type Env,
  type FormFields,
  type Request,
} from '../../../platform/http/index.ts';
import { dayOf } from '../../../plain/time.ts';
import { saying } from '../../../plain/words.ts';
import type { FieldProblem } from '../account.ts';
import { handOverForm } from '../forms.ts';
import { handOver } from '../hand-over.ts';
import { cancelHandOver } from '../hand-over-cancel.ts';
import { confirmHandOver } from '../hand-over-confirm.ts';
import { openItemsOf } from '../hand-over-items.ts';
import { may } from '../may.ts';
import { pathOfRole, type RoleRef } from '../role.ts';
import { findHandOversOf } from '../store-hand-over.ts';
import { findOwnRole } from '../store-role.ts';
import { accountAt, keepNowhere, type PeoplePages } from './access.ts';
import { HandOverPage, RunningPage } from './hand-over-parts.tsx';
import { InvitedPage } from './invited.tsx';
import { refAt, ROLE_PATHS, showRole } from './role-at.ts';

/** `…/rollen/uebergabe`: both halves of handing a role over, and calling it off. */
export function addHandOverPages(web: Hono<Env>, pages: PeoplePages): void {
  const openItems = openItemsOf(pages.openItems ?? []);
  for (const base of ROLE_PATHS) {
    const path = `${base}/uebergabe`;
    web.get(path, async (c) => {
      keepNowhere(c);
      return c.html(await page(c, pages, null));
    });
    web.post(path, async (c) => {
      keepNowhere(c);
      const role = refAt(c);
      accountAt(c);
      if (may.seeRole(c.var.actor, role) !== true) throw new NotFoundError();
      const typed = await readForm(c);
      const { day, to, done } = handOverForm.parse(typed);
      const { language } = c.var.words;
      const plan = { role, day, to: to === 'deputy' ? 'deputy' : 'invited', done, language } as const;
      const asked = await handOver(context(c), openItems, plan);
      if (!asked.ok) return c.html(await page(c, pages, { typed, problems: asked.issue }), 422);
      if (asked.value === null) {
        leaveNotice(c, saying('people.handOver.asked'));
        return c.redirect(`${pathOfRole(role)}/uebergabe`, 303);
      }
      const shown = await showRole(c, role, pages);
      const frame = await pages.frame(c);
      return c.html(
        <InvitedPage frame={frame} origin={pages.origin} shown={shown} invited={asked.value} sent={false} />,
      );
    });
    web.post(`${path}/zusage`, async (c) => {
      const { role, id } = await runningAt(c);
      const day = await confirmHandOver(context(c), id);
      const isNow = day <= dayOf(c.var.read.clock.now());
      leaveNotice(
        c,
        saying(isNow ? 'people.handOver.done' : 'people.handOver.confirmed', { day: c.var.words.day(day) }),
      );
      return c.redirect(isNow ? pathOfRole(role) : `${pathOfRole(role)}/uebergabe`, 303);
    });
    web.post(`${path}/absage`, async (c) => {
      const { id } = await runningAt(c);
      await cancelHandOver(context(c), id);
      leaveNotice(c, saying('people.handOver.cancelled'));
      return c.redirect('/konto', 303);
    });
  }
}

/** The hand-over that the reader gives or takes at this address; for everybody else there is none. */
async function runningAt(c: Request): Promise<{ readonly role: RoleRef; readonly id: string }> {
  const role = refAt(c);
  const account = accountAt(c);
  const id = await c.var.read.db.read(async (db) => {
    const known = await findOwnRole(db, role);
    const own = await findHandOversOf(db, account);
    return known !== null && own.some((each) => each.role === known) ? known : null;
  });
  if (id === null) throw new NotFoundError();
  return { role, id };
}

async function page(
  c: Request,
  pages: PeoplePages,
  wrong: { readonly typed: FormFields; readonly problems: readonly FieldProblem[] } | null,
) {
  const role = refAt(c);
  const account = accountAt(c);
  const { read } = c.var;
  const own = await read.db.read(async (db) => {
    const id = await findOwnRole(db, role);
    const found = (await findHandOversOf(db, account)).find((each) => each.role === id);
    return found ?? null;
  });
  if (own === null && may.seeRole(c.var.actor, role) !== true) throw new NotFoundError();
  const shown = await showRole(c, role, pages);
  const frame = await pages.frame(c);
  if (own !== null && wrong === null) {
    const side = own.to === account ? 'receiver' : 'giver';
    return <RunningPage frame={frame} shown={shown} handOver={own} side={side} />;
  }
  if (shown.mine !== 'holder' || shown.role === null) throw new NotFoundError();
  const { role: held } = shown;
  const now = read.clock.now();
  const items = await read.db.read((db) => openItemsOf(pages.openItems ?? [])(db, held, now));
  const today = dayOf(now);
  return <HandOverPage frame={frame} shown={shown} items={items} today={today} wrong={wrong} />;
}
