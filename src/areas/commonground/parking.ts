import type { Day } from '../../plain/time.ts';

/** A hard topic that waits for its day. */
export interface Parked {
  /** By language. */
  readonly topics: Readonly<Record<string, string>>;
  readonly day: Day;
  /** What was done with it since it began, the latest last; it stands in the public log. */
  readonly changes?: readonly ParkingChange[];
}

export interface ParkingChange {
  readonly act: 'parked' | 'moved' | 'taken-out';
  readonly on: Day;
  /** The day for which it waits then. */
  readonly day: Day;
}

export function isWaiting({ changes = [] }: Parked): boolean {
  return changes.at(-1)?.act !== 'taken-out';
}

/** Whether every topic that waits has its name in this language. */
export function areAllNamed({ parked }: { readonly parked: readonly Parked[] }, language: string): boolean {
  return parked.filter(isWaiting).every(({ topics }) => topics[language] !== undefined);
}

/**
 * The parking place as its steward wants it while a conversation runs. What was promised to wait does not vanish unseen:
 * all that changes is noted, and what is taken out stays in the log. Topics are the same if they are in one language.
 */
export function parkAnew(before: readonly Parked[], wanted: readonly Parked[], on: Day): readonly Parked[] {
  const found = wanted.map((topic) => ({ topic, was: before.find((each) => areSame(each, topic)) }));
  const rest = before.filter((each) => found.every(({ was }) => was !== each));
  return [
    ...found.map(({ topic, was }): Parked => {
      const changes = was?.changes ?? [];
      const act = was === undefined || !isWaiting(was) ? 'parked' : was.day === topic.day ? null : 'moved';
      return act === null ? { ...was, ...topic } : { ...topic, changes: [...changes, { act, on, day: topic.day }] };
    }),
    ...rest.map((each): Parked => {
      const { changes = [], day } = each;
      return isWaiting(each) ? { ...each, changes: [...changes, { act: 'taken-out', on, day }] } : each;
    }),
  ];
}

function areSame(a: Parked, b: Parked): boolean {
  return Object.entries(a.topics).some(([language, topic]) => b.topics[language] === topic);
}
