import { randomUUID } from 'node:crypto';
import { setTimeout as rest } from 'node:timers/promises';
import { Refusal } from '@masar/contracts';
import type { ReadModels, StoredDocument } from '@masar/read-models';

/** What can be asked of the one process that writes, from any other. */
export type MaintenanceCall = 'replay' | 'republish' | 'rebuild';

interface Request {
  readonly call: MaintenanceCall;
  readonly argument?: unknown;
  /** What it came to; absent until it is done. */
  readonly answer?: unknown;
  readonly fault?: string;
}

type Handlers = Readonly<Record<MaintenanceCall, (argument: never) => Promise<unknown>>>;

const collection = 'maintenance-requests@1';
const askEveryMs = 100;
/** Nobody has begun with it: there is no writer. */
const takenWithinMs = 30_000;
const doneWithinMs = 3_600_000;
const mostAtOnce = 20;

/**
 * Requests to whoever writes reporting's documents, as documents: asked for on one process, done on another, answered to
 * the first. A request that was begun by a writer who died is begun again by the next: every call bears that.
 */
export class MaintenanceRequests {
  constructor(private readonly models: ReadModels) {}

  declare(): Promise<void> {
    return this.models.declare({ name: collection, fields: { state: 'text' }, indexes: [['state']] });
  }

  /** Rejects with `service/not-ready` when no writer takes it, or with the fault the writer met. */
  async ask<T>(call: MaintenanceCall, argument?: unknown): Promise<T> {
    const id = randomUUID();
    await this.#put(id, 'waiting', { call, ...(argument === undefined ? {} : { argument }) });
    const begun = performance.now();
    try {
      for (;;) {
        await rest(askEveryMs);
        const found = await this.models.get<Request>(collection, id);
        const waited = performance.now() - begun;
        if (found?.fields['state'] === 'done') return answerOf<T>(found.body);
        const isTaken = found?.fields['state'] === 'begun';
        if (!found || waited > (isTaken ? doneWithinMs : takenWithinMs)) throw new Refusal('service/not-ready');
      }
    } finally {
      await this.models.write([{ op: 'delete', collection, id }]);
    }
  }

  /** Does what is asked for, one after the other; answers how many. */
  async serve(handlers: Handlers): Promise<number> {
    const asked = await this.models.query<Request>(collection, {
      equal: { state: ['waiting', 'begun'] },
      limit: mostAtOnce,
    });
    for (const { id, version, body } of asked) {
      // Taken back meanwhile, or served by another: not done twice.
      if (!(await this.#put(id, 'begun', body, version))) continue;
      await this.#put(id, 'done', { ...body, ...(await outcomeOf(handlers, body)) }, version + 1);
    }
    return asked.length;
  }

  async #put(id: string, state: string, body: Request, expected = 0): Promise<boolean> {
    const { conflictAt } = await this.models.write([{ op: 'put', collection, id, expected, fields: { state }, body }]);
    return conflictAt === undefined;
  }
}

const outcomeOf = async (handlers: Handlers, { call, argument }: Request): Promise<Partial<Request>> => {
  try {
    return { answer: await handlers[call](argument as never) };
  } catch (fault) {
    return { fault: fault instanceof Error ? fault.message : String(fault) };
  }
};

const answerOf = <T>({ answer, fault }: StoredDocument<Request>['body']): T => {
  if (fault !== undefined) throw new Error(fault);
  return answer as T;
};
