import { knownOf, mergeShown, spokenOf, type Facts } from '../areas/claims/index.ts';
import type { CooperationPages, Criteria, Profile, TimeOfWeek } from '../areas/cooperations/index.ts';
import { find, readQuery, type Finder } from '../areas/finding/index.ts';
import { findNamesakes, findShownOrganisations, ORGANISATION_FIELDS } from '../areas/organisations/index.ts';
import { findOffersOf } from '../areas/offers/index.ts';
import type { Gazetteer } from '../areas/places/index.ts';
import type { Reader } from '../platform/database/index.ts';
import type { Json } from '../plain/json.ts';
import { fold } from '../plain/text.ts';
import type { Words } from '../plain/words.ts';

/** So many entries the finder may bring for each wish; whoever fits several is brought by each. */
const MOST_PER_WISH = 120;
const LONGEST_ABOUT = 240;

/**
 * Organisations that may fit what is wished for: those that the finder finds for each wish alone and for all together,
 * and those whose offers it finds, with the facts that the one who looks may see. Which of them fit, and in what, the
 * area of cooperations works out from these facts again.
 */
export function candidatesFor(finder: Finder): CooperationPages['candidatesFor'] {
  return async (ctx, criteria) => {
    const organisations = new Set<string>();
    const carriers = new Set<string>();
    for (const query of queriesFor(criteria)) {
      const { results } = await find(ctx, finder, readQuery(query).query, { size: MOST_PER_WISH });
      for (const { kind, subject, facts } of results) {
        if (kind === 'organisation') organisations.add(subject);
        else if (typeof facts['carrier'] === 'string') carriers.add(fold(facts['carrier']));
      }
    }
    return ctx.db.read(async (db) => {
      for (const { subject } of await findNamesakes(db, [...carriers])) organisations.add(subject);
      return profilesOf(db, [...organisations], { gazetteer: finder.gazetteer, words: ctx.words });
    });
  };
}

/** The place that is clearly meant by what was typed. */
export function placeOf(gazetteer: Gazetteer): CooperationPages['placeOf'] {
  return (typed) => {
    const answer = gazetteer.resolvePlace({ text: typed });
    return answer.state === 'found' ? { id: answer.place.id, name: answer.place.name } : null;
  };
}

function queriesFor({
  names,
  expertise,
  gives,
  fields,
  languages,
  place,
  times,
}: Criteria): readonly URLSearchParams[] {
  const wishes = [
    ...[...names, ...expertise, ...gives].map((text) => ({ q: text })),
    ...fields.map((field) => ({ field })),
    ...languages.map((language) => ({ language })),
    ...(place === null ? [] : [{ place: place.id }]),
    ...(times.length === 0 ? [] : [{ day: times.flatMap((time) => DAYS[time]).join(',') }]),
  ];
  const all = Object.assign({}, ...wishes, expertise.length === 0 ? {} : { q: expertise.join(' ') });
  return [all, ...(wishes.length === 1 ? [] : wishes)].map((wish) => new URLSearchParams(wish));
}

const DAYS: Readonly<Record<TimeOfWeek, string>> = { day: '1,2,3,4,5', evening: '1,2,3,4,5', weekend: '6,7' };

interface Shown {
  readonly gazetteer: Gazetteer;
  readonly words: Words;
}

async function profilesOf(db: Reader, ids: readonly string[], shown: Shown): Promise<readonly Profile[]> {
  const rows = Map.groupBy(await findShownOrganisations(db, ids), ({ subject }) => subject);
  const known = await knownOf(db, ids);
  const visible = [...rows].flatMap(([id, parts]) => {
    const veil = known.get(id)?.veil;
    // Nobody is led to an organisation that is protected, asks not to be shown, or has fallen silent.
    const isVeiled = veil === undefined || veil.isProtected || veil.isWithdrawn || veil.isLapsed;
    return isVeiled ? [] : [{ id, facts: mergeShown(ORGANISATION_FIELDS, parts) }];
  });
  const carriers = visible.flatMap(({ facts }) => textsOf(facts['name']).map(fold));
  const offers = Map.groupBy(await findOffersOf(db, [...new Set(carriers)]), ({ facts }) =>
    fold(textsOf(facts['carrier'])[0] ?? ''),
  );
  return visible.flatMap(({ id, facts }) => {
    const own = [...new Set(textsOf(facts['name']).map(fold))].flatMap((key) => offers.get(key) ?? []);
    const profile = profileOf(
      id,
      facts,
      own.map((offer) => offer.facts),
      shown,
    );
    return profile === null ? [] : [profile];
  });
}

function profileOf(id: string, facts: Facts, offers: readonly Facts[], { gazetteer, words }: Shown): Profile | null {
  const [name, ...others] = spokenOf(facts['name'], words, 'own');
  if (name === undefined) return null;
  const [read] = spokenOf(facts['name'], words, 'reader');
  const otherName = others.find(({ language }) => language === 'de') ?? read;
  const [about] = spokenOf(facts['offersExpertise'] ?? facts['description'], words, 'reader');
  const place = Object.fromEntries(entriesOf(facts['place']))['place'];
  return {
    id,
    name,
    otherName: otherName === undefined || otherName.text === name.text ? null : otherName,
    names: textsOf(facts['name']),
    about: about === undefined ? null : { language: about.language, text: shorten(about.text) },
    texts: [
      ...['name', 'topics', 'offersExpertise', 'description'].flatMap((field) => textsOf(facts[field])),
      ...offers.flatMap((offer) => ['name', 'topics', 'description'].flatMap((field) => textsOf(offer[field]))),
    ],
    fields: distinct([facts, ...offers], 'fieldsOfAction'),
    languages: distinct([facts, ...offers], 'languages'),
    places: typeof place === 'string' ? [place, ...gazetteer.ancestors(place).map((outer) => outer.id)] : [],
    times: [...new Set([facts['phoneTimes'], ...offers.map((offer) => offer['times'])].flatMap(timesIn))],
    seeks: textsOf(facts['seeks']),
  };
}

/** The texts of a fact, whether it is one, a list or one for each language. */
function textsOf(value: Json | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.filter((part) => typeof part === 'string');
  return entriesOf(value).flatMap(([, text]) => (typeof text === 'string' ? [text] : []));
}

function distinct(facts: readonly Facts[], field: string): readonly string[] {
  return [...new Set(facts.flatMap((one) => textsOf(one[field])))];
}

const EVENING = '18:00';

/** By day, in the evening, at the weekend: an evening is whatever goes on after six on a working day. */
function timesIn(value: Json | undefined): readonly TimeOfWeek[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((part: Json): TimeOfWeek[] => {
    const { day, from, to } = Object.fromEntries(entriesOf(part));
    if (typeof day !== 'number' || typeof from !== 'string' || typeof to !== 'string') return [];
    if (day >= 6) return ['weekend'];
    return [...(from < EVENING ? ['day' as const] : []), ...(to > EVENING ? ['evening' as const] : [])];
  });
}

function entriesOf(value: Json | undefined): readonly (readonly [string, Json])[] {
  return value === null || value === undefined || typeof value !== 'object' || Array.isArray(value)
    ? []
    : Object.entries(value);
}

function shorten(text: string): string {
  const [first = ''] = text.split('\n');
  return first.length <= LONGEST_ABOUT ? first : `${first.slice(0, LONGEST_ABOUT).replace(/\s+\S*$/u, '')} …`;
}
