import type { Hono } from 'hono';
import {
  context,
  idAt,
  keepNowhere,
  leaveNotice,
  readForm,
  type Env,
  type FormFields,
  type Request,
} from '../../../platform/http/index.ts';
import { saying, type Saying } from '../../../plain/words.ts';
import { askedAt } from '../../cooperations/index.ts';
import { signForm, type SignForm } from '../forms-sign.ts';
import { signPath } from '../paths.ts';
import { proofOf } from '../proof-of-device.ts';
import { showSigning } from '../show-signing.ts';
import { sign, type Unsigned } from '../sign.ts';
import type { Proof } from '../signature.ts';
import { addAlongPages } from './along.tsx';
import { addArchivePages } from './archive.tsx';
import { addImportPages } from './import.tsx';
import type { AgreementPages } from './pages.ts';
import { SignPage } from './sign-page.tsx';
import type { Faulty } from './sign-ways.tsx';

/** `/vereinbarungen/:id/unterschreiben`: the newest version, what is missing, and three ways to sign it. */
export function addSignPages(web: Hono<Env>, pages: AgreementPages): void {
  addImportPages(web, pages);
  addArchivePages(web, pages);
  addAlongPages(web, pages);
  const path = signPath(':id');
  web.get(path, async (c) => c.html(await page(c, pages)));
  web.post(path, async (c) => {
    const shown = await showSigning(c.var.read, idAt(c), pages.signingWays, await askedAt(c));
    const typed = await readForm(c);
    const form = signForm.safeParse(typed);
    const faulty = form.success ? await signAs(c, pages, form.data, shown) : faultOf(typed);
    if (faulty === null) return c.redirect(c.req.path, 303);
    return c.html(await page(c, pages, faulty), 'moved' in faulty ? 409 : 422);
  });
}

async function page(c: Request, pages: AgreementPages, faulty?: Faulty) {
  const shown = await showSigning(c.var.read, idAt(c), pages.signingWays, await askedAt(c));
  const { frame, origin } = pages;
  keepNowhere(c);
  return (
    <SignPage frame={await frame(c)} origin={origin} today={c.var.read.clock.now()} shown={shown} faulty={faulty} />
  );
}

/** Signs, and leaves a notice about it; or says what is wrong. */
async function signAs(
  c: Request,
  pages: AgreementPages,
  form: SignForm,
  { own, ways, standing }: Awaited<ReturnType<typeof showSigning>>,
): Promise<Faulty | null> {
  const proof = await proofFrom(c, pages, form, ways);
  if ('wrong' in proof) return proof;
  const day = form.way === 'paper' ? { day: form.day } : {};
  const signing = { agreement: standing.id, partner: own, version: form.version, proof, ...day };
  const signed = await sign(context(c), signing, pages);
  if (!signed.ok) return told(signed.issue, form);
  leaveNotice(c, saying(signed.value.isInForce ? 'agreements.sign.told.inForce' : 'agreements.sign.told'));
  return null;
}

async function proofFrom(
  c: Request,
  { origin, confirmPassphrase }: AgreementPages,
  form: SignForm,
  { passkeys }: Awaited<ReturnType<AgreementPages['signingWays']>>,
): Promise<Proof | Faulty> {
  if (form.way === 'paper') return { kind: 'paper' };
  if (form.way === 'passphrase') {
    const wrong = await confirmPassphrase(context(c), form.passphrase);
    return wrong === null ? { kind: 'passphrase' } : fault('passphrase', wrong);
  }
  return proofOf(form.deviceAnswer, origin, passkeys) ?? fault('passkey', saying('agreements.sign.forged'));
}

function told(issue: Unsigned, form: SignForm): Faulty {
  const day = form.way === 'paper' ? form.day : '';
  if (issue.why === 'movedOn') return { moved: issue.number, wrong: null, day };
  if (issue.why === 'missing') return { wrong: null, day };
  return issue.why === 'day'
    ? { ...fault('day', saying('agreements.sign.day.wrong')), day }
    : fault('passkey', saying('agreements.sign.forged'));
}

/** What did not come as the form asks for it. */
function faultOf({ way, day }: FormFields): Faulty {
  if (way === 'paper')
    return { ...fault('day', saying('agreements.sign.day.missing')), day: typeof day === 'string' ? day : '' };
  if (way === 'passphrase') return fault('passphrase', saying('agreements.sign.passphrase.missing'));
  return fault('passkey', saying('agreements.sign.forged'));
}

function fault(field: 'passkey' | 'passphrase' | 'day', text: Saying): Faulty {
  return { wrong: { field, text }, day: '' };
}
