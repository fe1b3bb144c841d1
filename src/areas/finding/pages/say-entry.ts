import { addDays, dayOf, daysBetween, noonOf, type Day } from '../../../plain/time.ts';
import { saying, type Saying, type Words } from '../../../plain/words.ts';
import { conditionsOf, FACETS, type FacetName } from '../codes.ts';
import type { Why } from '../explain.ts';
import { listOf, placeOf, spokenOf, textOf, timesOf } from '../facts.ts';
import type { FoundEntry } from '../find.ts';
import { foldWords } from '../fold-words.ts';
import { nameOfThing } from '../things.ts';
import { CONFIRMED_FOR } from '../mesh-state.ts';

export interface Named {
  /** BCP 47; null while nobody said which. */
  readonly language: string | null;
  readonly text: string;
}

/** The names of an entry: an organisation's own language first, an offer in the reader's language first. */
export function namesOf({ kind, facts }: FoundEntry, words: Words): readonly Named[] {
  const wanted = words.language === 'de-simple' ? 'de' : words.language;
  const rank = (language: string) => (language === wanted ? 0 : language === 'de' ? 1 : 2);
  const own = (language: string) => (language === 'de' || language === 'en' || language === 'und' ? 1 : 0);
  const names = spokenOf(facts, 'name').toSorted(
    ([a], [b]) => (kind === 'organisation' ? own(a) - own(b) : 0) || rank(a) - rank(b),
  );
  const [first, ...others] = names;
  if (first === undefined) return [];
  const second = others.toSorted(([a], [b]) => rank(a) - rank(b))[0];
  const named = [first, ...(kind === 'organisation' && second !== undefined ? [second] : [])];
  return named.map(([language, text]) => ({ language: language === 'und' ? null : language, text }));
}

// words: finding.group.* finding.kind.* finding.condition.* claims.code.fieldsOfAction.* finding.day.* finding.dayShort.*
/** The name of a value of a facet. */
export function valueName(words: Words, facet: FacetName, value: string): string {
  switch (facet) {
    case 'language':
      return words.languageName(value);
    case 'field':
      return words.say(`claims.code.fieldsOfAction.${value}`);
    default:
      return words.say(`finding.${facet}.${value}`);
  }
}

/** What stands below the name: carrier, languages, times, place. */
export function summaryOf(entry: FoundEntry, words: Words): string {
  return summaryParts(entry, words).join(' · ');
}

export function summaryParts({ facts, km }: FoundEntry, words: Words): readonly string[] {
  const place = placeOf(facts);
  const where = [...new Set([textOf(facts, 'district'), place.name])].filter((part) => part !== null).join(', ');
  const parts = [
    textOf(facts, 'carrier') ?? '',
    words.list(listOf(facts, 'languages').map((tag) => words.languageName(tag))),
    weekOf(facts, words),
    where,
    km === null ? '' : words.say('finding.away', { km: Math.round(km) }),
  ];
  return parts.filter((part) => part !== '');
}

function weekOf(facts: FoundEntry['facts'], words: Words): string {
  const byHours = Map.groupBy(timesOf(facts), ({ from, to }) => `${from}|${to}`);
  return [...byHours.values()]
    .map((times) => {
      const days = words.list(times.map(({ day }) => words.say(`finding.dayShort.${day}`)));
      return words.say('finding.times', { days, from: times[0]?.from ?? '', to: times[0]?.to ?? '' });
    })
    .join(', ');
}

export function conditionNames({ facts }: FoundEntry, words: Words): readonly string[] {
  return conditionsOf(facts).map((condition) => valueName(words, 'condition', condition));
}

/** When somebody last stood by it. */
export function freshnessOf(
  { confirmedOn, saidOn }: FoundEntry,
  today: Day,
): { readonly isFresh: boolean; readonly told: Saying } {
  if (confirmedOn === null) return { isFresh: false, told: saying('finding.fresh.never', { day: noonOf(saidOn) }) };
  const days = Math.max(0, daysBetween(confirmedOn, today));
  if (confirmedOn >= addDays(today, -CONFIRMED_FOR))
    return { isFresh: true, told: saying('finding.fresh.confirmed', { days }) };
  return { isFresh: false, told: saying('finding.fresh.old', { months: Math.floor(days / 30) }) };
}

export function todayOf(now: Date, stand: Day | null): Day {
  return stand ?? dayOf(now);
}

/** One reason for a result, as a sentence. */
export function whySaying(why: Why, words: Words): string {
  const { by, code, foundIn } = why;
  const typed = apart(why.typed, words);
  if (code !== null) {
    const [facet = '', value = ''] = code.split(/:(.*)/s);
    const meaning = meaningName(words, facet, value);
    // „Sonntag“: Sonntag would say nothing.
    const isSaid = by === 'choice' || foldWords(why.typed).folded === foldWords(meaning).folded;
    return isSaid && isFacet(facet)
      ? `${words.say(`finding.facet.${facet}`)}: ${meaning}`
      : words.say('finding.why.meaning', { typed, meaning });
  }
  const where = foundIn ?? 'text';
  if (by === 'word' || why.meant === null) return words.say('finding.why.word', { typed, where });
  const meant = apart(why.meant, words);
  return words.say(by === 'similar' ? 'finding.why.similar' : 'finding.why.part', { typed, meant, where });
}

/** A word of the other direction, so that the quotation marks around it stay where they belong (Unicode UAX #9, isolates). */
function apart(text: string, { dir }: Words): string {
  const isOther =
    dir === 'rtl'
      ? /[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]/u.test(text)
      : /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/u.test(text);
  return isOther ? `\u2068${text}\u2069` : text;
}

function isFacet(name: string): name is FacetName {
  return FACETS.some((facet) => facet === name);
}

// words: finding.form.*
function meaningName(words: Words, facet: string, value: string): string {
  switch (facet) {
    case 'form':
      return words.say(`finding.form.${value}`);
    case 'thing':
      return nameOfThing(value, words.language);
    case 'field':
    case 'language':
    case 'group':
    case 'day':
    case 'condition':
    case 'kind':
      return valueName(words, facet, value);
    default:
      return value;
  }
}
