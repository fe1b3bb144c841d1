import type { Item, Reason } from '../../engines/same/index.ts';
import { fold } from '../../plain/text.ts';
import { saying, type Saying } from '../../plain/words.ts';
import type { Facts } from '../claims/index.ts';
import { namesOf, textsOf } from './find-pairs-item.ts';
import type { Clue } from './tables.ts';

/** What can be put into words, best first: by what is compared, the levels at which it is. */
const LEVELS: Readonly<Record<string, readonly string[]>> = {
  name: ['exact', 'close', 'acronym', 'within', 'partly', 'little', 'none'],
  legal: ['other'],
  kind: ['other'],
  carrier: ['same', 'other'],
  address: ['same', 'near', 'same street', 'same place', 'other town', 'other number', 'other street', 'other place'],
  geo: ['here', 'near', 'far'],
  phone: ['same', 'near', 'other'],
  mail: ['same', 'other'],
  site: ['same page', 'same', 'other'],
  part: ['more words', 'other words', 'facility', 'elsewhere', 'times', 'language', 'carrier'],
  registerNumber: ['same', 'near', 'other'],
  times: ['same', 'near', 'other'],
};

/** The facts on which a clue rests: both must show one of them, or nothing is said of it. */
const RESTS_ON: Readonly<Record<string, readonly string[]>> = {
  name: ['name'],
  legal: ['name'],
  kind: ['kind'],
  carrier: ['carrier'],
  address: ['street'],
  geo: ['point'],
  phone: ['phone'],
  mail: ['mailbox'],
  site: ['website', 'mailbox'],
  part: ['name'],
  registerNumber: ['registerNumber'],
  times: ['times'],
};

/** Levels of an address that say nothing of a street. */
const TOWNS: readonly string[] = ['same place', 'other place'];

/** From so many on what is shared says little: a house, a switchboard. */
const MANY = 4;

/** Below so many bits nobody needs to hear of it. */
const LEAST_BITS = 0.3;

/** The engine's reasons without what is written in them, each with how many share it. */
export function cluesOf(reasons: readonly Reason[], countOf: (field: string) => number = () => 0): readonly Clue[] {
  return reasons.flatMap(({ field: of, level, weight }): Clue[] => {
    const field = of.replace(/^fields\./, '');
    if (LEVELS[field]?.includes(level) !== true) return [];
    const count = isAlike(level) ? countOf(field) : 0;
    return [{ field, level, weight: Math.round(weight * 100) / 100, ...(count < MANY ? {} : { shared: count }) }];
  });
}

const SHARED = ['address', 'phone', 'mail', 'site'];

/**
 * How many have the address, telephone, mailbox or page that two items have in common, these included: the rarest, where
 * there are several. What is probably one, by the groups that were found, counts once.
 */
export function countHolders(
  items: readonly Item[],
  groups: readonly (readonly number[])[],
): (field: string, one: Item, other: Item) => number {
  const first = new Map(groups.flatMap((group) => group.map((at) => [at, group[0]] as const)));
  const holders = new Map<string, Set<number>>();
  for (const [at, item] of items.entries())
    for (const key of SHARED.flatMap((field) => keysOf(field, item)))
      holders.set(key, (holders.get(key) ?? new Set<number>()).add(first.get(at) ?? at));
  return (field, one, other) => {
    const theirs = keysOf(field, other);
    const counts = keysOf(field, one).flatMap((key) => (theirs.includes(key) ? [holders.get(key)?.size ?? 0] : []));
    return counts.length === 0 ? 0 : Math.min(...counts);
  };
}

function keysOf(field: string, { street, postcode, place, phones, mails, sites }: Item): readonly string[] {
  const values =
    field === 'address' && street !== undefined
      ? [fold(`${street} ${postcode ?? place ?? ''}`)]
      : field === 'phone'
        ? phones
        : field === 'mail'
          ? mails
          : field === 'site'
            ? sites
            : [];
  return [...new Set(values)].map((value) => `${field} ${value}`);
}

function isAlike(level: string): boolean {
  return level === 'same' || level === 'same page' || level === 'exact';
}

// words: duplicates.reason.*
/**
 * The clues in words, what weighs most first. What one side does not show (any more) is not spoken of, and neither is
 * what would give it away.
 */
export function tellClues(clues: readonly Clue[], one: Facts, other: Facts): readonly Told[] {
  const shown = clues.filter((clue) => [one, other].every((facts) => restsOn(clue).some((fact) => fact in facts)));
  const beside = new Set(shown.map(({ field, level }) => `${field} ${level}`));
  return shown
    .filter(({ field, level, weight }) => Math.abs(weight) >= LEAST_BITS || field === 'name' || level === 'other town')
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.field < b.field ? -1 : 1))
    .flatMap((clue): Told[] => {
      const { field, level, weight, shared } = clue;
      const how = tellLevel(clue, { one, other, beside });
      if (how === null) return [];
      return [
        {
          // Few are in two towns by the same street: that may count for them, and still is a difference.
          speaks: level.startsWith('other') || weight < 0 ? 'against' : 'for',
          facts: restsOn(clue),
          said: saying(`duplicates.reason.${field}.${how.replaceAll(' ', '-')}`),
          also: shared === undefined ? null : saying('duplicates.reason.shared', { count: shared }),
        },
      ];
    });
}

function restsOn({ field, level }: Clue): readonly string[] {
  return field === 'address' && TOWNS.includes(level) ? ['place'] : (RESTS_ON[field] ?? []);
}

interface Telling {
  readonly one: Facts;
  readonly other: Facts;
  /** What else was found: field and level. */
  readonly beside: ReadonlySet<string>;
}

/** How a level is told beside the others; null where another clue says it already. */
function tellLevel({ field, level }: Clue, telling: Telling): string | null {
  if (field === 'name') return tellName(level, telling);
  if (field === 'site') return tellSite(level, telling);
  return field === 'legal' && telling.beside.has('name exact') ? null : level;
}

function tellName(level: string, { one, other, beside }: Telling): string {
  if (level === 'exact' && beside.has('legal other')) return 'only legal';
  return (level === 'exact' || level === 'close') && !hasScriptInCommon(one, other) ? 'other script' : level;
}

/** What meets on the web: two pages, a mailbox and a page, or two mailboxes; a mailbox tells its domain too. */
function tellSite(level: string, { one, other, beside }: Telling): string | null {
  const [pages, mails] = [
    [domainsOf(one['website']), domainsOf(other['website'])],
    [domainsOf(one['mailbox']), domainsOf(other['mailbox'])],
  ] as const;
  const haveBothPages = pages.every((domains) => domains.length > 0);
  if (level !== 'same') return haveBothPages ? level : null;
  if (haveBothPages && meet(...pages)) return level;
  if (beside.has('mail same')) return null;
  if (meet(pages[0], mails[1]) || meet(mails[0], pages[1])) return 'mail and page';
  return meet(...mails) ? 'mails' : null;
}

function meet(ones: readonly string[], others: readonly string[]): boolean {
  return ones.some((domain) => others.includes(domain));
}

/** What stands last in addresses of the web and of mail: `nujin.example` of `post@nujin.example`. */
function domainsOf(value: Facts[string] | undefined): readonly string[] {
  return textsOf(value).map((text) => {
    const [host = ''] = text
      .toLowerCase()
      .replace(/^[a-z]+:\/\/|^.*@/, '')
      .split(/[/?#:]/);
    return host.split('.').slice(-2).join('.');
  });
}

const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Georgian}/u,
  /\p{Script=Ethiopic}/u,
];

function hasScriptInCommon(one: Facts, other: Facts): boolean {
  const [ones, others] = [namesOf(one['name']).join(' '), namesOf(other['name']).join(' ')];
  return SCRIPTS.some((script) => script.test(ones) && script.test(others));
}

/** A clue in words. */
export interface Told {
  readonly speaks: 'for' | 'against';
  /** The facts that it is about. */
  readonly facts: readonly string[];
  readonly said: Saying;
  /** Why it says little, where many share it. */
  readonly also: Saying | null;
}
