import type { AnyRecordedEvent, Position } from '@masar/contracts';
import { positionOf } from '@masar/contracts';

/** Why an event cannot be folded; the stream is parked there until the event is mended. */
export type FoldFaultCode =
  | 'fold/not-registered'
  | 'fold/registered-twice'
  | 'fold/unknown-milestone'
  | 'fold/milestone-twice'
  | 'fold/unknown-request'
  | 'fold/unknown-wait'
  | 'fold/unknown-pause'
  | 'fold/unknown-contest'
  | 'fold/unknown-blocker'
  | 'fold/unknown-version'
  | 'fold/not-a-date'
  | 'fold/malformed'
  | 'fold/out-of-order';

/** A deterministic fault of the fold: the same event will fail again, so it parks the stream (architecture, reporting). */
export class FoldFault extends Error {
  readonly position: Position;
  constructor(
    readonly code: FoldFaultCode,
    event: Pick<AnyRecordedEvent, 'stream' | 'version'>,
    readonly detail: string = '',
  ) {
    super(`${code} at ${positionOf(event)}${detail && `: ${detail}`}`);
    this.name = 'FoldFault';
    this.position = positionOf(event);
  }
}
