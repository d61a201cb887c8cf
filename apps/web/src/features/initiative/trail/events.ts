import type { DomainEvent } from '@masar/contracts';

/** One event of the initiative as the interface tells it, its data held to the catalogue. */
export type TrailEvent = DomainEvent & {
  readonly version: number;
  readonly happenedOn: string;
  readonly recordedAt: string;
  readonly knownAt: string;
  readonly actor: string;
  readonly hash: string;
  readonly onBehalfOf?: string;
};

/** What was known by then: a stream is known by its beginning, up to the version the timeline was folded from. */
export const knownOf = (events: readonly TrailEvent[], version: number | undefined): readonly TrailEvent[] =>
  version === undefined ? [] : events.filter((event) => event.version <= version);
