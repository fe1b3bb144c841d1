import { FIELDS_OF_ACTION, ORGANISATION_KINDS } from '../organisations/index.ts';
import { TARGET_GROUPS } from '../offers/index.ts';
import type { Facts } from '../claims/index.ts';
import { listOf, textOf, timesOf } from './facts.ts';

/** What results can be narrowed down by, in the order of the page. */
export const FACETS = ['field', 'language', 'group', 'day', 'condition', 'kind'] as const;
export type FacetName = (typeof FACETS)[number];

/** The bit of no facet: of places and things, which are no choices. */
export const NO_FACET = 31;

/** The bit of the facet that a code belongs to. */
export function facetBitOf(code: string): number {
  const name = code.split(':', 1)[0];
  const bit = FACETS.findIndex((facet) => facet === name);
  return bit < 0 ? NO_FACET : bit;
}

/** Facets of which an entry has to have all that was chosen, not one of it: who needs no papers and no cost needs both. */
export const ALL_OF: ReadonlySet<FacetName> = new Set(['condition']);

/** Access conditions that help; each is a word that somebody has said, never a guess. */
export const CONDITIONS = ['noPapers', 'anonymous', 'free', 'noAppointment', 'stepFree', 'nonPublicBody'] as const;
export type Condition = (typeof CONDITIONS)[number];

export const ENTRY_KINDS = ['organisation', 'offer'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** The values of a facet in the order of the page; languages are open: whatever occurs. */
export const FACET_VALUES: Readonly<Record<Exclude<FacetName, 'language'>, readonly string[]>> = {
  field: FIELDS_OF_ACTION,
  group: TARGET_GROUPS,
  day: ['1', '2', '3', '4', '5', '6', '7'],
  condition: CONDITIONS,
  kind: ENTRY_KINDS,
};

const SAID: Readonly<Record<Condition, readonly [field: string, value: string]>> = {
  noPapers: ['papersAsked', 'no'],
  anonymous: ['anonymousPossible', 'yes'],
  free: ['cost', 'free'],
  noAppointment: ['appointment', 'no'],
  stepFree: ['stepFree', 'yes'],
  nonPublicBody: ['publicBody', 'no'],
};

/** Which conditions the facts state. */
export function conditionsOf(facts: Facts): readonly Condition[] {
  return CONDITIONS.filter((condition) => facts[SAID[condition][0]] === SAID[condition][1]);
}

/** What an entry can be found and counted by, as `facet:value`; `form` is for words only. */
export function codesOf(kind: EntryKind, facts: Facts): readonly string[] {
  const form = kind === 'organisation' ? textOf(facts, 'kind') : null;
  return [
    `kind:${kind}`,
    ...(form !== null && ORGANISATION_KINDS.some((known) => known === form) ? [`form:${form}`] : []),
    ...listOf(facts, 'fieldsOfAction').map((field) => `field:${field}`),
    ...listOf(facts, 'languages').map((tag) => `language:${tag}`),
    ...listOf(facts, 'targetGroups').map((group) => `group:${group}`),
    ...[...new Set(timesOf(facts).map(({ day }) => `day:${day}`))],
    ...conditionsOf(facts).map((condition) => `condition:${condition}`),
  ];
}
