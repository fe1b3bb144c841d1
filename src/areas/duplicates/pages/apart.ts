import { isolated } from '../../../plain/isolated.ts';
import type { Words } from '../../../plain/words.ts';
import type { Reader } from '../../../platform/database/index.ts';
import {
  familiesOf,
  findClaims,
  findShown,
  findSources,
  knownOf,
  mergeShown,
  showValue,
  standing,
} from '../../claims/index.ts';
import type { DuplicatePages } from './access.ts';

/** What may tell entries of one name apart, by entry: the lists it comes from, its place, and more, always in this order. */
export type Marks = ReadonlyMap<string, readonly string[]>;

type Pair = readonly [string, string];

const MARKING = ['place', 'street', 'phone', 'mailbox', 'website'];

/** The marks of both entries of each pair that has one name twice. */
export async function findMarks(
  db: Reader,
  words: Words,
  pages: Pick<DuplicatePages, 'register' | 'titlesOf'>,
  pairs: readonly { readonly pair: Pair; readonly names: Pair }[],
): Promise<Marks> {
  const subjects = [...new Set(pairs.filter(({ names: [a, b] }) => a === b).flatMap(({ pair }) => pair))];
  if (subjects.length === 0) return new Map();
  const lists = await findLists(db, words, pages, await membersOf(db, subjects, pairs));
  const known = await knownOf(db, subjects);
  const marks = new Map<string, readonly string[]>();
  for (const subject of subjects) {
    const kind = known.get(subject)?.kind ?? 'organisation';
    const fields = pages.register.fields[kind];
    const facts = mergeShown(fields, await findShown(db, kind, [subject]));
    const shown = MARKING.map((name) => {
      const [field, value] = [fields.fields.get(name), facts[name]];
      if (field === undefined || value === undefined) return '';
      return words.list(showValue(field, value, words).map(({ text }) => text));
    });
    marks.set(subject, [lists.get(subject) ?? '', ...shown]);
  }
  return marks;
}

/** Whose words stand under an entry: of all that count as it, unless it is held against one of these. */
async function membersOf(
  db: Reader,
  subjects: readonly string[],
  pairs: readonly { readonly pair: Pair }[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const families = await familiesOf(db, subjects);
  const within = new Set(
    pairs.flatMap(({ pair: [a, b] }) => (families.headOf(a) === families.headOf(b) ? [a, b] : [])),
  );
  return new Map(subjects.map((each) => [each, within.has(each) ? [each] : families.membersOf(each)]));
}

async function findLists(
  db: Reader,
  words: Words,
  { titlesOf }: Pick<DuplicatePages, 'titlesOf'>,
  members: ReadonlyMap<string, readonly string[]>,
): Promise<ReadonlyMap<string, string>> {
  const all = [...new Set([...members.values()].flat())];
  const claims = standing(await findClaims(db, all)).filter(({ sourceKind }) => sourceKind === 'list');
  const sources = await findSources(db, [...new Set(claims.map(({ source }) => source))]);
  const speakers = new Map(sources.map(({ id, speaker }) => [id, speaker ?? '']));
  const titles = await titlesOf(
    db,
    [...new Set(speakers.values())].filter((id) => id !== ''),
  );
  const bySubject = Map.groupBy(claims, ({ subject }) => subject);
  return new Map(
    [...members].map(([subject, own]): Pair => {
      const said = own.flatMap((each) => bySubject.get(each) ?? []);
      const named = said.flatMap(({ source }) => titles.get(speakers.get(source) ?? '') ?? []);
      return [subject, words.list([...new Set(named)].toSorted())];
    }),
  );
}

/** Two names as they go into a sentence; where they are equal, each with the first thing that tells it from the other. */
export function tellApart(words: Words, [a, b]: Pair, [one, other]: Pair, marks: Marks): Pair {
  const [ofOne, ofOther] = [marks.get(a) ?? [], marks.get(b) ?? []];
  const at = ofOne.findIndex((mark, each) => mark !== '' && (ofOther[each] ?? '') !== '' && mark !== ofOther[each]);
  const told = (name: string, mark: string | undefined) =>
    mark === undefined || one !== other
      ? isolated(words, name)
      : words.say('duplicates.apart', { name: isolated(words, name), mark: isolated(words, mark) });
  return [told(one, ofOne[at]), told(other, ofOther[at])];
}
