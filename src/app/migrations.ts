import {
  agreementsByOrganisationStep,
  agreementsIndexesStep,
  agreementsStep,
  draftsStep,
  endedAgreementsStep,
  frameDaysStep,
  keptAgreementsStep,
  partnerToldStep,
  talkingPointsStep,
} from '../areas/agreements/index.ts';
import {
  claimsByOrganisationStep,
  claimsStep,
  coveredTwinsStep,
  forwardingStep,
  heardOnStep,
  keptSubjectsStep,
  namedMembersStep,
  protectedSubjectsStep,
  speakersStep,
  veiledClaimsStep,
} from '../areas/claims/index.ts';
import { commongroundStep, endedEarlyStep } from '../areas/commonground/index.ts';
import { commitmentsStep } from '../areas/commitments/index.ts';
import {
  cooperationsByOrganisationStep,
  cooperationsIndexesStep,
  cooperationsStep,
  leavingStep,
  plansStep,
  searchRequestsStep,
} from '../areas/cooperations/index.ts';
import { confirmationAskStep, notUsStep } from '../areas/freshness/index.ts';
import { duplicatesStep, pairsAskedStep } from '../areas/duplicates/index.ts';
import { findingReadersStep, findingStep } from '../areas/finding/index.ts';
import { importTurnsStep, listAnswersStep, listKeepersStep, listsStep } from '../areas/lists/index.ts';
import { hiddenMembersStep, networksReadersStep, networksStep } from '../areas/networks/index.ts';
import { noticesByOrganisationStep, noticeStep, ownNoticesStep } from '../areas/notices/index.ts';
import { keptOffersStep, offersReadersStep, offersStep } from '../areas/offers/index.ts';
import {
  namePlacesStep,
  organisationsReadersStep,
  organisationsStep,
  picturesStep,
} from '../areas/organisations/index.ts';
import {
  idleAccountsStep,
  invitationsStep,
  passkeysStep,
  peopleByOrganisationStep,
  peopleStep,
  secondStepStep,
  signInStep,
} from '../areas/people/index.ts';
import { reviewsByOrganisationStep, reviewsIndexesStep, reviewsStep } from '../areas/reviews/index.ts';
import { protectionByOrganisationStep, protectionStep } from '../areas/protection/index.ts';
import {
  introductionContactStep,
  introductionsStep,
  requestsByOrganisationStep,
  requestsIndexesStep,
  requestsStep,
} from '../areas/requests/index.ts';
import { chainStep, ownChainStep } from '../platform/chain/index.ts';
import type { Step } from '../platform/database/index.ts';
import { accountSessionsStep, sessionActingStep, sessionFactorsStep, sessionsStep } from '../platform/http/index.ts';
import { installationKeepersStep, installationStep } from '../platform/installation/index.ts';
import { linksStep } from '../platform/links/index.ts';
import { mailStep } from '../platform/mail/index.ts';
import { throttleStep } from '../platform/throttle/index.ts';

/** All steps of the tables, in the order in which they are taken. Add at the end. */
export const MIGRATIONS: readonly Step[] = [
  installationStep,
  sessionsStep,
  claimsStep,
  organisationsStep,
  offersStep,
  listsStep,
  findingStep,
  importTurnsStep,
  networksStep,
  installationKeepersStep,
  accountSessionsStep,
  speakersStep,
  organisationsReadersStep,
  offersReadersStep,
  networksReadersStep,
  listKeepersStep,
  findingReadersStep,
  peopleStep,
  chainStep,
  throttleStep,
  mailStep,
  keptSubjectsStep,
  keptOffersStep,
  signInStep,
  linksStep,
  confirmationAskStep,
  idleAccountsStep,
  protectedSubjectsStep,
  passkeysStep,
  noticeStep,
  protectionStep,
  invitationsStep,
  veiledClaimsStep,
  coveredTwinsStep,
  sessionFactorsStep,
  secondStepStep,
  namedMembersStep,
  hiddenMembersStep,
  picturesStep,
  heardOnStep,
  namePlacesStep,
  notUsStep,
  ownNoticesStep,
  cooperationsStep,
  agreementsStep,
  plansStep,
  draftsStep,
  talkingPointsStep,
  requestsStep,
  introductionsStep,
  leavingStep,
  endedAgreementsStep,
  reviewsStep,
  commitmentsStep,
  keptAgreementsStep,
  searchRequestsStep,
  ownChainStep,
  partnerToldStep,
  sessionActingStep,
  cooperationsIndexesStep,
  agreementsIndexesStep,
  requestsIndexesStep,
  reviewsIndexesStep,
  frameDaysStep,
  forwardingStep(['offer']),
  duplicatesStep,
  agreementsByOrganisationStep,
  claimsByOrganisationStep,
  cooperationsByOrganisationStep,
  noticesByOrganisationStep,
  peopleByOrganisationStep,
  protectionByOrganisationStep,
  requestsByOrganisationStep,
  reviewsByOrganisationStep,
  pairsAskedStep,
  commongroundStep,
  listAnswersStep,
  endedEarlyStep,
  introductionContactStep,
];
