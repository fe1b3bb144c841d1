import { join } from 'node:path';
import { findNamesakes } from '../../areas/organisations/index.ts';
import { canonical, type Json } from '../../plain/json.ts';
import { fold } from '../../plain/text.ts';
import type { WriteDatabase } from '../../platform/context.ts';
import type { Reader } from '../../platform/database/index.ts';
import { mainOf, textOf } from './hsds-parts.ts';
import { carrierOf, organizationOf, serviceOf, type HsdsWork } from './hsds-things.ts';
import { taxonomies, taxonomyTerms, type Thing } from './hsds-taxonomy.ts';
import { withFiles, type TextFile } from './text-file.ts';
import { walkShown, type ShownWhole } from './walk-shown.ts';
import type { Written } from './written.ts';

/** The public register in HSDS 3.1: a list of full objects for each class, and what our profile adds. */
export async function exportHsds(
  database: Pick<WriteDatabase, 'read'>,
  folder: string,
  work: HsdsWork,
): Promise<Written> {
  const name = (part: string) => join(folder, `${part}.json`);
  const parts = ['organizations', 'services', 'taxonomies', 'taxonomy_terms', 'profile'];
  const counts = await withFiles((open) =>
    database.read(async (db) => {
      const organizations = openList(open(name('organizations')));
      const services = openList(open(name('services')));
      await writeOrganizations(db, organizations, work);
      await writeServices(db, organizations, services, work);
      const counted = { organizations: await organizations.end(), services: await services.end() };
      await writeAll(openList(open(name('taxonomies'))), taxonomies());
      await writeAll(openList(open(name('taxonomy_terms'))), taxonomyTerms(work.words));
      await open(name('profile')).write(`${JSON.stringify(PROFILE, null, 2)}\n`);
      return counted;
    }),
  );
  return { files: parts.map(name), counts };
}

interface ThingList {
  add(thing: Thing): Promise<void>;
  end(): Promise<number>;
}

function openList(file: TextFile): ThingList {
  let count = 0;
  return {
    async add(thing) {
      await file.write(`${count === 0 ? '[' : ','}\n${canonical(thing)}`);
      count += 1;
    },
    async end() {
      await file.write(count === 0 ? '[]\n' : '\n]\n');
      return count;
    },
  };
}

async function writeAll(list: ThingList, things: readonly Thing[]): Promise<void> {
  for (const thing of things) await list.add(thing);
  await list.end();
}

async function writeOrganizations(db: Reader, list: ThingList, work: HsdsWork): Promise<void> {
  for await (const batch of walkShown(db, 'organisation')) {
    for (const shown of batch) if (mainOf(shown.facts, 'name') !== '') await list.add(organizationOf(shown, work));
  }
}

async function writeServices(db: Reader, organizations: ThingList, services: ThingList, work: HsdsWork): Promise<void> {
  const named = new Set<string>();
  for await (const batch of walkShown(db, 'offer')) {
    const carriers = await carriersOf(db, batch);
    for (const shown of batch) {
      const name = textOf(shown.facts, 'carrier');
      if (mainOf(shown.facts, 'name') === '') continue;
      const found = carriers.get(fold(name));
      if (found === undefined && name !== '' && !named.has(fold(name))) {
        named.add(fold(name));
        await organizations.add(carrierOf(name));
      }
      const carrier = found ?? (name === '' ? null : { id: textOf(carrierOf(name), 'id'), name });
      await services.add(serviceOf(shown, carrier, work));
    }
  }
}

/** Folded name → the one organisation of that name; where several share it, none is guessed. */
async function carriersOf(
  db: Reader,
  offers: readonly ShownWhole[],
): Promise<ReadonlyMap<string, { id: string; name: string }>> {
  const keys = [...new Set(offers.map(({ facts }) => fold(textOf(facts, 'carrier'))))].filter((key) => key !== '');
  const namesakes = await findNamesakes(db, keys);
  return new Map(
    keys.flatMap((key): [string, { id: string; name: string }][] => {
      const same = namesakes.filter(({ nameKeys }) => nameKeys.includes(key));
      const [only] = same;
      return only === undefined || same.length > 1
        ? []
        : [[key, { id: only.subject, name: mainOf(only.facts, 'name') }]];
    }),
  );
}

const PROFILE: Json = {
  name: 'Geflecht',
  hsds_version: '3.1',
  files: {
    'organizations.json': 'organization.json',
    'services.json': 'service.json',
    'taxonomies.json': 'taxonomy.json',
    'taxonomy_terms.json': 'taxonomy_term.json',
  },
  additions: {
    'organization.x_translations, service.x_translations':
      'Texts by field and language (BCP 47, "und" while not known). The plain fields hold German, or else the first of them.',
    'organization.x_languages': 'Languages spoken there (BCP 47). A location carries them too, where there is one.',
    'organization.x_confirmed_on':
      'The last day somebody who answers for it stood by it. For services this is assured_date.',
    'organization.x_said_on': 'The last day any source said one of these facts.',
    'organization.x_named_only': 'An offer names this carrier, and the register knows nothing else about it.',
    'schedule.x_timezone':
      'IANA name of the zone, in place of the numeric timezone of HSDS, which is wrong for half of each year.',
  },
  notes: [
    'HSDS has no class for networks of organisations: they are in the exports csv and claims.',
    'Only facts that are for everyone. An address without a street has an empty address_1.',
    'A place that was not resolved has an empty state_province or postal_code.',
  ],
};
