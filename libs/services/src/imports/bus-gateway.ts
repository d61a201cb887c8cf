import { can, type Actor } from '@masar/access';
import { localDateOf } from '@masar/calendar';
import {
  genesisHash,
  Refusal,
  refuse,
  type AnyRecordedEvent,
  type DomainEvent,
  type InitiativeKind,
  type StreamName,
} from '@masar/contracts';
import {
  initiativeDecider,
  type CommandContext,
  type InitiativeCommand,
  type InitiativeCommandType,
  type InitiativeState,
} from '@masar/domain';
import type { Directory } from '@masar/directory';
import type { CommandHandler, EventStore } from '@masar/event-store';
import { dateOfReference } from '../initiatives/date-of-reference.js';
import { initiativeCommands } from '../initiatives/command-kinds.js';
import { seenAs, subjectOfInitiative } from '../initiatives/initiative-subject.js';
import type { CommandBus, GivenCommand } from '../platform/command-bus.js';
import type { CommandKind } from '../platform/decider-runner.js';
import type { DirectoryService } from '../platform/directory-service.js';
import { requirePermitted } from '../platform/permitted.js';
import type { ImportGateway, ImportMeta, Rehearsal, SourceHolder } from './import-gateway.js';
import { knownOf } from './known-of.js';
import { resolvedTargets } from './resolved-targets.js';
import { SourceIndex } from './source-index.js';

export interface GatewayParts {
  readonly store: EventStore;
  readonly handler: CommandHandler;
  readonly bus: CommandBus;
  readonly directory: DirectoryService;
}

const kindOf = (stream: StreamName): InitiativeKind => stream.slice(0, stream.indexOf('/')) as InitiativeKind;

/** What an event will look like when it is recorded: enough to decide the next command on. */
const asIfRecorded = (
  fact: DomainEvent,
  stream: StreamName,
  version: number,
  context: CommandContext,
): AnyRecordedEvent => ({
  ...(fact as Pick<AnyRecordedEvent, 'type' | 'data'>),
  stream,
  version,
  recordedAt: context.now,
  knownAt: context.now,
  source: '/imports',
  actor: context.actor.user,
  correlationId: 'rehearsal',
  commandId: 'rehearsal',
  partitionKey: stream,
  hash: genesisHash,
  prevhash: genesisHash,
});

/** The gateway of a process: through the bus, to the deciders of the services beside it. */
export class BusGateway implements ImportGateway {
  readonly #sources: SourceIndex;

  constructor(private readonly parts: GatewayParts) {
    this.#sources = new SourceIndex(parts.store);
    parts.bus.onRecorded(this.#sources);
  }

  bySource(system: string): Promise<ReadonlyMap<string, SourceHolder>> {
    return this.#sources.of(system);
  }

  directory(): Directory {
    return this.parts.directory.current();
  }

  now(): string {
    return this.parts.store.now();
  }

  decides(kind: InitiativeKind): boolean {
    return this.parts.bus.knows(kind);
  }

  async known(stream: StreamName, asker: Actor, fromSource: boolean) {
    const { state } = await this.#current(stream);
    const head = await this.parts.store.head(stream);
    if (state.status === 'unregistered' || !head) return undefined;
    // By the right to read: a key that was made to import alone reads nothing by it.
    const isRead = can(asker, 'initiative.read', seenAs(state)).allowed;
    if (!isRead && !fromSource) return undefined;
    const dateOf = (reference: string) => dateOfReference(reference, this.parts, fromSource ? undefined : asker);
    const known = knownOf(stream, state, head, await resolvedTargets(stream, state, this.directory(), dateOf));
    return isRead ? known : { ...known, isUnread: true };
  }

  async rehearse(
    stream: StreamName,
    commands: readonly GivenCommand[],
    meta: ImportMeta,
    directory: Directory,
  ): Promise<Rehearsal | undefined> {
    const decider = initiativeDecider(kindOf(stream));
    const context = this.#context(meta, directory);
    let { state, version } = await this.#current(stream);
    for (const [place, command] of commands.entries()) {
      try {
        this.#allowed(stream, state, command, meta);
        const whole = { ...command, on: command.on ?? context.today, context } as unknown as InitiativeCommand;
        for (const fact of decider.decide(state, whole)) {
          version += 1;
          state = decider.evolve(state, asIfRecorded(fact, stream, version, context));
        }
      } catch (refusal) {
        if (!(refusal instanceof Refusal)) throw refusal;
        return { place, refusal };
      }
    }
    return undefined;
  }

  async run(stream: StreamName, commands: readonly GivenCommand[], meta: ImportMeta): Promise<void> {
    const runner = this.parts.bus.runnerOf(stream);
    const [only] = commands;
    if (only && (commands.length === 1 || !runner.runTogether)) await runner.run(stream, only, meta);
    else await runner.runTogether!(stream, commands, meta);
  }

  #current(stream: StreamName): Promise<{ readonly state: InitiativeState; readonly version: number }> {
    return this.parts.handler.current(initiativeDecider(kindOf(stream)), stream);
  }

  #context({ actor, fromSource }: ImportMeta, directory: Directory): CommandContext {
    const now = this.now();
    return {
      actor,
      now,
      today: localDateOf(now, directory.zoneOf(actor.entity)),
      localDate: localDateOf,
      directory,
      dateOf: () => undefined,
      ...(fromSource ? { fromSource } : {}),
    };
  }

  /** A person's own file gives commands with the person's own rights; what a source decided is recorded by the right to import. */
  #allowed(stream: StreamName, state: InitiativeState, command: GivenCommand, { actor, fromSource }: ImportMeta): void {
    if (fromSource) return;
    const { action, begins }: CommandKind = initiativeCommands[command.type as InitiativeCommandType];
    if (begins === 'new' && state.status !== 'unregistered') {
      // As by hand: that an id is taken is told to who could have begun it.
      requirePermitted(
        actor,
        action,
        stream,
        subjectOfInitiative({ status: 'unregistered' } as InitiativeState, command),
      );
      refuse('stream/exists', { stream });
    }
    requirePermitted(actor, action, stream, subjectOfInitiative(state, command));
  }
}
