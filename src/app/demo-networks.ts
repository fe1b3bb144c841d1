import { insertSource, type NewClaim } from '../areas/claims/index.ts';
import { COUNTY_ID, COUNTY_NAME, type County, type Network } from '../engines/rhoenau/index.ts';
import type { Json } from '../plain/json.ts';
import type { Scope } from '../plain/scope.ts';
import type { Transaction } from '../platform/database/index.ts';
import { inventedId } from './demo-ids.ts';
import { REGISTER } from './register.ts';

/** Who coordinates the networks of the county; invented like everything about them. */
const COORDINATION = 'Koordination der Netzwerke im Landkreis Rhönau (erfunden)';
const ROLE = 'Koordination der Netzwerke';

/** Where taking part can bring somebody trouble, who does stays among the confirmed organisations. */
const QUIET: ReadonlySet<string> = new Set(['network/solidarische-stadt']);

/** What the coordination says about the networks of the county, with its source. */
export async function networkClaims(
  tx: Transaction,
  { networks }: County,
  retrievedAt: Date,
): Promise<readonly NewClaim[]> {
  const source = await insertSource(
    tx,
    {
      kind: 'role',
      speaker: null,
      publisher: COORDINATION,
      licence: 'cc0',
      takedownContact: 'netzwerke@rhoenau.example',
      retrievedAt,
    },
    0,
  );
  return networks.flatMap((network) => claimsOf(network, source));
}

function claimsOf(network: Network, source: number): NewClaim[] {
  const { id, saidAt, confirmedAt } = network;
  const said = (field: string, value: Json, language: string | null, scope: Scope): NewClaim => ({
    subject: inventedId(id),
    field,
    language,
    value,
    source,
    sourceKind: 'role',
    scope,
    saidAt: morning(saidAt),
    validFrom: null,
    validTo: null,
    confirmedAt: confirmedAt === null ? null : morning(confirmedAt),
    confirmedByRole: confirmedAt === null ? null : ROLE,
  });
  const facts = factsOf(network);
  return [...REGISTER.fields.network.fields.values()].flatMap((field) => {
    const scope = field.name === 'members' && !QUIET.has(id) ? 'public' : field.scope;
    return (facts.get(field.name) ?? []).map(({ value, language }) =>
      said(field.name, value, field.perLanguage ? (language ?? null) : null, scope),
    );
  });
}

type Said = readonly { readonly value: Json; readonly language?: string }[];

function factsOf({ id, facts, members }: Network): ReadonlyMap<string, Said> {
  const slug = id.slice('network/'.length);
  const topics = (facts['topic'] ?? []).map(({ value }) => value);
  return new Map<string, Said>([
    ['name', facts['name'] ?? []],
    ['goal', facts['goal'] ?? []],
    ['topics', topics.length === 0 ? [] : [{ value: topics }]],
    ['place', [{ value: { place: COUNTY_ID, name: COUNTY_NAME } }]],
    ['contactFunction', [{ value: ROLE }]],
    ['mailbox', [{ value: `${slug}@netzwerke.rhoenau.example` }]],
    ['members', members.length === 0 ? [] : [{ value: members.map(inventedId).toSorted() }]],
  ]);
}

function morning(day: string): Date {
  return new Date(`${day}T08:00:00Z`);
}
