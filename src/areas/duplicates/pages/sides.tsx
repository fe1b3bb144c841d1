import type { Child } from 'hono/jsx';
import { canonical, type Json } from '../../../plain/json.ts';
import { isolated } from '../../../plain/isolated.ts';
import { fold } from '../../../plain/text.ts';
import type { Words } from '../../../plain/words.ts';
import type { Reader } from '../../../platform/database/index.ts';
import { Card, Facts, Pair, type Fact, type IconName } from '../../../ui/index.ts';
import { factsOf, speakerOf, spokenOf } from '../../claims/index.ts';
import { namesOf } from '../find-pairs-item.ts';
import type { AskedPair, Side } from '../show-question.ts';
import type { DuplicatePages } from './access.ts';

const SHOWN: readonly (readonly [field: string, icon?: IconName])[] = [
  ['shortName'],
  ['kind'],
  ['carrier', 'people'],
  ['street', 'place'],
  ['place', 'place'],
  ['phone', 'phone'],
  ['mailbox', 'mail'],
  ['website', 'web'],
  ['times', 'clock'],
  ['languages', 'language'],
  ['topics'],
  ['registerNumber'],
];

/** Both entries side by side; what speaks for them being the same is marked. */
export function Sides({
  words,
  asked: { question, sides, told },
  lists,
  pathOf,
}: {
  readonly words: Words;
  readonly asked: AskedPair;
  readonly lists: Lists;
} & Pick<DuplicatePages, 'pathOf'>) {
  const [one, other] = sides;
  const marked = new Set([
    ...told.filter(({ speaks }) => speaks === 'for').flatMap(({ facts }) => facts),
    ...SHOWN.map(([field]) => field).filter((field) => isEqual(one.account.facts[field], other.account.facts[field])),
  ]);
  return (
    <Pair>
      {[
        { side: one, against: other },
        { side: other, against: one },
      ].map(({ side, against }) => (
        <Card
          title={
            <a href={pathOf(question.kind, side.subject)}>
              {markedNames(words, side, against, marked.has('name'))[0] ?? words.say('duplicates.nameless')}
            </a>
          }
          note={sourcesOf(words, side, lists)}
        >
          <Facts
            facts={[
              ...otherNames(words, markedNames(words, side, against, marked.has('name'))),
              ...SHOWN.flatMap((wanted) => factOf(words, side, wanted, marked)),
            ]}
          />
        </Card>
      ))}
    </Pair>
  );
}

function factOf(
  words: Words,
  { account }: Side,
  wanted: (typeof SHOWN)[number],
  marked: ReadonlySet<string>,
): readonly Fact[] {
  const facts = factsOf(words, account, [wanted]);
  return marked.has(wanted[0]) ? facts.map((fact) => ({ ...fact, value: <mark>{fact.value}</mark> })) : facts;
}

function isEqual(one: Json | undefined, other: Json | undefined): boolean {
  return one !== undefined && other !== undefined && canonical(one) === canonical(other);
}

function otherNames(words: Words, [, ...others]: readonly Child[]): readonly Fact[] {
  if (others.length === 0) return [];
  return [{ term: words.say('duplicates.card.otherNames'), value: others.map((name) => <div>{name}</div>) }];
}

/** Titles of the lists that speak of one of the two. */
export async function listsOf(
  db: Reader,
  { titlesOf }: Pick<DuplicatePages, 'titlesOf'>,
  { sides }: AskedPair,
): Promise<Lists> {
  const speakers = sides.flatMap(({ account }) => [...account.sources.values()].map(({ speaker }) => speaker));
  return titlesOf(db, [...new Set(speakers.filter((speaker) => speaker !== null))]);
}

type Lists = ReadonlyMap<string, string>;

function sourcesOf(words: Words, { account }: Side, lists: Lists): string {
  const claims = account.fields.flatMap(({ holds, agree }) => [holds, ...agree]);
  const names = new Set(claims.map((claim) => speakerOf(claim, { words, account, lists }).text));
  return words.say('duplicates.card.saidBy', {
    names: words.list([...names].toSorted().map((name) => isolated(words, name))),
    count: names.size,
  });
}

/**
 * The names of one side, the reader's first, in which the words that the other has too stand out. Where no word is in
 * both but the names speak for one all the same, as in two scripts, they stand out whole.
 */
function markedNames(words: Words, { account }: Side, against: Side, isTold: boolean): readonly Child[] {
  const there = new Set(namesOf(against.account.facts['name']).flatMap((text) => fold(text).split(' ')));
  const names = spokenOf(account.facts['name'], words, 'reader').map(({ language, text }) => ({
    language,
    parts: text.split(/(\s+)/).map((part) => ({ part, isThere: isIn(part, there) })),
  }));
  const isWhole = isTold && !names.some(({ parts }) => parts.some(({ isThere }) => isThere));
  return names.map(({ language, parts }) => (
    <bdi lang={language ?? undefined}>
      {isWhole ? (
        <mark>{parts.map(({ part }) => part).join('')}</mark>
      ) : (
        parts.map(({ part, isThere }) => (isThere ? <mark>{part}</mark> : part))
      )}
    </bdi>
  ));
}

function isIn(part: string, there: ReadonlySet<string>): boolean {
  const folded = fold(part);
  return folded !== '' && folded.split(' ').every((word) => there.has(word));
}
