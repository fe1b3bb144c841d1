import { OFFERS, SPOKEN, TIMES } from './german-words.ts';
import { named } from './invent-organisations.ts';
import type { Relation, Thing, Workshop } from './thing.ts';

const OFFERS_WANTED = 150;
/** After so many offers comes one that is held several times. */
const PARALLEL_EACH = 45;

/** Offers of what there is; many carry the same name in other houses. */
export function inventOffers(
  workshop: Workshop,
  organisations: readonly Thing[],
): { readonly things: readonly Thing[]; readonly relations: readonly Relation[] } {
  const { throws } = workshop;
  const things: Thing[] = [];
  for (let tries = 0; things.length < OFFERS_WANTED && tries < OFFERS_WANTED * 20; tries += 1) {
    const carrier = throws.pick(organisations);
    const names = throws.pick(OFFERS);
    const isElsewhere = throws.chance(0.2);
    const host = isElsewhere ? throws.pick(organisations) : carrier;
    if (!workshop.claim(`${names[0]} ${carrier.id}`, host.town)) continue;
    const offer = offerOf(workshop, carrier, host, names);
    things.push(offer);
    if (names === OFFERS[0]) things.push(nextLevel(workshop, offer));
    if (things.length % PARALLEL_EACH === 0) things.push(...parallel(workshop, offer));
  }
  const relations: Relation[] = things.flatMap((offer) =>
    offer.partOf === null ? [] : [{ a: offer.id, b: offer.partOf, outcome: 'part' as const }],
  );
  return { things, relations: [...relations, ...sameNames(things)] };
}

function offerOf(workshop: Workshop, carrier: Thing, host: Thing, names: readonly string[]): Thing {
  const { throws } = workshop;
  return {
    ...carrier,
    id: workshop.id('offer'),
    kind: 'offer',
    naming: named(names, null),
    street: host.street,
    postcode: host.postcode,
    town: host.town,
    site: throws.chance(0.5)
      ? carrier.site
      : `${carrier.site}angebote/${names[0]?.toLowerCase().replace(/[^a-z]+/g, '-')}`,
    languages: ['Deutsch', ...throws.some(SPOKEN, throws.below(3))],
    partOf: carrier.id,
    times: throws.pick(TIMES),
    slices: ['offer'],
  };
}

/** The course after it: the same in everything but one digit. */
function nextLevel(workshop: Workshop, offer: Thing): Thing {
  const level = workshop.throws.pick(['A2', 'B1']);
  return {
    ...offer,
    id: workshop.id('offer'),
    naming: named(
      offer.naming.full.map((name) => name.replace('A1', level)),
      null,
    ),
    times: workshop.throws.pick(TIMES),
    slices: ['offer', 'section'],
  };
}

/** Courses of one name in one house that are several courses: only the time tells them apart. */
function parallel(workshop: Workshop, offer: Thing): Thing[] {
  return workshop.throws
    .some(
      TIMES.filter((times) => times !== offer.times),
      workshop.throws.between(1, 2),
    )
    .map((times) => ({ ...offer, id: workshop.id('offer'), times, slices: ['offer', 'parallel course'] }));
}

/** Offers of one name are different where carrier or place differ. */
function sameNames(offers: readonly Thing[]): Relation[] {
  const byName = Map.groupBy(offers, ({ naming }) => naming.full[0] ?? '');
  return [...byName.values()].flatMap((group) =>
    group.flatMap((a, place) =>
      group.slice(place + 1).map((b) => ({ a: a.id, b: b.id, outcome: 'different' as const })),
    ),
  );
}
