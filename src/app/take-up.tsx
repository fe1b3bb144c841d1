import { COOPERATIONS_PATH } from '../areas/cooperations/index.ts';
import {
  checkTakeUpToken,
  spendTakeUpToken,
  tellTakenUpOtherwise,
  type FreshnessPages,
} from '../areas/freshness/index.ts';
import type { TakeUpPages } from '../areas/organisations/index.ts';
import {
  AccountFields,
  appoint,
  bringsPasskey,
  createAccount,
  deviceOf,
  keepPasskey,
  openAccountSession,
  PASSKEY_ISLAND,
  readNewAccount,
  readNewPasskey,
  type NewAccount,
  type NewPasskey,
} from '../areas/people/index.ts';
import { checkVoiceLink, spendVoiceToken } from '../areas/requests/index.ts';
import { not, ok } from '../plain/result.ts';
import { dayOf } from '../plain/time.ts';
import { context, type Request } from '../platform/http/index.ts';
import { isId } from '../plain/ids.ts';

/** Somebody who is new in this house: an account, and the key that opens it where it has no passphrase. */
interface Newcomer {
  readonly account: NewAccount;
  readonly passkey: NewPasskey | null;
}

type Pages = TakeUpPages<Newcomer>;

/** What taking up the voice of an organisation needs of freshness (the link) and of people (account, role, session). */
export function takeUpPages({
  frame,
  origin,
  work,
}: Pick<Pages, 'frame' | 'origin'> & { readonly work: Omit<FreshnessPages, 'frame'> }): Pages {
  const device = (c: Request) => deviceOf(c.req.header('user-agent'));
  return {
    frame,
    origin,
    islands: [PASSKEY_ISLAND],
    deviceOf: device,
    goOn: (c) => {
      const cooperation = c.req.query('zusammen') ?? '';
      return isId(cooperation) ? `${COOPERATIONS_PATH}/${cooperation}` : null;
    },
    accountFields: (words, typed, problems) => <AccountFields words={words} typed={typed} problems={problems} />,
    readAccount: async (c, typed) => {
      const { site } = await frame(c);
      const opensWith = bringsPasskey(typed) ? 'passkey' : 'passphrase';
      const { language } = c.var.words;
      const account = await readNewAccount(c.var.read.db, typed, { opensWith, language, site });
      if (!account.ok || opensWith === 'passphrase')
        return account.ok ? ok({ account: account.value, passkey: null }) : account;
      const passkey = await readNewPasskey(context(c), typed, { site: { origin, name: site }, device: device(c) });
      return passkey.ok
        ? ok({ account: account.value, passkey: passkey.value })
        : not([{ field: 'alias', told: passkey.issue }]);
    },
    door: {
      isValid: async (db, link, now) =>
        (await checkTakeUpToken(db, { links: work.links, now }, link)) ||
        checkVoiceLink(db, { links: work.links, now }, link),
      spend: async (tx, link, now) => {
        if (await spendTakeUpToken(tx, work, { ...link, now })) return true;
        if (!(await spendVoiceToken(tx, { links: work.links, now }, link))) return false;
        await tellTakenUpOtherwise(tx, work, { organisation: link.organisation, now });
        return true;
      },
      isHeld: work.isHeld,
      askNetwork: (tx, organisation, now) =>
        work.raise(tx, { kind: 'voiceAsked', about: `/auffrischen/${organisation}`, organisation: null }, now),
      createAccount: async (tx, { account, passkey }, now) => {
        const id = await createAccount(tx, account, now);
        if (passkey !== null) await keepPasskey(tx, id, passkey, now);
        return id;
      },
      appoint: (tx, { organisation, account }, now) =>
        appoint(
          tx,
          { kind: 'organisation', organisation, place: 'holder', account, from: dayOf(now), until: null },
          now,
        ),
      openSession: openAccountSession,
    },
  };
}
