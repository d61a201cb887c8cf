import { event, type DomainEvent, type StreamName } from '@masar/contracts';
import type { AppendRequest, CommitMeta } from '../port.js';

/** A valid fact whose text differs by its number. */
export const forecastNumber = (number: number): DomainEvent =>
  event('milestone.forecast.v1', {
    happenedOn: '2026-03-01',
    milestone: 'm-1',
    date: '2026-06-30',
    reason: `تقدير ${number}`,
  });

/** A command's envelope; equal ids make equal digests unless one is given. */
export const sampleMeta = (commandId: string, more: Partial<CommitMeta> = {}): CommitMeta => ({
  commandId,
  digest: `digest of ${commandId}`,
  actor: 'lead',
  correlationId: `correlation of ${commandId}`,
  source: '/projects',
  ...more,
});

/** A commit of so many facts on a stream that stands at `expectedVersion`. */
export const sampleAppend = (
  stream: StreamName,
  expectedVersion: number,
  commandId: string,
  { facts = 1, ...meta }: Partial<CommitMeta> & { readonly facts?: number } = {},
): AppendRequest => ({
  stream,
  expectedVersion,
  events: Array.from({ length: facts }, (_, index) => forecastNumber(expectedVersion + 1 + index)),
  meta: sampleMeta(commandId, meta),
});
