import { event, type Instant, type LocalDate, type StreamName } from '@masar/contracts';
import { localDateOf, startOfDayInstant } from '@masar/calendar';
import type { CommandHandler, Decider, EventStore } from '@masar/event-store';
import type { CommandAnswer, GivenMeta } from '../../platform/command-bus.js';
import { commandIdOf } from '../../platform/command-identity.js';
import type { QueryParameters } from './query-parameters.js';

interface KeepLook {
  readonly on: LocalDate;
}

/** A look is a fact like any other, in the stream `looks/<user>`: it survives a restart, a rebuild and a restore. */
const lookDecider: Decider<null, KeepLook> = {
  name: 'look',
  version: 1,
  initial: null,
  evolve: () => null,
  decide: (_state, { on }) => [event('look.taken.v1', { happenedOn: on })],
};

const beginning: Instant = '0001-01-01T00:00:00.000Z';
const streamOf = (user: string): StreamName => `looks/${user}`;

/** When each reader last looked at the portfolio. */
export class Looks {
  constructor(
    private readonly store: EventStore,
    private readonly handler: CommandHandler,
    private readonly zone: string,
  ) {}

  /** Remembers that the reader has seen everything up to now. The same Idempotency-Key keeps one look. */
  async keep(meta: GivenMeta, now: Instant): Promise<CommandAnswer> {
    const { actor, key, digest } = meta;
    const commandId = commandIdOf(actor.user, key);
    const answered = await this.handler.run(
      lookDecider,
      streamOf(actor.user),
      { on: localDateOf(now, this.zone) },
      {
        commandId,
        digest: digest ?? commandId,
        actor: actor.user,
        correlationId: meta.correlationId ?? commandId.slice(0, 32),
        source: '/reporting',
        answer: { id: `look-${commandId.slice(0, 12)}` },
      },
    );
    return { id: answered.id ?? '', version: answered.version, position: answered.position };
  }

  /** The instant `since` names: an instant, the beginning of a date, or (the default) `look`: of the reader's last look, before everything where there is none. */
  async since(query: QueryParameters, user: string): Promise<Instant> {
    const asked = query.text('since');
    if (asked === undefined || asked === 'look')
      return (await this.store.head(streamOf(user)))?.recordedAt ?? beginning;
    const since = query.dateOrInstant('since')!;
    return since.length === 10 ? startOfDayInstant(since, this.zone) : since;
  }
}
