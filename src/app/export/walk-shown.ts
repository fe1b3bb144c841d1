import { mergeShown, walkRegister, type Facts, type ShownRow, type SubjectKind } from '../../areas/claims/index.ts';
import { findShownNetworks } from '../../areas/networks/index.ts';
import { findShownOffers } from '../../areas/offers/index.ts';
import { findShownOrganisations } from '../../areas/organisations/index.ts';
import type { Day } from '../../plain/time.ts';
import type { Reader } from '../../platform/database/index.ts';
import { REGISTER } from '../register.ts';

/** What a reader sees of one subject, its scopes together. */
export interface ShownWhole {
  readonly subject: string;
  readonly facts: Facts;
  readonly confirmedOn: Day | null;
  readonly saidOn: Day;
}

const STEP = 500;
const FIND = { organisation: findShownOrganisations, offer: findShownOffers, network: findShownNetworks };

/** All subjects of a kind that the reader sees, in the order of their ids, a batch at a time. Forwarded ones speak elsewhere. */
export async function* walkShown(db: Reader, kind: SubjectKind): AsyncGenerator<readonly ShownWhole[]> {
  for (let after: string | null = null; ;) {
    const step = await walkRegister(db, after, STEP);
    const last = step.at(-1);
    if (last === undefined) return;
    after = last.id;
    const ids = step.flatMap((subject) => (subject.kind === kind && subject.forwardedTo === null ? [subject.id] : []));
    const rows = Map.groupBy(await FIND[kind](db, ids), (row) => row.subject);
    if (rows.size > 0) yield [...rows].map(([subject, parts]) => whole(kind, subject, parts));
  }
}

function whole(kind: SubjectKind, subject: string, parts: readonly ShownRow[]): ShownWhole {
  const confirmed = parts.flatMap(({ confirmedOn }) => (confirmedOn === null ? [] : [confirmedOn])).toSorted();
  const said = parts.map(({ saidOn }) => saidOn).toSorted();
  return {
    subject,
    facts: mergeShown(REGISTER.fields[kind], parts),
    confirmedOn: confirmed.at(-1) ?? null,
    saidOn: said.at(-1) ?? '',
  };
}
