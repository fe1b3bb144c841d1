import { AGREEMENTS_HOLDINGS } from '../areas/agreements/holdings.ts';
import { CLAIMS_HOLDINGS } from '../areas/claims/holdings.ts';
import { COMMITMENTS_HOLDINGS } from '../areas/commitments/holdings.ts';
import { COMMONGROUND_HOLDINGS } from '../areas/commonground/holdings.ts';
import { COOPERATIONS_HOLDINGS } from '../areas/cooperations/holdings.ts';
import { DUPLICATES_HOLDINGS } from '../areas/duplicates/holdings.ts';
import { FRESHNESS_HOLDINGS } from '../areas/freshness/holdings.ts';
import { FINDING_HOLDINGS } from '../areas/finding/holdings.ts';
import { LISTS_HOLDINGS } from '../areas/lists/holdings.ts';
import { NETWORKS_HOLDINGS } from '../areas/networks/holdings.ts';
import { NOTICES_HOLDINGS } from '../areas/notices/holdings.ts';
import { OFFERS_HOLDINGS } from '../areas/offers/holdings.ts';
import { ORGANISATIONS_HOLDINGS } from '../areas/organisations/holdings.ts';
import { PEOPLE_HOLDINGS } from '../areas/people/holdings.ts';
import { PROTECTION_HOLDINGS } from '../areas/protection/holdings.ts';
import { REQUESTS_HOLDINGS } from '../areas/requests/holdings.ts';
import { REVIEWS_HOLDINGS } from '../areas/reviews/holdings.ts';
import { CHAIN_HOLDINGS } from '../platform/chain/holdings.ts';
import { HTTP_HOLDINGS } from '../platform/http/holdings.ts';
import { INSTALLATION_HOLDINGS } from '../platform/installation/holdings.ts';
import { LINKS_HOLDINGS } from '../platform/links/holdings.ts';
import { MAIL_HOLDINGS } from '../platform/mail/holdings.ts';
import { THROTTLE_HOLDINGS } from '../platform/throttle/holdings.ts';
import { declareHoldings } from '../plain/holding.ts';

/** What every part of the product keeps in the tables, by area. */
export const HOLDINGS = declareHoldings([
  ...INSTALLATION_HOLDINGS,
  ...PEOPLE_HOLDINGS,
  ...HTTP_HOLDINGS,
  ...CLAIMS_HOLDINGS,
  ...ORGANISATIONS_HOLDINGS,
  ...OFFERS_HOLDINGS,
  ...NETWORKS_HOLDINGS,
  ...FINDING_HOLDINGS,
  ...LISTS_HOLDINGS,
  ...DUPLICATES_HOLDINGS,
  ...FRESHNESS_HOLDINGS,
  ...COOPERATIONS_HOLDINGS,
  ...AGREEMENTS_HOLDINGS,
  ...COMMITMENTS_HOLDINGS,
  ...REQUESTS_HOLDINGS,
  ...REVIEWS_HOLDINGS,
  ...COMMONGROUND_HOLDINGS,
  ...PROTECTION_HOLDINGS,
  ...CHAIN_HOLDINGS,
  ...LINKS_HOLDINGS,
  ...THROTTLE_HOLDINGS,
  ...MAIL_HOLDINGS,
  ...NOTICES_HOLDINGS,
]);

/** What is kept beside the tables. `table` is the folder or the schema. */
export const BESIDE = declareHoldings([
  {
    table: 'jobs',
    columns: ['data', 'state'],
    purpose: 'job',
    readers: ['program'],
    keep: { days: 7, after: 'settled' },
  },
  { table: 'uploads/', columns: ['*'], purpose: 'file', readers: ['keepers'], keep: { days: 30, after: 'work' } },
  { table: 'outbox/', columns: ['*.eml'], purpose: 'send', readers: ['operator'], keep: { days: 30, after: 'made' } },
  { table: 'secret', columns: ['*'], purpose: 'signIn', readers: ['program'], keep: { while: 'installation' } },
  { table: 'log', columns: ['*'], purpose: 'log', readers: ['operator'], keep: { days: 1, after: 'made' } },
  { table: 'backup', columns: ['*.age'], purpose: 'backup', readers: ['operator'], keep: { days: 30, after: 'made' } },
]);
