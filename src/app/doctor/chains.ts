import { findTerms } from '../../areas/protection/store-restored.ts';
import { findChains, findNotes, verifyChain } from '../../platform/chain/index.ts';
import { daysBetween, dayOf } from '../../plain/time.ts';
import { bad, fine, type Check } from './check.ts';
import type { Patient } from './index.ts';

/** So much is looked at in one go; a large house is through after some days. */
export interface Bound {
  readonly notes: number;
  readonly milliseconds: number;
}

const BOUND: Bound = { notes: 200_000, milliseconds: 10_000 };

/** The chains of all organisations, from another one on each day, until the bound is reached. */
export async function checkChains({ imports: { db }, clock }: Patient, bound: Bound = BOUND): Promise<Check> {
  const from = performance.now();
  const chains = await db.read(findChains);
  const broken = [...(await findCutOff(db, new Set(chains)))];
  const begin = chains.length === 0 ? 0 : (daysBetween('2026-01-01', dayOf(clock.now())) * STRIDE) % chains.length;
  let count = 0;
  let notes = 0;
  for (const chain of [...chains.slice(begin), ...chains.slice(0, begin)]) {
    if (notes >= bound.notes || performance.now() - from > bound.milliseconds) break;
    const found = await db.read((reader) => findNotes(reader, chain));
    if (verifyChain(chain, found).kind !== 'intact') broken.push(chain);
    count += 1;
    notes += found.length;
  }
  if (broken.length > 0) return bad('chains', 'app.doctor.chains.broken', { chains: broken.toSorted().join(', ') });
  return count < chains.length
    ? fine('chains', 'app.doctor.chains.some', { count, all: chains.length })
    : fine('chains', 'app.doctor.chains.ok', { count });
}

/** A prime, so that in time each chain comes first. */
const STRIDE = 997;

/** Whoever was ever protected has a note of that: a chain that is gone altogether does not look broken by itself. */
async function findCutOff(db: Patient['imports']['db'], chains: ReadonlySet<string>): Promise<readonly string[]> {
  const { running, over } = await db.read(findTerms);
  return [...running, ...over].filter((organisation) => !chains.has(organisation));
}
