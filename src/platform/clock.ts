/** The only source of the time of day, so that tests can turn it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is turned: `clock.turn('2027-01-01T00:00:00Z')`. */
export function fixedClock(start: string): Clock & { turn(to: string): void } {
  let now = new Date(start);
  return {
    now: () => new Date(now),
    turn(to) {
      now = new Date(to);
    },
  };
}
