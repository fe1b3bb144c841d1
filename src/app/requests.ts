import {
  findAgreementOf,
  findInForce,
  paragraphPath,
  takeAgreementOf,
  welcomePartner,
} from '../areas/agreements/index.ts';
import { holdVeils } from '../areas/claims/index.ts';
import { findPartners, hasOffer } from '../areas/cooperations/index.ts';
import { insertNotice, settleAbout } from '../areas/notices/index.ts';
import type { RequestPages } from '../areas/requests/index.ts';
import type { Transaction } from '../platform/database/index.ts';
import type { Links } from '../platform/links/index.ts';
import { VOICES } from './freshness.ts';
import type { Home } from './home.ts';
import { findFunctionMailbox } from './mailboxes.ts';
import { namesOf } from './names.ts';
import { contactOf, portraitOf } from './portrait.tsx';
import { kindOf } from './vouched-notice.tsx';

/** What asking for working together needs of areas that theirs does not know. */
export function requestWork({ words }: Pick<Home, 'words'>, links: Links): Omit<RequestPages, 'frame'> {
  return {
    links,
    wordsIn: (language) => words.in(language),
    namesOf,
    portraitOf,
    contactOf,
    isHeld: VOICES.isHeld,
    raise: insertNotice,
    settle: settleAbout,
    findMailbox: findFunctionMailbox,
    kindOf,
    reached,
    holdAgreement: async (tx, cooperation) => {
      // Nobody becomes one with a partner meanwhile.
      await holdVeils(tx);
      await takeAgreementOf(tx, cooperation);
    },
    isBuiltOn: async (db, cooperation, organisation) =>
      (await findAgreementOf(db, cooperation)) !== null || hasOffer(db, cooperation, organisation),
    joined: welcomePartner,
    promisePathOf: async (db, cooperation) => {
      const agreement = await findAgreementOf(db, cooperation);
      return agreement === null ? null : paragraphPath(agreement, { id: '', kind: 'promise' }).replace(/#.*$/, '');
    },
  };
}

async function reached(tx: Transaction, cooperation: string) {
  if ((await findInForce(tx, [cooperation])).length > 0) return 'in force';
  if ((await findAgreementOf(tx, cooperation)) !== null) return 'draft';
  for (const { organisation } of await findPartners(tx, cooperation))
    if (await hasOffer(tx, cooperation, organisation)) return 'plan';
  return 'nothing';
}
