import { sign } from '../src/areas/agreements/sign.ts';
import { findStanding } from '../src/areas/agreements/store.ts';
import type { tryPartners } from './partners.ts';

type World = Pick<Awaited<ReturnType<typeof tryPartners>>, 'speaker' | 'bildungswerk' | 'nujin'>;

/** Both sign the newest version on paper: from now on it is in force. */
export async function signByAll({ speaker, bildungswerk, nujin }: World, agreement: string): Promise<void> {
  const { hash } = await speaker(nujin).db.read((db) => findStanding(db, agreement));
  for (const partner of [nujin, bildungswerk]) {
    const signed = await sign(speaker(partner), { agreement, partner, version: hash, proof: { kind: 'paper' } });
    if (!signed.ok) throw new Error('not signed');
  }
}
