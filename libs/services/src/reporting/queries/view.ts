import { Refusal, refuse, type LocalDate, type StreamName } from '@masar/contracts';
import type { EventLog } from '@masar/event-log';
import type { History, ReadModels } from '@masar/read-models';
import { DirectoryBook } from '../projector/directory-book.js';
import { generation, generationsHeld, pointerName, type Generation } from '../projector/generation.js';
import { PastWorlds } from '../projector/past-worlds.js';
import type { StreamDocument } from '../projector/stream-document.js';
import { worldNow, type World } from '../projector/world.js';
import type { ResolvedDay } from './reading-day.js';
import type { Actor } from '@masar/access';
import { HiddenStreams } from './hidden-streams.js';
import { beforeAnything, readRegistry, stateId, type ProjectionState } from '../projector/projection-state.js';

export interface ReaderPorts {
  readonly models: ReadModels;
  readonly history: History;
  readonly log: EventLog;
  readonly defaultZone: string;
}

/** The documents of one generation, as a reader sees them now. */
export class View {
  constructor(
    readonly ports: ReaderPorts,
    readonly generation: Generation,
    readonly state: ProjectionState,
    readonly directories: DirectoryBook,
    /** Initiatives that do not exist for who reads. */
    readonly hidden: ReadonlySet<StreamName>,
  ) {}

  documentOf = async (stream: StreamName): Promise<StreamDocument | undefined> =>
    (await this.ports.models.get<StreamDocument>(this.generation.of('timeline-facts'), stream))?.body;

  /** The world of an initiative as known now; undefined where nothing is. */
  worldNow(stream: StreamName): Promise<World | undefined> {
    return worldNow(stream, this.documentOf, this.directories.knownBefore());
  }

  /** On a day of reading: by what is known now, or by what was known then. */
  worldOn(
    stream: StreamName,
    { isCurrent, knownOn }: Pick<ResolvedDay, 'isCurrent' | 'knownOn'>,
  ): Promise<World | undefined> {
    return isCurrent ? this.worldNow(stream) : this.worldKnownOn(stream, knownOn);
  }

  /** As known on a day, or at an instant. */
  async worldKnownOn(stream: StreamName, knownOn: LocalDate | string): Promise<World | undefined> {
    const worlds = await PastWorlds.open(stream, this.ports.history, this.documentOf, this.directories);
    return worlds?.at(knownOn);
  }
}

/** Opens views of the generation in use, or of the one a cursor was cut from; keeps the directory between questions. */
export class Views {
  #directories: { readonly key: string; readonly book: DirectoryBook } | undefined;

  readonly #hidden: HiddenStreams;

  constructor(private readonly ports: ReaderPorts) {
    this.#hidden = new HiddenStreams(ports.models);
  }

  /** Refuses `service/not-ready` before the first documents are there, `page/cursor-expired` for a generation that is dropped. */
  async open(reader: Actor | undefined, of?: string): Promise<View> {
    const { models } = this.ports;
    const used = await models.pointer(pointerName);
    if (used === undefined) throw new Refusal('service/not-ready');
    if (of !== undefined && of !== used && !(await generationsHeld(models)).includes(of))
      refuse('page/cursor-expired', {}, 'cursor');
    const made = generation(of ?? used);
    const state = (await models.get<ProjectionState>(made.of('reporting-state'), stateId))?.body ?? beforeAnything;
    const hidden = await this.#hidden.from(reader, made, state);
    return new View(this.ports, made, state, await this.#directory(made, state), hidden);
  }

  async #directory(made: Generation, state: ProjectionState): Promise<DirectoryBook> {
    const key = `${made.name} ${state.registry}`;
    if (this.#directories?.key === key) return this.#directories.book;
    const book = new DirectoryBook(this.ports.defaultZone);
    book.takeAll(await readRegistry(this.ports.models, made));
    this.#directories = { key, book };
    return book;
  }
}
