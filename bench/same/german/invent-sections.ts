import { COINED } from './german-words.ts';
import { allDifferent, named, organisation, type Invented } from './invent-organisations.ts';
import type { Relation, Thing, Workshop } from './thing.ts';

const SCHOOLS = 6;
const PAIRS = 6;

const SECTIONS: readonly (readonly string[])[] = [
  ['Grundschule', 'GS'],
  ['Oberschule', 'OS'],
  ['Gymnasium', 'Gym.'],
];

/** Two of nearly one name in one house, told apart by a number or by an ending: child minders, groups, houses. */
const NEARLY: readonly (readonly [readonly string[], readonly string[]])[] = [
  [['Kindertagespflege Zwergenstube'], ['Kindertagespflege Zwergenstübchen']],
  [['Kindertagespflege Sternenkinder'], ['Kindertagespflege Sternchen']],
  [
    ['Wohngruppe 1 Am Mühlgraben', 'Wohngruppe I Am Mühlgraben'],
    ['Wohngruppe 2 Am Mühlgraben', 'Wohngruppe II Am Mühlgraben'],
  ],
  [
    ['Kinderhort Sonnenhof Haus 1', 'Kinderhort Sonnenhof (Haus 1)'],
    ['Kinderhort Sonnenhof Haus 2', 'Kinderhort Sonnenhof (Haus 2)'],
  ],
  [['Frauenchor Cantabile'], ['Männerchor Cantabile']],
  [['Deutsch-Polnische Krabbelgruppe'], ['Deutsch-Polnische Kindergruppe']],
];

/** What stands under one roof and under nearly one name and is several: sections of a school, numbered groups. */
export function inventSections(workshop: Workshop): Invented {
  const schools = Array.from({ length: SCHOOLS }, () => schoolWithSections(workshop));
  const pairs = NEARLY.slice(0, PAIRS).map((names) => nearly(workshop, names));
  return {
    things: [...schools.flatMap(({ things }) => things), ...pairs.flat()],
    relations: [...schools.flatMap(({ relations }) => relations), ...pairs.flatMap(allDifferent)],
  };
}

function schoolWithSections(workshop: Workshop): Invented {
  const { throws, part, towns } = workshop;
  const town = throws.pick(towns);
  const name = `Freie Schule ${throws.pick(COINED[part])}`;
  if (!workshop.claim(name, town.name)) return { things: [], relations: [] };
  const carrier = organisation(workshop, town, named([`Schulträger ${name}`, `Schulverein ${name}`], 'gGmbH'), {
    slices: ['carrier'],
  });
  const isInOneHouse = throws.chance(0.7);
  const street = workshop.street();
  const postcode = throws.pick(town.postcodes);
  const phone = workshop.phone();
  const sections = throws.some(SECTIONS, throws.between(2, 3)).map(([long = '', short = '']): Thing => {
    const forms = [
      `${name} (${long})`,
      `${name} - ${long}`,
      `${name} -${long}-`,
      `${long} ${name}`,
      `${short} ${name}`,
    ];
    return organisation(workshop, town, named(throws.chance(0.5) ? forms : forms.toReversed(), null), {
      slices: ['section'],
      partOf: carrier.id,
      mail: carrier.mail,
      site: carrier.site,
      ...(isInOneHouse ? { street, postcode } : {}),
      ...(throws.chance(0.5) ? { phone } : {}),
    });
  });
  const relations: Relation[] = sections.map((section) => ({ a: section.id, b: carrier.id, outcome: 'part' }));
  return { things: [carrier, ...sections], relations: [...relations, ...allDifferent(sections)] };
}

function nearly(workshop: Workshop, names: readonly (readonly string[])[]): readonly Thing[] {
  const { throws, towns } = workshop;
  const town = throws.pick(towns);
  const street = workshop.street();
  const postcode = throws.pick(town.postcodes);
  const phone = workshop.phone();
  const isOfOne = throws.chance(0.5);
  return names.map((forms) =>
    organisation(workshop, town, named([...forms, ...forms.map((form) => `${form} ${town.name}`)], null), {
      slices: ['section'],
      street,
      postcode,
      ...(isOfOne ? { phone } : {}),
    }),
  );
}
