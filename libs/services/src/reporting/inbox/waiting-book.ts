import type { Subject } from '@masar/access';
import type { Bilingual, InboxItem, StreamName } from '@masar/contracts';
import { waitingIn, type CommitmentFacts, type Waiting } from '@masar/timeline';
import { isCommitment, isInitiative } from '../projector/collectors.js';
import type { ProjectionState } from '../projector/projection-state.js';
import { questionOf, type StoredRow } from '../projector/row.js';
import { collectionOf, type StreamDocument } from '../projector/stream-document.js';
import { seenAs } from '../queries/hidden-streams.js';
import type { ResolvedDay } from '../queries/reading-day.js';
import { documentsOf } from '../queries/rows-on-day.js';
import { severalAtOnce } from '../queries/several-at-once.js';
import type { View } from '../queries/view.js';
import { itemOf } from './inbox-item.js';

/** One thing that waits for somebody, with whom its initiative is for. */
export interface Found {
  readonly stream: StreamName;
  readonly thing: Waiting;
  readonly subject: Subject;
  readonly item: InboxItem;
}

/** What waits in one initiative, and every stream that was asked to know it. */
interface Entry {
  readonly found: readonly Found[];
  readonly lookedAt: ReadonlySet<StreamName>;
}

/** Everything that waits, as of one place of one generation on one day. */
interface Page {
  readonly key: string;
  readonly state: ProjectionState;
  readonly entries: ReadonlyMap<StreamName, Entry>;
  readonly found: readonly Found[];
}

/** More events than these are not looked through: then everything is read again. */
const mostEvents = 500;

/** Partners read the title that was made for them, else what their commitment is called. */
const titleFor = (thing: Waiting, title: Bilingual, forPartners: Bilingual | undefined): Bilingual =>
  thing.partner === undefined ? title : (forPartners ?? thing.title ?? {});

const entryOf = async (view: View, stream: StreamName, day: ResolvedDay): Promise<Entry | undefined> => {
  const world = await view.worldNow(stream);
  if (!world) return undefined;
  const { title, things } = waitingIn(questionOf(world, day.on));
  const { kind, id, partnerTitle } = world.facts;
  const subject = seenAs(world.facts);
  const found = things.map((thing) => ({
    stream,
    thing,
    subject,
    item: itemOf({ kind, id, title: titleFor(thing, title, partnerTitle) }, subject, thing),
  }));
  return { found, lookedAt: world.lookedAt };
};

async function* streamsOf(documents: AsyncIterable<readonly { readonly stream: StreamName }[]>) {
  for await (const page of documents) for (const { stream } of page) yield stream;
}

/** Initiatives of which something is undecided, and those with a missed milestone: of no other anything waits. */
const undecided = (view: View) =>
  streamsOf(documentsOf<StreamDocument>(view, view.generation.of('timeline-facts'), { equal: { waits: 1 } }));
const missed = (view: View) =>
  streamsOf(documentsOf<StoredRow>(view, view.generation.of('portfolio-rows'), { range: { missed: { above: 0 } } }));

/**
 * Everything that waits, kept while nothing is folded; then only what the new events may have changed is read again. Whatever
 * cannot be told from the events (a stream that was replayed, a registry that changed, another day) begins anew.
 */
export class WaitingBook {
  #page: Page | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  /** How many initiatives were read, for whoever wants to know what it costs. */
  readings = 0;

  /** One after the other: who asks while it is being worked out waits for the same. */
  at(view: View, day: ResolvedDay): Promise<readonly Found[]> {
    const asked = this.#turn.then(() => this.#read(view, day));
    this.#turn = asked.catch(() => undefined);
    return asked;
  }

  async #read(view: View, day: ResolvedDay): Promise<readonly Found[]> {
    const { generation, state } = view;
    const key = JSON.stringify([generation.name, state.registry, day.on]);
    const page = this.#page?.key === key ? this.#page : undefined;
    // A view that was opened earlier than the last one answered gets what is known by now.
    if (page && page.state.offset >= state.offset && page.state.events >= state.events) return page.found;
    const changed = page && (await this.#changedSince(page, view));
    const entries = new Map(changed ? page.entries : []);
    const met = new Set<StreamName>();
    if (changed) {
      await this.#take(view, day, entries, met, changed);
    } else await this.#take(view, day, entries, met, undecided(view));
    await this.#take(view, day, entries, met, missed(view), changed !== undefined);
    const found = [...entries.values()].flatMap((entry) => entry.found);
    this.#page = { key, state, entries, found };
    return found;
  }

  /** Reads initiatives again, each once; `onlyNew`: but those that are known already. */
  async #take(
    view: View,
    day: ResolvedDay,
    entries: Map<StreamName, Entry>,
    met: Set<StreamName>,
    streams: AsyncIterable<StreamName> | Iterable<StreamName>,
    onlyNew = false,
  ): Promise<void> {
    const wanted = async function* () {
      for await (const stream of streams) {
        if (met.has(stream) || (onlyNew && entries.has(stream))) continue;
        met.add(stream);
        yield stream;
      }
    };
    const read = async (stream: StreamName) => ({ stream, entry: await entryOf(view, stream, day) });
    for await (const some of severalAtOnce(wanted(), read))
      for (const { stream, entry } of some) {
        this.readings += 1;
        // Also where nothing waits: it need not be looked at again before something happens there.
        if (entry) entries.set(stream, entry);
        else entries.delete(stream);
      }
  }

  /** Initiatives that what was folded since may have changed; undefined where that cannot be told. */
  async #changedSince(page: Page, view: View): Promise<ReadonlySet<StreamName> | undefined> {
    const { events, next } = await view.ports.log.read(page.state.offset, mostEvents);
    const folded = events.filter(({ offset }) => offset <= view.state.offset);
    const isWhole = next >= view.state.offset && folded.length === view.state.events - page.state.events;
    if (!isWhole) return undefined;
    const touched = new Set(folded.map(({ event }) => event.stream));
    const changed = new Set<StreamName>();
    for (const stream of touched) {
      if (isInitiative(collectionOf(stream))) changed.add(stream);
      if (!isCommitment(collectionOf(stream))) continue;
      const document = (await view.documentOf(stream)) as StreamDocument<CommitmentFacts> | undefined;
      if (document?.facts) changed.add(document.facts.initiative);
    }
    for (const [stream, { lookedAt }] of page.entries)
      if ([...touched].some((one) => lookedAt.has(one))) changed.add(stream);
    return changed;
  }
}
