import { claimsStep } from '../areas/claims/index.ts';
import { findingStep } from '../areas/finding/index.ts';
import { importTurnsStep, listsStep } from '../areas/lists/index.ts';
import { networksStep } from '../areas/networks/index.ts';
import { offersStep } from '../areas/offers/index.ts';
import { organisationsStep } from '../areas/organisations/index.ts';
import type { Step } from '../platform/database/index.ts';
import { sessionsStep } from '../platform/http/index.ts';
import { installationStep } from '../platform/installation/index.ts';

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
];
