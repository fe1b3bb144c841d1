import {
  ACRONYM_BODIES,
  ACRONYM_HEADS,
  ACRONYM_MIDDLES,
  ACRONYM_PAIRS,
  ACRONYM_TAILS,
  ALIKE,
  COINED,
  KINDS,
  LONG_NAMES,
  SPOKEN,
} from './german-words.ts';
import { COMMUNITIES } from './own-names.ts';
import type { LegalForm, Naming, Relation, Thing, Town, Workshop } from './thing.ts';

const PLAIN = 105;
const ACRONYMS = 44;
const LONG = 40;
const ALIKE_TIMES = 2;
const ELSEWHERE = 9;
const OF_EACH_COMMUNITY = 24;

export interface Invented {
  readonly things: readonly Thing[];
  readonly relations: readonly Relation[];
}

/** Associations and houses of every kind that stand for themselves. */
export function inventOrganisations(workshop: Workshop): Invented {
  const plain = repeat(PLAIN, () => plainOne(workshop));
  const acronyms = repeat(ACRONYMS, () => acronymOne(workshop));
  const long = repeat(LONG, () => longOne(workshop));
  const alike = repeat(ALIKE_TIMES, () => alikeOnes(workshop)).flat();
  const elsewhere = repeat(ELSEWHERE, () => elsewhereOnes(workshop));
  const own = ownOnes(workshop);
  const twins = [...alike, ...elsewhere, ...sameOwnNames(own)];
  return {
    things: [...plain, ...acronyms, ...long, ...alike.flat(), ...elsewhere.flat(), ...own],
    relations: twins.flatMap(allDifferent),
  };
}

/** An organisation of this name with address and contacts of its own. */
export function organisation(workshop: Workshop, town: Town, naming: Naming, more: Partial<Thing> = {}): Thing {
  const { throws } = workshop;
  const id = workshop.id('organisation');
  const word = `${ascii(naming.full[0] ?? '')
    .split(' ')
    .slice(0, 2)
    .join('-')}-${id.slice(-3)}`;
  const site = `https://www.${word}.example/`;
  return {
    id,
    kind: 'organisation',
    naming,
    street: workshop.street(),
    postcode: throws.pick(town.postcodes),
    town: town.name,
    phone: workshop.phone(),
    // No mailbox of this provider has an underscore: nobody is written to by mistake.
    mail: throws.chance(0.3)
      ? `${word.replaceAll('-', '_')}@gmail.com`
      : `${throws.pick(['info', 'kontakt', 'mail'])}@${word}.example`,
    site,
    languages: ['Deutsch', ...throws.some(SPOKEN, throws.below(4))],
    partOf: null,
    times: [],
    slices: [],
    ...more,
  };
}

export function named(full: readonly string[], legal: LegalForm | null, more: Partial<Naming> = {}): Naming {
  return { full, short: [], own: [], legal, legalCounts: false, ...more };
}

export function allDifferent(things: readonly Thing[]): Relation[] {
  return things.flatMap((a, place) =>
    things.slice(place + 1).map((b) => ({ a: a.id, b: b.id, outcome: 'different' as const })),
  );
}

function plainOne(workshop: Workshop): Thing | null {
  const { throws, part, towns } = workshop;
  const [kind, legal] = throws.pick(KINDS);
  const town = throws.pick(towns);
  const coined = throws.pick(COINED[part]);
  const names = throws.chance(0.75)
    ? [`${kind} ${coined}`, `${kind} „${coined}“`, `${kind} ${coined} ${town.name}`, `${kind} "${coined}"`]
    : [`${kind} ${town.name}`, `${kind} in ${town.name}`, `${town.name}er ${kind}`.replace('eer ', 'er ')];
  if (!workshop.claim(names[0] ?? '', town.name)) return null;
  return organisation(workshop, town, named(names, legal), { slices: ['plain'] });
}

function acronymOne(workshop: Workshop): Thing | null {
  const { throws, towns } = workshop;
  const town = throws.pick(towns);
  const parts = throws.chance(0.4)
    ? [throws.pick(ACRONYM_PAIRS), throws.pick(ACRONYM_BODIES)]
    : [throws.pick(ACRONYM_HEADS), throws.pick(ACRONYM_MIDDLES), throws.pick(ACRONYM_TAILS)];
  const full = parts.join(' ');
  const acronym = full
    .split(/[ -]/)
    .filter((word) => word !== 'für')
    .map((word) => word.slice(0, 1))
    .join('');
  if (!workshop.claim(full, town.name)) return null;
  const names = [full, `${full} (${acronym})`, `${full} ${town.name}`, `${acronym} - ${full}`];
  return organisation(workshop, town, named(names, 'eV', { short: [`${acronym} ${town.name}`, acronym] }), {
    slices: ['has an acronym'],
  });
}

function longOne(workshop: Workshop): Thing | null {
  const { throws, towns } = workshop;
  const [pattern, legal] = throws.pick(LONG_NAMES);
  const town = throws.pick(towns);
  const full = pattern.replace('{}', town.name);
  if (!workshop.claim(full, town.name)) return null;
  const names = [
    full,
    full.replaceAll(' und ', ' u. '),
    full.replaceAll(' und ', ' & '),
    full.replace(' und Umgebung', ' und Umg.'),
    full.replace('für ', 'f. '),
  ];
  return organisation(workshop, town, named(names, legal), { slices: ['long name'] });
}

/** Two of nearly one name in one town, some of them in one street. */
function alikeOnes(workshop: Workshop): readonly (readonly Thing[])[] {
  const { throws, towns } = workshop;
  return ALIKE.flatMap((pair) => {
    const town = throws.pick(towns);
    if (!pair.every(([name = '']) => workshop.claim(name, town.name))) return [];
    const street = workshop.street();
    const isNeighbour = throws.chance(0.3);
    const things = pair.map((names, place) =>
      organisation(workshop, town, named([...names, ...names.map((name) => `${name} ${town.name}`)], null), {
        slices: ['alike'],
        ...(isNeighbour ? { street: street.replace(/\d+/, (number) => String(Number(number) + 2 * place)) } : {}),
      }),
    );
    return [things];
  });
}

/** The same name in several towns. */
function elsewhereOnes(workshop: Workshop): readonly Thing[] | null {
  const { throws, part, towns } = workshop;
  const [kind, legal] = throws.pick(KINDS);
  const name = `${kind} ${throws.pick(COINED[part])}`;
  const chosen = throws.some(towns, 3).filter((town) => workshop.claim(name, town.name));
  if (chosen.length < 2) return null;
  return chosen.map((town) =>
    organisation(workshop, town, named([name, `${name} ${town.name}`, `${name} (${town.name})`], legal), {
      slices: ['same name elsewhere'],
    }),
  );
}

function ownOnes(workshop: Workshop): readonly Thing[] {
  const { throws, part, towns } = workshop;
  return COMMUNITIES.flatMap((community) => {
    const names = community.names.filter((_, place) => (place % 2 === 0) === (part === 'development'));
    return repeat(OF_EACH_COMMUNITY, () => {
      const { own, latin } = throws.pick(names);
      const kind = throws.pick(community.kinds);
      const town = throws.pick(towns);
      if (!workshop.claim(own, town.name)) return null;
      const german = kind.german.flatMap((form) => latin.map((name) => form.replace('{}', name)));
      const spoken = kind.latin.flatMap((form) => latin.map((name) => form.replace('{}', name)));
      const withTown = german.map((name) => `${name} ${town.name}`);
      const full = throws.shuffled([...german, ...german, ...spoken, ...withTown]);
      const ownNames = kind.own.map((form) => form.replace('{}', own));
      return organisation(workshop, town, named(full, 'eV', { own: ownNames }), {
        slices: [community.slice],
        languages: community.languages,
      });
    });
  });
}

/** Associations of one community that chose the same word in different towns. */
function sameOwnNames(things: readonly Thing[]): readonly (readonly Thing[])[] {
  const words = Map.groupBy(
    things,
    ({ naming }) => (naming.own[0] ?? '').split(/[ «»]/).toSorted((a, b) => b.length - a.length)[0] ?? '',
  );
  return [...words.values()].filter((group) => group.length > 1);
}

function repeat<Made>(times: number, make: () => Made | null): Made[] {
  const made: Made[] = [];
  for (let tries = 0; made.length < times && tries < times * 20; tries += 1) {
    const one = make();
    if (one !== null) made.push(one);
  }
  return made;
}

function ascii(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/[^a-z0-9 ]/g, '');
}
