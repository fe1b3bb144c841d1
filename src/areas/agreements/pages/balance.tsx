import type { Hono } from 'hono';
import { idAt, keepNowhere, type Env } from '../../../platform/http/index.ts';
import { balancePath } from '../paths.ts';
import { showBalance } from '../show-balance.ts';
import { BalancePage } from './balance-page.tsx';
import type { AgreementPages } from './pages.ts';

/** `/vereinbarungen/:id/augenhoehe`: who brings what and who gets what, for the partners and nobody else. */
export function addBalancePage(web: Hono<Env>, { frame, wordsIn }: AgreementPages): void {
  web.get(balancePath(':id'), async (c) => {
    const shown = await showBalance(c.var.read, idAt(c));
    keepNowhere(c);
    return c.html(<BalancePage frame={await frame(c)} shown={shown} german={wordsIn('de')} />);
  });
}
