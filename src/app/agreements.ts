import type { AgreementPages } from '../areas/agreements/index.ts';
import { confirmPassphrase, findSigningWays } from '../areas/people/index.ts';
import { findMoneyOffered } from '../areas/requests/index.ts';
import { findOrganisationMailboxes } from './mailboxes.ts';
import { namesOf } from './names.ts';
import { languagesOf } from './organisation-languages.ts';
import { TAKINGS } from './takings.ts';
import { tellTaken } from './tell-taken.ts';

/** What the pages of agreements need of areas that theirs does not know. */
export const AGREEMENT_NEIGHBOURS: Omit<AgreementPages, 'frame' | 'origin' | 'wordsIn' | 'uploads'> = {
  namesOf,
  languagesOf,
  moneyOffered: findMoneyOffered,
  signingWays: findSigningWays,
  confirmPassphrase,
  findMailboxes: findOrganisationMailboxes,
  takings: TAKINGS,
  tellTaken,
};
