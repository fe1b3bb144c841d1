import type { Json } from '../../plain/json.ts';
import { fold } from '../../plain/text.ts';
import { partsOf, textsOf } from './find-pairs-item.ts';
import type { Entry } from './find-pairs-read.ts';
import { pairOf } from './judgement.ts';
import type { Overlap } from './store-pairs.ts';

/** More in one place, on one topic, is no overlap but a whole field of work. */
const MOST_TOGETHER = 12;

/**
 * Offers of different carriers with a topic, a place, a language and a time in common, by what everybody sees. They are
 * no duplicates: those behind them may want to talk to each other. Pure; the order of the offers does not count.
 */
export function overlapsAmong(entries: readonly Entry[]): readonly Overlap[] {
  const offers = entries.filter(({ kind, scope }) => kind === 'offer' && scope === 'public').map(fitOf);
  const heaps = new Map<string, Fit[]>();
  for (const offer of offers)
    for (const topic of offer.topics.keys())
      for (const time of offer.times) {
        const key = `${topic}|${offer.place}|${time.day}`;
        const heap = heaps.get(key);
        if (heap === undefined) heaps.set(key, [offer]);
        else if (!heap.includes(offer)) heap.push(offer);
      }
  const found = new Map<string, Overlap>();
  for (const heap of heaps.values()) {
    if (heap.length > MOST_TOGETHER) continue;
    for (const [at, one] of heap.entries())
      for (const other of heap.slice(at + 1)) {
        const pair = pairOf(one.subject, other.subject);
        const overlap = overlapOf(one, other);
        if (overlap !== null) found.set(pair.join(), { pair, topics: overlap });
      }
  }
  return [...found.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, overlap]) => overlap);
}

interface Fit {
  readonly subject: string;
  readonly carrier: string;
  readonly place: string;
  /** Folded topic → as it is written. */
  readonly topics: ReadonlyMap<string, string>;
  readonly languages: ReadonlySet<string>;
  readonly times: readonly { readonly day: number; readonly from: string; readonly to: string }[];
}

function fitOf({ subject, facts }: Entry): Fit {
  const place = partsOf(facts['place']);
  return {
    subject,
    carrier: fold(textsOf(facts['carrier'])[0] ?? ''),
    place: textsOf(place['place'])[0] ?? fold(textsOf(place['name'])[0] ?? ''),
    topics: new Map(textsOf(facts['topics']).map((topic) => [fold(topic), topic])),
    languages: new Set(textsOf(facts['languages'])),
    times: timesOf(facts['times']),
  };
}

function timesOf(value: Json | undefined): Fit['times'] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((time: Json) => {
    const { day, from, to } = partsOf(time);
    return typeof day === 'number' && typeof from === 'string' && typeof to === 'string' ? [{ day, from, to }] : [];
  });
}

/** The topics of an overlap; null where there is none. */
function overlapOf(one: Fit, other: Fit): readonly string[] | null {
  if (one.place === '' || one.place !== other.place) return null;
  if (one.carrier === '' || other.carrier === '' || one.carrier === other.carrier) return null;
  if (one.languages.intersection(other.languages).size === 0) return null;
  const meets = one.times.some((a) => other.times.some((b) => a.day === b.day && a.from < b.to && b.from < a.to));
  const topics = [...one.topics].filter(([topic]) => other.topics.has(topic)).map(([, topic]) => topic);
  return meets && topics.length > 0 ? topics.toSorted() : null;
}
