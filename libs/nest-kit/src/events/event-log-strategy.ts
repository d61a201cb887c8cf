import { Catch, type ArgumentsHost, type INestApplication, type RpcExceptionFilter } from '@nestjs/common';
import { BaseRpcContext, Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import { isObservable, lastValueFrom, throwError, type Observable } from 'rxjs';
import { positionOf, type AnyRecordedEvent } from '@masar/contracts';

/** Where events come from: a view over the store in one process, a consumer group in a cluster. */
export interface EventSource {
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Begins to be told of events; what `deliver` rejects with decides whether they come again. */
export type OpenEventSource = (deliver: (events: readonly AnyRecordedEvent[]) => Promise<void>) => EventSource;

/**
 * Nest's transport over the event log: `@EventPattern('milestone.reached.v1')` names an event type and is given every event
 * of it, one after the other, each handled to its end by all who asked before the next comes. What a handler throws reaches the source as it was
 * thrown. Types nobody handles are passed over.
 */
export class EventLogStrategy extends Server implements CustomTransportStrategy {
  #source: EventSource | undefined;

  constructor(private readonly open: OpenEventSource) {
    super();
  }

  listen(callback: (fault?: unknown) => void): void {
    this.#source = this.open((events) => this.deliver(events));
    this.#source.start().then(() => callback(), callback);
  }

  async close(): Promise<void> {
    await this.#source?.stop();
  }

  /** The log has no events of its own to listen to. */
  on(): void {
    throw new Error('the event log tells only of recorded events: use @EventPattern');
  }

  unwrap<T>(): T {
    return this.#source as T;
  }

  private async deliver(events: readonly AnyRecordedEvent[]): Promise<void> {
    for (const event of events) {
      const handler = this.messageHandlers.get(event.type);
      // Several handlers of one type hang on the first, which calls them.
      if (handler) await ended(handler, event);
    }
  }
}

const ended = async (handler: MessageHandler, event: AnyRecordedEvent): Promise<void> => {
  const result: unknown = await handler(event, new BaseRpcContext([positionOf(event)]));
  if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
};

/** Nest would tell the source of an "Internal server error" and nothing else: retry or park could not be decided. */
@Catch()
class OriginalError implements RpcExceptionFilter {
  catch(fault: unknown, _host: ArgumentsHost): Observable<never> {
    return throwError(() => fault);
  }
}

/** Lets the controllers of an application handle events; `app.startAllMicroservices()` begins. */
export const handleEvents = (app: INestApplication, open: OpenEventSource): void => {
  const options = { strategy: new EventLogStrategy(open) };
  // Deferred: handlers are bound with the filters known by then.
  app.connectMicroservice(options, { deferInitialization: true }).useGlobalFilters(new OriginalError());
};
