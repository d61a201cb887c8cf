import { Global, Inject, Module, type DynamicModule, type OnApplicationBootstrap } from '@nestjs/common';
import { LOGGER, METRICS, READINESS, type Logger, type Metrics, type Readiness } from '@masar/nest-kit';
import { BrokerLink } from './cluster/broker-link.js';
import { CommandBus } from './command-bus.js';
import { HourlySeal } from './hourly-seal.js';
import type { Platform } from './open-platform.js';
import { COMMAND_HANDLER, DIRECTORY, EVENT_LOG, EVENT_STORE } from './tokens.js';

const PLATFORM = Symbol('platform');

interface Counting {
  inc(by?: number): void;
}

export interface PlatformServing {
  /** Whether the truth is sealed by this process: of several over one truth only those that hold the sealing key. */
  readonly seals: boolean;
}

/** Makes the stores of a process known to its services; the composition root closes them, when every service has let go. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationBootstrap {
  readonly #link: BrokerLink | undefined;

  constructor(
    @Inject(PLATFORM) platform: Platform,
    @Inject(LOGGER) logger: Logger,
    @Inject(METRICS) metrics: Metrics,
    @Inject(READINESS) readiness: Readiness,
  ) {
    const commits = metrics.counter('masar_commits_total', 'Commits of this process, by collection', ['collection']);
    const events = metrics.counter('masar_events_total', 'Events of this process, by collection', ['collection']);
    // Collections are few; finding a counter's child by its label costs more than counting.
    const children = new Map<string, { readonly commits: Counting; readonly events: Counting }>();
    platform.bus.onCommitted((stream, committed) => {
      const collection = stream.slice(0, stream.indexOf('/'));
      let child = children.get(collection);
      if (!child)
        children.set(collection, (child = { commits: commits.labels(collection), events: events.labels(collection) }));
      child.commits.inc();
      child.events.inc(committed.length);
    });
    readiness.register('event-store', async () => void (await platform.store.epoch()));
    if (platform.broker)
      this.#link = platform.linked(new BrokerLink({ ...platform, ...platform.broker, logger, metrics, readiness }));
  }

  /** By now every service has said what it keeps in memory. */
  onApplicationBootstrap(): void {
    this.#link?.start();
  }

  static of(platform: Platform, { seals }: PlatformServing): DynamicModule {
    const providers = [
      { provide: PLATFORM, useValue: platform },
      { provide: EVENT_STORE, useValue: platform.store },
      ...(platform.log ? [{ provide: EVENT_LOG, useValue: platform.log }] : []),
      { provide: COMMAND_HANDLER, useValue: platform.handler },
      { provide: DIRECTORY, useValue: platform.directory },
      { provide: CommandBus, useValue: platform.bus },
    ];
    return { module: PlatformModule, providers: seals ? [...providers, HourlySeal] : providers, exports: providers };
  }
}
