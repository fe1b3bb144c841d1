import type { ThemeKey } from '../themes.ts';

/** A kind of offer as it exists in every county. */
export interface OfferTemplate {
  readonly key: string;
  readonly name: string;
  readonly theme: ThemeKey;
  readonly text: string;
  /** Codes of target groups; those of the theme when absent. */
  readonly groups?: readonly string[];
  readonly cost?: 'fee' | 'donation';
  /** Opening hours as `18:00-20:00`; several to choose from. */
  readonly hours: readonly string[];
  /** Only by appointment, without weekly times in most cases. */
  readonly appointment?: true;
}

export const MORNING = ['09:00-11:00', '09:30-11:30', '10:00-12:00'];
export const AFTERNOON = ['14:00-16:00', '15:00-17:00', '15:30-17:30', '16:00-18:00'];
export const EVENING = ['17:30-19:00', '18:00-20:00', '18:30-20:30', '19:00-21:00'];
