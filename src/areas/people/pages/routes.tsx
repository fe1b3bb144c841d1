import type { Hono } from 'hono';
import { accountOf } from '../../../plain/actor.ts';
import type { Env } from '../../../platform/http/index.ts';
import { signInPath, type PeoplePages } from './access.ts';
import { addAccountPage } from './account.tsx';
import { addAskAgain } from './ask-again.tsx';
import { addDetailsPages } from './details.tsx';
import { addHandOverPages } from './hand-over.tsx';
import { addInvitationPages } from './invitation.tsx';
import { addLeavePages } from './leave.tsx';
import { addPasskeyQuestions } from './passkey-questions.ts';
import { addPasskeySignInPage } from './passkey-sign-in.tsx';
import { addPasskeyPages } from './passkeys.tsx';
import { addPassphrasePages } from './passphrase.tsx';
import { addRecoverAccountPages } from './recover-account.tsx';
import { addRecoverPages } from './recover.tsx';
import { addRolePages } from './role.tsx';
import { addRolesPage } from './roles.tsx';
import { addSecondStepPages } from './second-step.tsx';
import { addSignInPages } from './sign-in.tsx';

/** `/anmelden`, `/konto…`, `/einladung…`, `/rollen…` and the roles of organisations. */
export function addPeoplePages(web: Hono<Env>, pages: PeoplePages): void {
  for (const path of ['/konto', '/konto/*']) {
    web.use(path, async (c, next) => {
      if (accountOf(c.var.actor) !== null) return next();
      return c.redirect(signInPath(c.req.method === 'GET' ? c.req.path : '/konto'), 303);
    });
  }
  addAskAgain(web, pages, ['/konto/*', '/rollen/*', '/organisationen/:organisation/rollen/*']);
  addSignInPages(web, pages);
  addAccountPage(web, pages);
  addDetailsPages(web, pages);
  addPassphrasePages(web, pages);
  addSecondStepPages(web, pages);
  addLeavePages(web, pages);
  addPasskeyQuestions(web, pages);
  addPasskeySignInPage(web, pages);
  addPasskeyPages(web, pages);
  addRecoverPages(web, pages);
  addRecoverAccountPages(web, pages);
  addInvitationPages(web, pages);
  addRolesPage(web, pages);
  addHandOverPages(web, pages);
  addRolePages(web, pages);
}
