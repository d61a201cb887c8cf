import type { Actor, EventData, StreamName } from '@masar/contracts';
import type { CommandHandler, EventStore } from '@masar/event-store';
import { importDecider, type ImportCommand, type ImportState, type PlannedPage } from './import-decider.js';

const page = 200;

/** Who runs an import, and in whose name. */
type Doer = Pick<Actor, 'user' | 'onBehalfOf'>;

/** Import streams: written through the one command handler, read back for resuming and for lists. */
export class ImportRuns {
  constructor(
    private readonly store: EventStore,
    private readonly handler: CommandHandler,
  ) {}

  static streamOf(id: string): StreamName {
    return `imports/${id}`;
  }

  async state(id: string): Promise<{ readonly state: ImportState; readonly version: number }> {
    return this.handler.current(importDecider, ImportRuns.streamOf(id));
  }

  /** Records commands as one commit; `step` names it within its run, so that a resend is answered once. */
  async record(id: string, by: Doer, step: string, ...commands: readonly ImportCommand[]): Promise<void> {
    const { version } = await this.state(id);
    await this.#commit(id, by, `${id.slice(0, 32)}-${step}-${version}`, commands);
  }

  /** Records the end of a run that went through, under the id of the request it answers when that had one. */
  async complete(id: string, by: Doer, request: string | undefined, command: ImportCommand): Promise<void> {
    return request === undefined ? this.record(id, by, 'end', command) : this.#commit(id, by, request, [command]);
  }

  /** What the run that a request asked for came to, when it went through. */
  async answered(id: string, request: string): Promise<EventData<'import.completed.v1'> | undefined> {
    const commit = await this.store.find(ImportRuns.streamOf(id), request);
    if (!commit) return undefined;
    const [completed] = await this.store.read(ImportRuns.streamOf(id), commit.last - 1, 1);
    return completed?.data as unknown as EventData<'import.completed.v1'> | undefined;
  }

  async #commit(id: string, by: Doer, commandId: string, commands: readonly ImportCommand[]): Promise<void> {
    const { user: actor, onBehalfOf } = by;
    const inNameOf = onBehalfOf === undefined ? {} : { onBehalfOf };
    const meta = { commandId, digest: commandId, actor, ...inNameOf, correlationId: id, source: '/imports' };
    const steps = commands.map((command) => ({ command }));
    await this.handler.runTogether(importDecider, ImportRuns.streamOf(id), steps, meta);
  }

  /** The pages planned by the run that is under way. */
  async pages(id: string, startedVersion: number): Promise<readonly PlannedPage[]> {
    const pages: PlannedPage[] = [];
    for (let after = startedVersion; ;) {
      const events = await this.store.read(ImportRuns.streamOf(id), after, page);
      for (const recorded of events)
        if (recorded.type === 'import.commands-planned.v1')
          pages.push((recorded.data as unknown as EventData<'import.commands-planned.v1'>).rows);
      if (events.length < page) return pages;
      after += events.length;
    }
  }

  /** Ids of all imports, in order of id. */
  async *ids(): AsyncGenerator<string> {
    for (let after: string | undefined; ;) {
      const streams = await this.store.streams('imports/', after, page);
      for (const stream of streams) yield stream.slice('imports/'.length);
      if (streams.length < page) return;
      after = streams.at(-1);
    }
  }
}
