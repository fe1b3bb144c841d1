import type { Step } from '../../../platform/database/index.ts';
import { wallInKeptProjection } from '../../claims/index.ts';

/** An organisation sees all of the offers that it keeps. */
export const keptOffersStep: Step = {
  name: '2026-11-21-kept-offers',
  up: (db) => wallInKeptProjection(db, 'offer'),
};
