import { genesisHash, validateEvent } from '@masar/contracts';
import type { AnyRecordedEvent, DomainEvent, StreamName } from '@masar/contracts';
import type { Recording } from '@masar/testing';
import type { CommandContext } from '../command-context.js';

/** Records as a store would, at the command's instant by its actor, and holds every event to its schema. */
export const recordedOn =
  <Command extends { readonly context: CommandContext }>(
    stream: StreamName,
  ): Recording<Command, AnyRecordedEvent, DomainEvent> =>
  (fact, version, command) => {
    const faults = validateEvent(fact.type, fact.data);
    if (faults.length > 0) throw new Error(`${fact.type} breaks its schema: ${JSON.stringify(faults)}`);
    const at = command?.context.now ?? '2026-01-01T09:00:00.000Z';
    return {
      stream,
      version,
      type: fact.type,
      data: JSON.parse(JSON.stringify(fact.data)) as AnyRecordedEvent['data'],
      recordedAt: at,
      knownAt: at,
      source: `/${stream.split('/')[0]}`,
      actor: command?.context.actor.user ?? 'somebody',
      correlationId: 'c',
      commandId: `${stream}@${version}`,
      partitionKey: stream,
      hash: genesisHash,
      prevhash: genesisHash,
    };
  };
