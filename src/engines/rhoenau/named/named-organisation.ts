import type { ThemeKey } from '../themes.ts';

/** An organisation that is known by name: those of the stories and those that name themselves in their own script. */
export interface NamedOrganisation {
  readonly slug: string;
  readonly kind: 'association' | 'initiative' | 'carrier' | 'administration' | 'institution' | 'umbrella';
  readonly theme: ThemeKey;
  /** BCP 47 and the name; the first is how they call themselves. */
  readonly names: readonly (readonly [language: string, name: string])[];
  readonly languages: readonly string[];
  readonly place: string;
  readonly district?: string;
}
