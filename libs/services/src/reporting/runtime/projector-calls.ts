import type { Instant, StreamName } from '@masar/contracts';
import type { ParkedStream } from '../projector/parked.js';
import type { DeliveryStatus } from '../cluster/event-delivery.js';
import type { Rebuilt } from '../projector/rebuild.js';
import type { ProjectorStatus } from '../projector/status.js';
import type { Reached } from '../projector/waiters.js';
import type { Caller } from './thread-calls.js';

/** What the rest of the process asks of the projector, wherever it runs. */
export interface ProjectorCalls {
  /** What time it is; resolves when everything recorded is folded and time has passed. */
  tick(now: Instant): Promise<void>;
  /** Commits still to be folded after at most so long. */
  level(waitMs: number): Promise<number>;
  reach(stream: StreamName, version: number, waitMs: number): Promise<Reached>;
  parked(): Promise<readonly ParkedStream[]>;
  replay(stream?: StreamName): Promise<readonly ParkedStream[]>;
  republish(stream?: StreamName): Promise<number>;
  rebuild(now: Instant): Promise<Rebuilt>;
  status(): Promise<ProjectorStatus>;
  stop(): Promise<void>;
}

/** What a projector says unasked. */
export type ProjectorNews =
  | { readonly ready: true }
  | { readonly status: ProjectorStatus }
  | { readonly changed: true }
  | { readonly delivery: DeliveryStatus };

/** Whatever answers calls: a writer of its own, or one of several that share the work. */
type Handled = Omit<ProjectorCalls, 'status'> & { status(): ProjectorStatus | Promise<ProjectorStatus> };

/** The projector's side: one handler per call. */
export const projectorHandlers = (projector: Handled) => ({
  tick: (now: Instant) => projector.tick(now),
  level: (waitMs: number) => projector.level(waitMs),
  reach: ({ stream, version, waitMs }: { stream: StreamName; version: number; waitMs: number }) =>
    projector.reach(stream, version, waitMs),
  parked: () => projector.parked(),
  replay: (stream?: StreamName) => projector.replay(stream),
  republish: (stream?: StreamName) => projector.republish(stream),
  rebuild: (now: Instant) => projector.rebuild(now),
  status: async () => projector.status(),
  stop: () => projector.stop(),
});

/** The other side, over a channel. */
export const callProjector = (caller: Caller): ProjectorCalls => ({
  tick: (now) => caller.call('tick', now),
  level: (waitMs) => caller.call('level', waitMs),
  reach: (stream, version, waitMs) => caller.call('reach', { stream, version, waitMs }),
  parked: () => caller.call('parked'),
  replay: (stream) => caller.call('replay', stream),
  republish: (stream) => caller.call('republish', stream),
  rebuild: (now) => caller.call('rebuild', now),
  status: () => caller.call('status'),
  stop: () => caller.call('stop'),
});
