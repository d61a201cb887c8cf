import { createHash } from 'node:crypto';
import { genesisHash, type AnyRecordedEvent, type DomainEvent, type Instant, type StreamName } from '@masar/contracts';

/** A commit as a rehearsal tells it: facts of one stream, learned at one instant. */
export interface Told {
  readonly stream: StreamName;
  readonly at: Instant;
  /** Only of a dated source. */
  readonly knownAt?: Instant;
  readonly events: readonly DomainEvent[];
}

/** Commits as a store would have recorded them: versions, hash chain, times. In the order they are told. */
export const recorded = (commits: readonly Told[]): readonly AnyRecordedEvent[] => {
  const heads = new Map<StreamName, { version: number; hash: string }>();
  return commits.flatMap(({ stream, at, knownAt = at, events }, commit) =>
    events.map((event): AnyRecordedEvent => {
      const head = heads.get(stream) ?? { version: 0, hash: genesisHash };
      const version = head.version + 1;
      const hash = createHash('sha256')
        .update(JSON.stringify([head.hash, stream, version, event, at]))
        .digest('hex');
      heads.set(stream, { version, hash });
      const place = { stream, version, recordedAt: at, knownAt, hash, prevhash: head.hash };
      const origin = {
        source: '/rehearsal',
        actor: 'user:tester',
        correlationId: `k-${commit}`,
        commandId: `c-${commit}`,
        partitionKey: stream,
      };
      return { ...place, ...origin, type: event.type, data: event.data as AnyRecordedEvent['data'] };
    }),
  );
};
