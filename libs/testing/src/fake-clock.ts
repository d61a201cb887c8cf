/** A clock that stands still until it is told to go on; instants are ISO 8601 in UTC. */
export interface FakeClock {
  now(): string;
  set(instant: string): void;
  advance(by: {
    readonly days?: number;
    readonly hours?: number;
    readonly minutes?: number;
    readonly ms?: number;
  }): void;
}

export const fakeClock = (start: string): FakeClock => {
  let at = Date.parse(start);
  return {
    now: () => new Date(at).toISOString(),
    set: (instant) => {
      at = Date.parse(instant);
    },
    advance: ({ days = 0, hours = 0, minutes = 0, ms = 0 }) => {
      at += ((days * 24 + hours) * 60 + minutes) * 60_000 + ms;
    },
  };
};
