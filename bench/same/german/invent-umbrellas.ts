import { BRANCHES, COINED, DISTRICTS, OFFICES, UMBRELLAS } from './german-words.ts';
import { allDifferent, named, organisation, type Invented } from './invent-organisations.ts';
import type { Relation, Thing, Town, Workshop } from './thing.ts';

const LEGAL_TWINS = 10;

/** What belongs to something larger: branches, offices with one switchboard, an association and its company. */
export function inventUmbrellas(workshop: Workshop): Invented {
  const carriers = UMBRELLAS[workshop.part].map(([name, legal, acronym]) =>
    carrierWithBranches(workshop, name, legal, acronym),
  );
  const offices = officesOf(workshop);
  const twins = Array.from({ length: LEGAL_TWINS }, () => legalTwins(workshop)).filter((pair) => pair.length > 0);
  return {
    things: [...carriers.flatMap(({ things }) => things), ...offices, ...twins.flat()],
    relations: [
      ...carriers.flatMap(({ relations }) => relations),
      ...allDifferent(offices),
      ...twins.flatMap(([a, b]) => (a === undefined || b === undefined ? [] : [partOf(b, a)])),
    ],
  };
}

function partOf(part: Thing, whole: Thing): Relation {
  return { a: part.id, b: whole.id, outcome: 'part' };
}

function carrierWithBranches(
  workshop: Workshop,
  name: string,
  legal: 'eV' | 'gGmbH' | 'gUG' | 'eG',
  acronym: string,
): Invented {
  const { throws, towns } = workshop;
  const seat = throws.pick(towns);
  const carrier = organisation(
    workshop,
    seat,
    named([name, `${name} ${seat.name}`], legal, { short: [`${name} (${acronym})`] }),
    {
      slices: ['carrier'],
      mail: `info@${slug(name)}.example`,
      site: `https://${slug(name)}.example`,
    },
  );
  const kinds = throws.some(BRANCHES, 3);
  const places: readonly (readonly [string, Town, string])[] = kinds.flatMap(
    (kind, at): (readonly [string, Town, string])[] =>
      at === 0
        ? throws.some(DISTRICTS, 2).map((district) => [kind, seat, district] as const)
        : throws.some(towns, 2).map((town) => [kind, town, town.name] as const),
  );
  const branches = places.map(([kind, town, where]) =>
    organisation(
      workshop,
      town,
      named([`${name} ${kind} ${where}`, `${kind} ${where} (${name})`, `${name} - ${kind} ${where}`], null, {
        short: [`${acronym} ${kind} ${where}`],
      }),
      {
        slices: ['branch'],
        partOf: carrier.id,
        site: `https://${slug(name)}.example/${slug(kind)}`,
        ...(throws.chance(0.5)
          ? { mail: carrier.mail }
          : { mail: `${slug(kind)}-${slug(where)}@${slug(name)}.example` }),
        ...(throws.chance(0.4) ? { phone: carrier.phone } : {}),
        ...(throws.chance(0.25) ? { street: carrier.street, postcode: carrier.postcode, town: carrier.town } : {}),
      },
    ),
  );
  return {
    things: [carrier, ...branches],
    relations: [...branches.map((branch) => partOf(branch, carrier)), ...allDifferent(branches)],
  };
}

/** Offices of one town hall: one number, one domain, several houses. */
function officesOf(workshop: Workshop): readonly Thing[] {
  const { towns } = workshop;
  const [seat] = towns;
  if (seat === undefined) return [];
  const phone = workshop.phone();
  return OFFICES.map((office) =>
    organisation(
      workshop,
      seat,
      named([`Stadt ${seat.name}, ${office}`, `${office} ${seat.name}`, `${office} der Stadt ${seat.name}`], null),
      {
        slices: ['shared hotline'],
        phone,
        mail: `stadt@${slug(seat.name)}.example`,
        site: `https://www.${slug(seat.name)}.example/${slug(office)}`,
      },
    ),
  );
}

/** The association and the company that it founded: one name, one house, two legal persons. */
function legalTwins(workshop: Workshop): readonly Thing[] {
  const { throws, part, towns } = workshop;
  const town = throws.pick(towns);
  const name = `${throws.pick(['Werkstatt', 'Sozialprojekte', 'Wohnhof', 'Lernwerk', 'Kulturhof'])} ${throws.pick(COINED[part])}`;
  if (!workshop.claim(name, town.name)) return [];
  const parent = organisation(workshop, town, named([name, `${name} ${town.name}`], 'eV', { legalCounts: true }), {
    slices: ['legal form'],
  });
  const child = organisation(
    workshop,
    town,
    named([name, `${name} ${town.name}`], throws.pick(['gGmbH', 'gUG']), { legalCounts: true }),
    {
      slices: ['legal form'],
      partOf: parent.id,
      street: parent.street,
      postcode: parent.postcode,
      site: parent.site,
      ...(throws.chance(0.5) ? { phone: parent.phone } : {}),
    },
  );
  return [parent, child];
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replace(/[^a-z0-9]+/g, '-');
}
