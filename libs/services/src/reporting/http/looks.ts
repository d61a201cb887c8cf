import { event, refuse, type Instant, type LocalDate, type StreamName } from '@masar/contracts';
import { localDateOf, startOfDayInstant } from '@masar/calendar';
import type { CommandHandler, Decider, EventStore } from '@masar/event-store';
import type { CommandAnswer, GivenMeta } from '../../platform/command-bus.js';
import { commandIdOf, madeId } from '../../platform/command-identity.js';
import type { QueryParameters } from './query-parameters.js';

interface KeepLook {
  readonly id: string;
  readonly on: LocalDate;
}

/** A look is a fact like any other, in the stream `looks/<user>`: it survives a restart, a rebuild and a restore. */
const lookDecider: Decider<null, KeepLook> = {
  name: 'look',
  version: 1,
  initial: null,
  evolve: () => null,
  decide: (_state, { on, id }) => [event('look.taken.v1', { happenedOn: on, id })],
};

/** One look, as it is read back. `at` is what `since=<id>` stands for. */
export interface Look {
  readonly id: string;
  readonly on: LocalDate;
  readonly at: Instant;
}

const looksAtOnce = 500;
const madeLook = /^look-[0-9a-f]{12}$/;
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
    const id = madeId('look', commandId);
    const answered = await this.handler.run(
      lookDecider,
      streamOf(actor.user),
      { on: localDateOf(now, this.zone), id },
      {
        commandId,
        digest: digest ?? commandId,
        actor: actor.user,
        ...(actor.onBehalfOf === undefined ? {} : { onBehalfOf: actor.onBehalfOf }),
        correlationId: meta.correlationId ?? commandId.slice(0, 32),
        source: '/reporting',
        answer: { id },
      },
    );
    return { id: answered.id ?? '', version: answered.version, position: answered.position };
  }

  /** A reader's own looks, the latest first. */
  async of(user: string): Promise<readonly Look[]> {
    const looks: Look[] = [];
    for (let after = 0; ; after += looksAtOnce) {
      const events = await this.store.read(streamOf(user), after, looksAtOnce);
      for (const { data, recordedAt } of events) {
        const { id, happenedOn } = data as { readonly id?: string; readonly happenedOn: LocalDate };
        if (id !== undefined) looks.unshift({ id, on: happenedOn, at: recordedAt });
      }
      if (events.length < looksAtOnce) return looks;
    }
  }

  /** One look of the reader; nobody else's exists for him. Refuses `read/not-found`. */
  async one(user: string, id: string): Promise<Look> {
    return (await this.of(user)).find((look) => look.id === id) ?? refuse('read/not-found', { look: id });
  }

  /** The instant `since` names: an instant, the beginning of a date, a look by its id, or (the default) `look`: the reader's last one, before everything where there is none. */
  async since(query: QueryParameters, user: string): Promise<Instant> {
    const asked = query.text('since');
    if (asked === undefined || asked === 'look')
      return (await this.store.head(streamOf(user)))?.recordedAt ?? beginning;
    if (madeLook.test(asked)) return (await this.one(user, asked)).at;
    const since = query.dateOrInstant('since')!;
    return since.length === 10 ? startOfDayInstant(since, this.zone) : since;
  }
}
