import type { Matched, Pair, Reason } from '../../engines/same/index.ts';
import type { Words } from '../../plain/words.ts';
import type { ReadLists } from './read-lists.ts';

/** Bits from which on a reason is worth a word: about one and a half times as likely. */
const WORTH_SAYING = 0.6;
/** Groups that a person reads in one go; all of them are in the JSON. */
const MOST_GROUPS = 200;
const MOST_RELATED = 20;

const FIELDS = [
  'name',
  'legal',
  'kind',
  'carrier',
  'address',
  'geo',
  'phone',
  'mail',
  'site',
  'source',
  'part',
  'group',
  'rival',
  'times',
  'number',
] as const;

/** What was found, as a person reads it: the groups first, each with what speaks for and against it. */
export function tellGroups({ items, places }: ReadLists, { pairs, clusters }: Matched, words: Words): string[] {
  const groups = clusters.filter(({ length }) => length > 1);
  const lines = [words.say('app.same.counts', { records: items.length, groups: groups.length })];
  const groupOf = new Map(groups.flatMap((group, at) => group.map((record): [number, number] => [record, at])));
  const within = Map.groupBy(
    pairs.filter(({ a, b }) => groupOf.has(a) && groupOf.get(a) === groupOf.get(b)),
    ({ a }) => groupOf.get(a) ?? -1,
  );
  for (const [at, group] of groups.slice(0, MOST_GROUPS).entries()) {
    lines.push('', ...group.map(record));
    const best = within.get(at)?.toSorted((one, two) => two.p - one.p)[0];
    if (best !== undefined) lines.push(...because(best.reasons));
  }
  if (groups.length > MOST_GROUPS) lines.push('', words.say('app.same.more', { count: groups.length - MOST_GROUPS }));
  for (const outcome of ['part', 'place'] as const) {
    const related = betweenGroups(pairs.filter((pair) => pair.outcome === outcome));
    if (related.length === 0) continue;
    lines.push('', words.say(`app.same.${outcome}`, { count: related.length }));
    for (const [a, b] of related.slice(0, MOST_RELATED)) lines.push(`${record(a)} – ${record(b)}`);
    if (related.length > MOST_RELATED) lines.push(words.say('app.same.more', { count: related.length - MOST_RELATED }));
  }
  return lines;

  function record(at: number): string {
    const { file = '', row = 0 } = places[at] ?? {};
    const item = items[at];
    const name = item?.name ?? item?.otherNames?.[0] ?? Object.values(item?.fields ?? {}).join(' ');
    return words.say('app.same.record', { name: name.replace(/\s+/g, ' '), file, row });
  }

  /** What is true of one of a group is said once, of its first record. */
  function betweenGroups(related: readonly Pair[]): (readonly [number, number])[] {
    const first = (at: number) => groups[groupOf.get(at) ?? -1]?.[0] ?? at;
    const said = new Map<string, readonly [number, number]>();
    for (const { a, b } of related) {
      const both = [first(a), first(b)].toSorted((one, two) => one - two);
      said.set(both.join(' '), [both[0] ?? a, both[1] ?? b]);
    }
    return [...said.values()];
  }

  function because(reasons: readonly Reason[]): string[] {
    const said = (isFor: boolean) =>
      reasons
        .filter(({ field, weight }) => field !== 'prior' && (isFor ? weight : -weight) >= WORTH_SAYING)
        .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
        .map(({ field }) => fieldName(field));
    const [forIt, against] = [unique(said(true)), unique(said(false))];
    return [
      ...(forIt.length === 0 ? [] : [words.say('app.same.for', { reasons: words.list(forIt) })]),
      ...(against.length === 0 ? [] : [words.say('app.same.against', { reasons: words.list(against) })]),
    ];
  }

  function fieldName(field: string): string {
    const bare = field.replace(/^fields\./, '');
    const known = FIELDS.find((one) => one === bare);
    return known === undefined ? bare : words.say(`app.same.field.${known}`);
  }
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
