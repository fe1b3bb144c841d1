import { MIGRATIONS } from '../src/app/migrations.ts';
import { declareFields, insertSource, say, type NewClaim, type Register } from '../src/areas/claims/index.ts';
import { findingProjection } from '../src/areas/finding/index.ts';
import { OFFER_FIELDS } from '../src/areas/offers/index.ts';
import { ORGANISATION_FIELDS } from '../src/areas/organisations/index.ts';
import { system } from '../src/plain/actor.ts';
import { idFor } from '../src/plain/ids.ts';
import type { Json } from '../src/plain/json.ts';
import type { Scope } from '../src/plain/scope.ts';
import type { Database } from '../src/platform/database/index.ts';
import { openTestDatabase } from './database.ts';

/** The fields of organisations and offers with the finder as their only projection. */
export const TOLD_REGISTER: Register = {
  fields: { organisation: ORGANISATION_FIELDS, offer: OFFER_FIELDS, network: declareFields('network', {}) },
  projections: [findingProjection],
};
/** When the list spoke. */
export const TOLD_AT = new Date('2026-10-01T08:00:00Z');

/** Something that a list tells about an organisation or an offer. Texts that may stand in several languages are German, or `language → text`. */
export interface Told {
  readonly key: string;
  readonly kind: 'organisation' | 'offer';
  readonly facts: Readonly<Record<string, Json>>;
  readonly scope?: Scope;
  /** More about something that was told of before. */
  readonly isKnown?: boolean;
  /** The day on which somebody confirmed all of it. */
  readonly confirmed?: string;
}

export const openTold = (): Promise<Database> => openTestDatabase(MIGRATIONS);

export async function tell(database: Database, entries: readonly Told[]): Promise<void> {
  await database.as(system('test')).write(async (tx) => {
    const source = await toldSource(tx);
    await say(tx, TOLD_REGISTER, {
      subjects: entries.filter(({ isKnown }) => isKnown !== true).map(({ key, kind }) => ({ id: idFor(key), kind })),
      claims: entries.flatMap((told) => toldClaims(told, source)),
      at: TOLD_AT,
    });
  });
}

/** The list that speaks. */
export function toldSource(tx: Parameters<typeof insertSource>[0]): Promise<number> {
  const spoken = {
    kind: 'list',
    speaker: null,
    publisher: 'Rhönau',
    licence: 'CC0',
    takedownContact: 'x@rhoenau.example',
    retrievedAt: TOLD_AT,
  } as const;
  return insertSource(tx, spoken, 0);
}

export function toldClaims(
  { key, kind, facts, scope = 'public', confirmed }: Told,
  source: number,
): readonly NewClaim[] {
  const { fields } = TOLD_REGISTER.fields[kind];
  return Object.entries(facts).flatMap(([field, value]) =>
    spoken(fields.get(field)?.perLanguage === true, value).map(([language, text]): NewClaim => ({
      subject: idFor(key),
      field,
      language,
      value: text,
      source,
      sourceKind: 'list',
      scope,
      saidAt: TOLD_AT,
      validFrom: null,
      validTo: null,
      confirmedAt: confirmed === undefined ? null : new Date(`${confirmed}T08:00:00Z`),
      confirmedByRole: confirmed === undefined ? null : 'coordination',
    })),
  );
}

function spoken(isPerLanguage: boolean, value: Json): readonly (readonly [string | null, Json])[] {
  if (!isPerLanguage) return [[null, value]];
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.entries(value) : [['de', value]];
}
