import { claimsStep } from '../areas/claims/index.ts';
import { offersStep } from '../areas/offers/index.ts';
import { organisationsStep } from '../areas/organisations/index.ts';
import type { Step } from '../platform/database/index.ts';

/** All steps of the tables, in the order in which they are taken. Add at the end. */
export const MIGRATIONS: readonly Step[] = [claimsStep, organisationsStep, offersStep];
