import type { Context } from '../src/platform/context.ts';
import type { Database } from '../src/platform/database/index.ts';
import { beginAgreement } from '../src/areas/agreements/begin.ts';
import { handSheetOver, writeSheet } from '../src/areas/agreements/write-sheet.ts';
import type { Paragraph } from '../src/areas/agreements/paragraph.ts';
import { beginCooperation } from '../src/areas/cooperations/begin.ts';
import { letIn } from '../src/areas/cooperations/store.ts';
import { system, type Actor } from '../src/plain/actor.ts';
import { tryPeople } from './people.ts';

/** Two organisations that have said yes to each other, and whoever must not learn of it. */
export async function tryPartners(
  database: Database,
  known?: { readonly bildungswerk: string; readonly nujin: string; readonly other: string },
) {
  const people = tryPeople(database, '2026-11-21T20:00:00Z');
  const { bildungswerk, nujin, other } = known ?? {
    bildungswerk: await people.organisation(),
    nujin: await people.organisation(),
    other: await people.organisation(),
  };
  const speaker = (organisation: string): Context => people.as(speaking(organisation));
  const cooperation = await cooperate();
  const begin = (paragraphs: readonly Paragraph[] = []) =>
    beginAgreement(speaker(bildungswerk), {
      cooperation,
      partner: bildungswerk,
      languages: ['de', 'tr'],
      paragraphs,
      namesOf: async () =>
        new Map([
          [bildungswerk, 'Bildungswerk Fuldatal gGmbH'],
          [nujin, 'Frauenverein Nûjîn e. V.'],
        ]),
    });
  return { ...people, bildungswerk, nujin, other, cooperation, speaker, begin, fillSheets, cooperate, join };

  /** One more thing that the two do together. */
  async function cooperate(): Promise<string> {
    const id = await beginCooperation(speaker(bildungswerk), { organisation: bildungswerk });
    await join(id, nujin);
    return id;
  }

  async function join(id: string, organisation: string): Promise<void> {
    await database
      .as(system('test'))
      .write((tx) => letIn(tx, { cooperation: id, organisation, phase: 'plan', since: '2026-11-21' }));
  }

  async function fillSheets(): Promise<void> {
    for (const organisation of [bildungswerk, nujin]) {
      const ctx = speaker(organisation);
      const entry = [{ words: 'Etwas.', firmness: 'open' as const }];
      await writeSheet(ctx, { cooperation, organisation, words: { expectations: entry, brings: entry, limits: [] } });
      await handSheetOver(ctx, { cooperation, organisation });
    }
  }
}

function speaking(organisation: string): Actor {
  return { kind: 'account', session: 's', account: organisation, organisations: [organisation], isAdmitted: true };
}
