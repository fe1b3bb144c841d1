import { insertSource, keepSubjects, say, type NewClaim, type NewSubject } from '../areas/claims/index.ts';
import { insertList, remember, type Licence, type List, type Rhythm } from '../areas/lists/index.ts';
import { scopeOf } from '../areas/organisations/index.ts';
import {
  COUNTY_NAME,
  inventCounty,
  type County,
  type Offer,
  type Organisation,
  type List as InventedList,
} from '../engines/rhoenau/index.ts';
import { addDays, dayOf } from '../plain/time.ts';
import { saying } from '../plain/words.ts';
import type { Transaction } from '../platform/database/index.ts';
import { ConflictError } from '../platform/errors.ts';
import { insertInstallation } from '../platform/installation/index.ts';
import { inventedId, type Sources } from './demo-ids.ts';
import { networkClaims } from './demo-networks.ts';
import { listsSayToo, rowKeys } from './demo-rows.ts';
import type { Home } from './home.ts';
import { REGISTER } from './register.ts';

const LICENCES: Readonly<Record<string, Licence>> = { 'CC-BY-4.0': 'ccBy', 'dl-de/by-2-0': 'dlDeBy', 'CC0-1.0': 'cc0' };
const RHYTHMS: Readonly<Record<string, Rhythm>> = {
  jährlich: 'yearly',
  'einmal im Jahr': 'yearly',
  halbjährlich: 'halfYearly',
  vierteljährlich: 'quarterly',
  monatlich: 'monthly',
};

/** Makes this installation the invented county, wholly or not at all. */
export async function seedCounty(home: Pick<Home, 'imports' | 'clock'>): Promise<void> {
  const at = home.clock.now();
  const county = inventCounty({ seed: 1, scale: 1, today: dayOf(at) });
  await home.imports.db.write(async (tx) => {
    if (!(await insertInstallation(tx, { site: COUNTY_NAME, invented: true }, at)))
      throw new ConflictError(saying('app.begin.already'));
    const sources = await insertSources(tx, county, at);
    const subjects = [...county.organisations, ...county.offers];
    const claims = subjects.flatMap((subject) => claimsOf(subject, county, sources));
    await say(tx, REGISTER, {
      subjects: [
        ...subjects.map((subject): NewSubject => ({ id: inventedId(subject.id), kind: kindOf(subject) })),
        ...county.networks.map(({ id }): NewSubject => ({ id: inventedId(id), kind: 'network' })),
      ],
      claims: [...claims, ...listsSayToo(county, sources, claims), ...(await networkClaims(tx, county, at))],
      at,
    });
    await keepSubjects(
      tx,
      county.offers
        .filter(({ saidBy }) => saidBy === 'own')
        .map((offer) => ({ subject: inventedId(offer.id), organisation: inventedId(offer.carriedBy) })),
    );
    for (const list of county.lists) await remember(tx, inventedId(`list/${list.key}`), 0, rowKeys(list, county));
  });
}

async function insertSources(tx: Transaction, county: County, at: Date): Promise<Sources> {
  const sources = new Map<string, number>();
  for (const invented of county.lists) {
    const list = listOf(invented);
    await insertList(tx, list, at);
    const { publisher, licence, takedownContact } = list;
    sources.set(
      invented.key,
      await insertSource(
        tx,
        { kind: 'list', speaker: list.id, publisher, licence, takedownContact, retrievedAt: at },
        0,
      ),
    );
  }
  const own = new Set(
    [...county.organisations, ...county.offers].filter(({ saidBy }) => saidBy === 'own').map(speakerOf),
  );
  for (const organisation of county.organisations.filter(({ id }) => own.has(id))) {
    sources.set(
      `own/${organisation.id}`,
      await insertSource(
        tx,
        {
          kind: 'own',
          speaker: inventedId(organisation.id),
          publisher: firstText(organisation, 'name'),
          licence: 'own',
          // Its mailbox stands in its own word, where protection can hide it.
          takedownContact: '',
          retrievedAt: at,
        },
        0,
      ),
    );
  }
  return sources;
}

function listOf(list: InventedList): List {
  return {
    id: inventedId(`list/${list.key}`),
    title: list.title,
    publisher: list.publisher,
    purpose: list.purpose,
    licence: LICENCES[list.licence] ?? 'unknown',
    role: list.role,
    rhythm: RHYTHMS[list.rhythm] ?? 'asNeeded',
    takedownContact: `${list.key}@rhoenau.example`,
    mapping: null,
  };
}

function claimsOf(subject: Organisation | Offer, county: County, sources: Sources): NewClaim[] {
  const { saidBy, saidAt, confirmedAt } = subject;
  const isOwn = saidBy === 'own';
  const source = sources.get(isOwn ? `own/${speakerOf(subject)}` : saidBy);
  if (source === undefined) throw new Error(`nobody says ${subject.id}`);
  const kind = kindOf(subject);
  const plain = new Map(
    Object.entries(subject.facts).flatMap(([field, [first]]) =>
      first === undefined ? [] : [[field, first.value] as const],
    ),
  );
  const from = plain.get('validFrom');
  const to = plain.get('validTo');
  const role = isOwn ? 'organisation' : (county.lists.find(({ key }) => key === saidBy)?.role ?? '');
  return [...REGISTER.fields[kind].fields.values()].flatMap((field) =>
    (subject.facts[field.name] ?? []).map(({ language, value }): NewClaim => ({
      subject: inventedId(subject.id),
      field: field.name,
      language: language ?? null,
      value,
      source,
      sourceKind: isOwn ? 'own' : 'list',
      scope: scopeOf(field, kind, plain),
      saidAt: morning(saidAt),
      validFrom: typeof from === 'string' ? from : null,
      validTo: typeof to === 'string' ? addDays(to, 1) : null,
      confirmedAt: confirmedAt === null ? null : morning(confirmedAt),
      confirmedByRole: confirmedAt === null ? null : role,
    })),
  );
}

/** An offer's own word is that of the organisation that carries it. */
function speakerOf(subject: Organisation | Offer): string {
  return 'carriedBy' in subject ? subject.carriedBy : subject.id;
}

function kindOf(subject: Organisation | Offer): 'offer' | 'organisation' {
  return 'carriedBy' in subject ? 'offer' : 'organisation';
}

function firstText(subject: Organisation | Offer, field: string): string {
  const value = subject.facts[field]?.[0]?.value;
  return typeof value === 'string' ? value : '';
}

function morning(day: string): Date {
  return new Date(`${day}T08:00:00Z`);
}
