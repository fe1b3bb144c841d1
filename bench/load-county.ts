import {
  beginRevision,
  insertSource,
  publishRevision,
  reviseNew,
  type NewClaim,
  type Register,
  type SubjectKind,
} from '../src/areas/claims/index.ts';
import type { Subject } from '../src/engines/rhoenau/index.ts';
import { idFor } from '../src/plain/ids.ts';
import type { WriteDatabase } from '../src/platform/context.ts';

const STEP = 250;

/** Takes invented subjects over through the door of the claims, in steps, and publishes them at once. */
export async function loadCounty(
  db: WriteDatabase,
  register: Register,
  kind: SubjectKind,
  subjects: readonly Subject[],
): Promise<void> {
  const at = new Date('2026-11-01T08:00:00Z');
  const { revision, source } = await db.write(async (tx) => {
    const begun = await beginRevision(tx, 'import', at);
    const spoken = {
      kind: 'list',
      speaker: null,
      publisher: 'Rhönau',
      licence: 'CC0',
      takedownContact: 'register@rhoenau.example',
      retrievedAt: at,
    } as const;
    return { revision: begun, source: await insertSource(tx, spoken, begun) };
  });
  for (let from = 0; from < subjects.length; from += STEP) {
    const step = subjects.slice(from, from + STEP);
    const claims = step.flatMap((one) => claimsOf(register, kind, one, source));
    await db.write((tx) =>
      reviseNew(tx, register, revision, { subjects: step.map(({ id }) => ({ id: idFor(id), kind })), claims }),
    );
  }
  await db.write((tx) => publishRevision(tx, register, revision));
}

function claimsOf(register: Register, kind: SubjectKind, one: Subject, source: number): readonly NewClaim[] {
  const { fields } = register.fields[kind];
  return Object.entries(one.facts).flatMap(([name, facts]) => {
    const field = fields.get(name);
    if (field === undefined) return [];
    return facts.map(({ language, value }): NewClaim => ({
      subject: idFor(one.id),
      field: name,
      language: field.perLanguage ? (language ?? 'de') : null,
      value,
      source,
      sourceKind: 'list',
      scope: field.scope,
      saidAt: new Date(`${one.saidAt}T08:00:00Z`),
      validFrom: null,
      validTo: null,
      confirmedAt: one.confirmedAt === null ? null : new Date(`${one.confirmedAt}T08:00:00Z`),
      confirmedByRole: one.confirmedAt === null ? null : 'coordination',
    }));
  });
}
