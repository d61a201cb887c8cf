import { localDateOf } from '@masar/calendar';
import { positionOf, type AnyRecordedEvent, type Instant, type LocalDate, type StreamName } from '@masar/contracts';
import type { DirectoryFacts } from '@masar/directory';
import type { DocumentWrite, History, ReadModels } from '@masar/read-models';
import { mayWait, type CommitmentFacts, type InitiativeFacts } from '@masar/timeline';
import { changesOf, type Cause, type StoredChange } from './change-record.js';
import { isCommitment, isInitiative, isRegistry } from './collectors.js';
import { commitsOf, type Commit } from './commits.js';
import type { Doubtful } from './ports.js';
import { DirectoryBook } from './directory-book.js';
import { DocumentBook } from './document-book.js';
import { foldStream, parkStream } from './fold-stream.js';
import type { Generation, Projection as Name } from './generation.js';
import { PageInHand } from './page-in-hand.js';
import { PageWork } from './page-work.js';
import { Recent } from './recent.js';
import { deriveRow, storedRow, type Derived, type PortfolioRow, type StoredRow } from './row.js';
import { RowIndex } from './row-index.js';
import { collectionOf, emptyDocument, incompleteSince, stateOf, type StreamDocument } from './stream-document.js';
import { audienceOf, isRestricted } from './audience-of.js';
import { beforeAnything, loadState, type ProjectionState } from './projection-state.js';
import { writePage } from './write-page.js';
import { rowFields } from './row-fields.js';
import { worldNow, type World } from './world.js';

export interface ProjectionPorts {
  readonly models: ReadModels;
  readonly history: History;
  readonly defaultZone: string;
}

/** What one page came to, for those who wait. */
export interface PageAnswer {
  readonly applied: ReadonlySet<StreamName>;
  readonly changes: readonly StoredChange[];
}

/** Streams that are written to take turns: fewer places than streams in use would find none of them. */
const keptDocuments = 1000;
const keptRows = 1000;

/**
 * All documents of one generation: takes commits in the order of the log, and between them lets time pass, so that what
 * it writes depends on the events alone and not on how they were paged.
 */
export class Projection {
  readonly #streams: DocumentBook<StreamDocument>;
  readonly #rows: DocumentBook<StoredRow>;
  readonly #whole = new Recent<PortfolioRow>(keptRows);
  #directories: DirectoryBook;
  #index = new RowIndex();
  #state: ProjectionState | undefined;
  #stateVersion = 0;
  readonly #inHand: PageInHand | undefined;

  constructor(
    private readonly ports: ProjectionPorts,
    readonly generation: Generation,
  ) {
    const { models, defaultZone } = ports;
    this.#streams = new DocumentBook(models, generation.of('timeline-facts'), streamFields, keptDocuments);
    this.#rows = new DocumentBook(models, generation.of('portfolio-rows'), rowFields, keptDocuments);
    this.#directories = new DirectoryBook(defaultZone);
    if (!models.writesAllOrNone) this.#inHand = new PageInHand(models, generation.of('page-in-hand'));
  }

  get state(): ProjectionState {
    return this.#state ?? beforeAnything;
  }
  /** Its memory was thrown away after a write that did not happen. */
  get isStale(): boolean {
    return this.#state === undefined;
  }
  get rows(): number {
    return this.#index.size;
  }

  /**
   * Reads what is kept in memory of the documents; to be called first, and after a write that did not happen. A page that
   * was left half written is finished before: it is answered as if it had been folded now.
   */
  async load(): Promise<PageAnswer> {
    const finished = (await this.#inHand?.finish()) ?? [];
    this.#streams.forget();
    this.#rows.forget();
    this.#whole.clear();
    this.#index = new RowIndex();
    this.#directories = new DirectoryBook(this.ports.defaultZone);
    const { state, version } = await loadState(this.ports.models, this.generation, this.#index, this.#directories);
    [this.#state, this.#stateVersion] = [state, version];
    return answerOf(this.generation, finished);
  }

  documentOf = (stream: StreamName): Promise<StreamDocument | undefined> => this.#streams.get(stream);

  /** What readers find of a stream. */
  writtenOf(stream: StreamName): Promise<StreamDocument | undefined> {
    return this.#streams.written(stream);
  }

  /** Folds a page, lets time pass between its commits, and writes everything with the offset at once. */
  async apply(events: readonly AnyRecordedEvent[], doubtful: Doubtful, offset: number): Promise<PageAnswer> {
    return this.#asOne(offset, events.length, async (page) => {
      for (const commit of commitsOf(events)) {
        await this.#pass(page, commit.recordedAt);
        await this.#take(page, commit);
      }
      for (const event of doubtful.forks)
        await this.#park(
          page,
          event.stream,
          event.version,
          'fork',
          'another event stands at this version',
          event.knownAt,
        );
      for (const { stream, version, breakage } of doubtful.broken)
        await this.#park(page, stream, version, 'event/broken', breakage, this.state.now);
    });
  }

  /** Lets time pass: rows due by now are read again, and what has changed is told. */
  async tick(now: Instant): Promise<PageAnswer> {
    if (!this.#state) await this.load();
    if (!this.#index.firstDue(now)) return { applied: new Set(), changes: [] };
    return this.#asOne(this.state.offset, 0, (page) => this.#pass(page, now));
  }

  /** Folds a parked stream again from where it stopped; `anew`: from its first event. */
  async replay(stream: StreamName, anew: boolean): Promise<PageAnswer> {
    return this.#asOne(this.state.offset, 0, async (page) => {
      const document = await this.#streams.get(stream);
      if (!document) return;
      const { parked: _parked, ...mended } = document;
      const { commitments } = document;
      const from = anew ? { ...emptyDocument(stream), ...(commitments && { commitments }) } : mended;
      const events = await this.ports.history.read(stream, { after: from.version, limit: 10_000 });
      page.applied.add(stream);
      const commit: Commit = { stream, recordedAt: this.state.now, events };
      await this.#take(page, commit, from);
    });
  }

  /** Live lines count on: whoever was told so many changes of `other` has heard of all that are here. */
  async countOnFrom(other: Projection): Promise<void> {
    const told = Math.max(this.state.told, other.state.told);
    if (told === this.state.told) return;
    this.#state = { ...this.state, told };
    await this.#asOne(this.state.offset, 0, async () => undefined);
  }

  async #asOne(offset: number, events: number, work: (page: PageWork) => Promise<void>): Promise<PageAnswer> {
    if (!this.#state) await this.load();
    const page = new PageWork(offset);
    try {
      await work(page);
      this.#state = {
        ...this.state,
        offset,
        events: this.state.events + events,
        told: this.state.told + page.changes.length,
        registry: this.state.registry + (page.registryChanged ? 1 : 0),
        restricted: this.state.restricted + page.restricted,
      };
      await writePage({
        ...this.ports,
        generation: this.generation,
        streams: this.#streams,
        rows: this.#rows,
        index: this.#index,
        directories: this.#directories,
        page,
        state: this.state,
        stateVersion: this.#stateVersion,
        ...(this.#inHand ? { inHand: this.#inHand } : {}),
      });
      this.#stateVersion += 1;
    } catch (fault) {
      // What is in memory may be ahead of what is written: read anew before the next attempt.
      this.#state = undefined;
      throw fault;
    }
    return { applied: page.applied, changes: page.changes };
  }

  #today(zone: string): LocalDate {
    return localDateOf(this.state.now, zone);
  }

  #world(stream: StreamName): Promise<World | undefined> {
    return worldNow(stream, this.documentOf, this.#directories.knownBefore());
  }

  /** The whole row as it reads now, before anything changes it; undefined where the portfolio has none. */
  async #wholeRow(page: PageWork, stream: StreamName): Promise<PortfolioRow | undefined> {
    const touched = page.touched.get(stream);
    if (touched) return touched.now;
    const kept = this.#whole.get(stream);
    if (kept) return kept;
    const stored = await this.#rows.get(stream);
    const world = stored && (await this.#world(stream));
    return world && deriveRow(world, stored.start)?.row;
  }

  /** Everything that time alone changes up to an instant, in the order in which it changes. */
  async #pass(page: PageWork, to: Instant): Promise<void> {
    for (let due = this.#index.firstDue(to); due; due = this.#index.firstDue(to)) {
      for (const { stream, day } of due.rows) {
        const world = await this.#world(stream);
        const before = await this.#wholeRow(page, stream);
        const derived = world && deriveRow(world, day);
        const version = world?.facts.version ?? 0;
        const cause: Cause = { at: due.at, because: [`${stream}@${version}`], correction: false, mark: day };
        await this.#keep(page, stream, day, before, derived, cause);
      }
    }
    if (to > this.state.now) this.#state = { ...this.state, now: to };
  }

  /** One commit: its stream is folded, then its own row and those that lean on the stream are read again. */
  async #take(page: PageWork, commit: Commit, from?: StreamDocument): Promise<void> {
    const { stream } = commit;
    const collection = collectionOf(stream);
    const initiative = await this.#initiativeOf(commit);
    const affected = new Set([
      ...(initiative === undefined ? [] : [initiative]),
      ...this.#index.dependentsOf(stream),
      ...(isCommitment(collection) && initiative !== undefined ? this.#index.dependentsOf(initiative) : []),
    ]);
    const befores = new Map<StreamName, PortfolioRow | undefined>();
    for (const name of affected) befores.set(name, await this.#wholeRow(page, name));
    const stored = await this.#streams.get(stream);
    const before = stored ?? emptyDocument(stream);
    const { after, events } = await this.#fold(from ?? before, commit.events);
    page.applied.add(stream);
    if (after === before) return;
    this.#write(page, stored, after);
    if (isCommitment(collection) && initiative !== undefined) await this.#besides(page, initiative, stream);
    if (isRegistry(collection) && events.length > 0) {
      this.#directories.take(after.facts as DirectoryFacts);
      page.registryChanged = true;
    }
    const cause = causeOf(commit, events);
    const since =
      incompleteSince(after) === incompleteSince(before) ? [] : [incompleteSince(after) ?? incompleteSince(before)!];
    const known = [...events.map(knownFrom), ...since];
    if (known.length === 0) return;
    for (const name of affected) {
      const own = name === stream;
      await this.#refresh(
        page,
        name,
        befores.get(name),
        known,
        own ? cause : { ...cause, mark: cause.because.at(-1) ?? stream },
      );
    }
  }

  /** The initiative a commit is about: its own, or the one a commitment is for. */
  async #initiativeOf({ stream, events }: Commit): Promise<StreamName | undefined> {
    const collection = collectionOf(stream);
    if (isInitiative(collection)) return stream;
    if (!isCommitment(collection)) return undefined;
    const known = (await this.#streams.get(stream))?.facts as CommitmentFacts | undefined;
    const named = known?.initiative ?? events[0]?.data['initiative'];
    return typeof named === 'string' ? (named as StreamName) : undefined;
  }

  /** An initiative does not name the commitments for it: its document does, also where it comes before its first event. */
  async #besides(page: PageWork, initiative: StreamName, commitment: StreamName): Promise<void> {
    const stored = await this.#streams.get(initiative);
    const document = stored ?? emptyDocument(initiative);
    const { commitments = [] } = document;
    if (commitments.includes(commitment)) return;
    const all = [...commitments, commitment].sort();
    this.#write(page, stored, { ...document, commitments: all });
  }

  /** What readers find of a stream from this page on; those who may not see it, or might not, ask anew what is hidden. */
  #write(page: PageWork, before: StreamDocument | undefined, after: StreamDocument): void {
    if ((before && isRestricted(before)) || isRestricted(after)) page.restricted += 1;
    this.#streams.set(after.stream, { ...after, page: page.place });
  }

  /** Folds on from history where a hole has been filled. */
  async #fold(before: StreamDocument, incoming: readonly AnyRecordedEvent[]) {
    const folded = foldStream(before, incoming);
    if (folded.after.parked || (!before.hole && !folded.after.hole)) return folded;
    const held = await this.ports.history.read(before.stream, { after: folded.after.version, limit: 10_000 });
    const more = foldStream(folded.after, held);
    return { before, after: more.after, events: [...folded.events, ...more.events] };
  }

  async #park(
    page: PageWork,
    stream: StreamName,
    version: number,
    code: 'fork' | 'event/broken',
    detail: string,
    since: Instant,
  ): Promise<void> {
    const stored = await this.#streams.get(stream);
    const before = stored ?? emptyDocument(stream);
    const after = parkStream(before, { version, code, detail, since });
    page.applied.add(stream);
    if (after === before) return;
    const about = (await this.#initiativeOf({ stream, recordedAt: this.state.now, events: [] })) ?? stream;
    const row = await this.#wholeRow(page, about);
    this.#write(page, stored, after);
    await this.#refresh(page, about, row, [since], { at: this.state.now, because: [], correction: false });
  }

  /** Reads a row again because something became known; days gone by are written anew where it was known before today. */
  async #refresh(
    page: PageWork,
    stream: StreamName,
    before: PortfolioRow | undefined,
    known: readonly Instant[],
    cause: Cause,
  ): Promise<void> {
    const world = await this.#world(stream);
    if (!world) return;
    const today = this.#today(world.zone);
    const earliest = known.map((instant) => localDateOf(instant, world.zone)).sort()[0]!;
    if (earliest < today) page.rewriteFrom(stream, earliest);
    await this.#keep(page, stream, today, before, deriveRow(world, today), cause);
  }

  /** The row now holds from `day` on; what held before it is closed. */
  async #keep(
    page: PageWork,
    stream: StreamName,
    day: LocalDate,
    before: PortfolioRow | undefined,
    derived: Derived | undefined,
    cause: Cause,
  ): Promise<void> {
    const stored = await this.#rows.get(stream);
    page.touch(stream, before, derived?.row);
    if (!stored && !derived) return;
    const facts = (await this.#streams.get(stream))?.facts as InitiativeFacts;
    if (stored) page.close(stored, day);
    const after: StoredRow | undefined = derived && storedRow(stream, day, facts.version, derived);
    this.#rows.set(stream, after);
    this.#index.change(stored, after);
    if (derived) this.#whole.set(stream, derived.row);
    page.changes.push(...changesOf(stream, facts.version, before, derived?.row, cause));
  }
}

/** What the writes of a page tell of it. */
const answerOf = (made: Generation, writes: readonly DocumentWrite[]): PageAnswer => {
  const bodies = <T>(of: Name): readonly T[] =>
    writes.flatMap((write) => (write.op === 'put' && write.collection === made.of(of) ? [write.body as T] : []));
  return {
    applied: new Set(bodies<StreamDocument>('timeline-facts').map(({ stream }) => stream)),
    changes: bodies<StoredChange>('portfolio-changes'),
  };
};

/** 1 where something of an initiative may wait for a decision: the inbox asks no other. */
const waitsIn = ({ stream, facts, commitments = [] }: StreamDocument): number | null =>
  facts !== undefined && isInitiative(collectionOf(stream))
    ? Number(commitments.length > 0 || mayWait(facts as InitiativeFacts))
    : null;

const streamFields = (document: StreamDocument) => ({
  collection: collectionOf(document.stream),
  state: stateOf(document),
  audience: audienceOf(document),
  waits: waitsIn(document),
});

/** The registration of entities counts as known from the beginning (definitions §1). */
const knownFrom = ({ type, knownAt }: AnyRecordedEvent): Instant =>
  type.startsWith('entity.registered.') ? '0001-01-02T00:00:00.000Z' : knownAt;

const causeOf = (commit: Commit, events: readonly AnyRecordedEvent[]): Cause => ({
  at: commit.recordedAt,
  because: events.map(positionOf),
  correction: events.some(({ type }) => type.startsWith('entry.corrected.')),
});
