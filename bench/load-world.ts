import { findClaims } from '../src/areas/claims/index.ts';
import { appoint, createAccount } from '../src/areas/people/index.ts';
import { readConfig } from '../src/app/config.ts';
import { seedCounty } from '../src/app/demo.ts';
import { openHome } from '../src/app/home.ts';
import { REGISTER } from '../src/app/register.ts';
import { inventCounty } from '../src/engines/rhoenau/index.ts';
import { idFor } from '../src/plain/ids.ts';
import { addDays, dayOf } from '../src/plain/time.ts';
import { asSystem } from '../src/platform/database/index.ts';
import { hashOf, insertSession, newToken } from '../src/platform/http/index.ts';
import { loadCounty } from './load-county.ts';

/** Organisations of the register: with their offers some 20,000 entries. */
const SCALE = 33;

/** Somebody who speaks for an organisation, signed in. */
export interface Speaker {
  readonly organisation: string;
  readonly cookie: string;
}

export interface World {
  readonly entries: number;
  readonly speakers: readonly Speaker[];
  /** Organisations and offers to look at. */
  readonly organisations: readonly string[];
  readonly offers: readonly string[];
}

/** The invented county, a large register beside it, and people who speak for some of its organisations. */
export async function makeWorld(env: Readonly<NodeJS.ProcessEnv>, speakers: number): Promise<World> {
  const config = readConfig(env);
  if (!config.ok) throw new Error(config.issue);
  const home = await openHome({ ...config.value, logLevel: 'error' });
  try {
    await seedCounty(home);
    const county = inventCounty({ seed: 7, scale: SCALE, today: dayOf(home.clock.now()) });
    const { db } = home.as('bench');
    await loadCounty(db, REGISTER, 'organisation', county.organisations);
    await loadCounty(db, REGISTER, 'offer', county.offers);
    const now = home.clock.now();
    // Who was last spoken of long ago is not public any more.
    const since = addDays(dayOf(now), -300);
    const lively = <Thing extends { readonly saidAt: string }>(things: readonly Thing[]) =>
      things.filter(({ saidAt }) => saidAt >= since);
    const organisations = lively(county.organisations);
    const chosen = organisations.slice(0, speakers);
    const signedIn: Speaker[] = [];
    for (const [place, one] of chosen.entries()) {
      const organisation = idFor(one.id);
      const token = newToken();
      await db.write(async (tx) => {
        const alias = `Probe ${place}`;
        const account = await createAccount(tx, { alias, language: 'de', mail: null, passphrase: null }, now);
        const from = dayOf(now);
        await appoint(tx, { kind: 'organisation', organisation, place: 'holder', account, from, until: null }, now);
        await asSystem(tx, () => insertSession(tx, { tokenHash: hashOf(token), account, device: null }, now));
      });
      signedIn.push({ organisation, cookie: `session=${token}` });
    }
    const some = (things: readonly { readonly id: string }[]) =>
      things.slice(speakers, speakers + 500).map(({ id }) => idFor(id));
    return {
      entries: county.organisations.length + county.offers.length,
      speakers: signedIn,
      organisations: some(organisations),
      offers: some(lively(county.offers)),
    };
  } finally {
    await home.close();
  }
}

/** How many own words about one field were kept for an organisation, also those that were replaced since. */
export async function countOwnWords(
  env: Readonly<NodeJS.ProcessEnv>,
  organisations: readonly string[],
  field: string,
): Promise<ReadonlyMap<string, number>> {
  const config = readConfig(env);
  if (!config.ok) throw new Error(config.issue);
  const home = await openHome({ ...config.value, logLevel: 'error' });
  try {
    const claims = await home.as('bench').db.read((db) => findClaims(db, organisations));
    const own = claims.filter((claim) => claim.field === field && claim.sourceKind === 'own');
    return new Map([...Map.groupBy(own, ({ subject }) => subject)].map(([subject, words]) => [subject, words.length]));
  } finally {
    await home.close();
  }
}
