import { dice } from '../../../src/engines/rhoenau/dice.ts';
import { fictionPhone } from '../../../src/engines/rhoenau/phones.ts';
import { STREET_ENDS, STREET_STEMS, TOWNS } from './german-words.ts';
import { inventOffers } from './invent-offers.ts';
import { inventOrganisations } from './invent-organisations.ts';
import { inventSections } from './invent-sections.ts';
import { inventUmbrellas } from './invent-umbrellas.ts';
import type { Part, Relation, Thing, Workshop } from './thing.ts';

/** Half of the numbers kept for fiction each: the halves share none. */
const FIRST_PHONE: Readonly<Record<Part, number>> = { development: 0, 'held-out': 2500 };
const IN_A_HOUSE = 9;
const HOUSES = 3;

export interface World {
  readonly things: readonly Thing[];
  readonly relations: readonly Relation[];
  /** A number and a street that no thing has. */
  readonly newPhone: () => string;
  readonly newStreet: () => string;
}

/** Everything that exists in one half, and how it belongs together. */
export function inventWorld(part: Part, seed: number): World {
  const workshop = openWorkshop(part, seed);
  const alone = inventOrganisations(workshop);
  const together = inventUmbrellas(workshop);
  const sections = inventSections(workshop);
  const organisations = [...intoHouses(workshop, alone.things), ...together.things, ...sections.things];
  const offers = inventOffers(workshop, organisations);
  const things = [...organisations, ...offers.things];
  const said = [...alone.relations, ...together.relations, ...sections.relations, ...offers.relations];
  const lived = new Set(things.map(({ street }) => street));
  return {
    things,
    relations: strongest([...said, ...neighbours(things)]),
    newPhone: workshop.phone,
    newStreet: () => {
      for (;;) {
        const street = workshop.street();
        if (!lived.has(street)) return street;
      }
    },
  };
}

function openWorkshop(part: Part, seed: number): Workshop {
  const throws = dice(seed, `german set ${part}`);
  const taken = new Set<string>();
  let phones = FIRST_PHONE[part];
  let ids = 0;
  return {
    part,
    throws,
    towns: TOWNS[part],
    street: () => {
      const letter = throws.chance(0.1) ? throws.pick(['a', 'b']) : '';
      return `${joined(throws.pick(STREET_STEMS[part]), throws.pick(STREET_ENDS))} ${throws.between(1, 120)}${letter}`;
    },
    phone: () => fictionPhone((phones += 1)),
    claim: (name, town) => {
      const key = `${name} in ${town}`;
      if (taken.has(key)) return false;
      taken.add(key);
      return true;
    },
    id: (kind) => `${kind}-${String((ids += 1)).padStart(3, '0')}`,
  };
}

function joined(stem: string, end: string): string {
  return stem.endsWith('-') ? `${stem}${end.slice(0, 1).toUpperCase()}${end.slice(1)}` : `${stem}${end}`;
}

/** Some move into houses with many door plates; in the first of them all share the porter's telephone. */
function intoHouses(workshop: Workshop, things: readonly Thing[]): readonly Thing[] {
  const { throws, towns } = workshop;
  const movers = throws.shuffled(
    things.filter(({ slices }) => !slices.includes('alike') && !slices.includes('long name')),
  );
  const moved = new Map<string, Thing>();
  for (let house = 0; house < HOUSES; house += 1) {
    const [town] = towns;
    if (town === undefined) break;
    const street = workshop.street();
    const postcode = throws.pick(town.postcodes);
    const porter = workshop.phone();
    const tenants = movers.filter((thing) => thing.town === town.name && !moved.has(thing.id)).slice(0, IN_A_HOUSE);
    for (const thing of tenants) {
      const slices = [...thing.slices, 'shared house'];
      moved.set(thing.id, { ...thing, street, postcode, slices, ...(house === 0 ? { phone: porter } : {}) });
    }
  }
  return things.map((thing) => moved.get(thing.id) ?? thing);
}

/** Whoever shares an address without belonging together is at the same place. */
function neighbours(things: readonly Thing[]): Relation[] {
  const houses = Map.groupBy(things, ({ street, town }) => `${street}, ${town}`);
  return [...houses.values()].flatMap((group) =>
    group.flatMap((a, place) => group.slice(place + 1).map((b) => ({ a: a.id, b: b.id, outcome: 'place' as const }))),
  );
}

const ORDER = ['part', 'place', 'different'] as const;

/** Of several answers for two things the one that says most. */
function strongest(relations: readonly Relation[]): Relation[] {
  const best = new Map<string, Relation>();
  for (const outcome of ORDER) {
    for (const relation of relations) {
      if (relation.outcome !== outcome) continue;
      const key = [relation.a, relation.b].toSorted().join(' ');
      if (!best.has(key)) best.set(key, relation);
    }
  }
  return [...best.values()];
}
