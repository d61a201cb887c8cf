import type { Actor, Subject } from '@masar/access';
import type { InboxItem, InboxPage, StreamName } from '@masar/contracts';
import { waitingIn, type Waiting } from '@masar/timeline';
import { questionOf, type StoredRow } from '../projector/row.js';
import { idOf, type StreamDocument } from '../projector/stream-document.js';
import { readCursor } from '../queries/cursor.js';
import { seenAs } from '../queries/hidden-streams.js';
import { pageOfLines, totalOf } from '../queries/paged-lines.js';
import type { InboxQuestion, Question } from '../queries/question.js';
import { resolveDay, type ResolvedDay } from '../queries/reading-day.js';
import { documentsOf } from '../queries/rows-on-day.js';
import { severalAtOnce } from '../queries/several-at-once.js';
import type { View, Views } from '../queries/view.js';
import { commandsOf } from './settled-by.js';
import { waitsFor } from './waits-for.js';

/** One thing that waits for somebody, with whom its initiative is for. */
interface Found {
  readonly stream: StreamName;
  readonly thing: Waiting;
  readonly subject: Subject;
  readonly item: InboxItem;
}

const itemOf = (initiative: InboxItem['initiative'], { audience }: Subject, thing: Waiting): InboxItem => {
  const { what, stream, record, milestone, entity, title, words, to, by, since, days, workingDays, level } = thing;
  const about = [stream, what, milestone, entity, record].filter((part) => part !== undefined);
  return {
    id: about.join('/'),
    what,
    initiative,
    ...(audience !== 'portfolio' && { restricted: true as const }),
    ...(milestone !== undefined && { milestone }),
    ...(stream.startsWith('commitments/') && { commitment: idOf(stream) }),
    ...(entity !== undefined && { entity }),
    ...(record !== undefined && { record }),
    ...(title !== undefined && { title }),
    ...(words !== undefined && { words }),
    ...(by !== undefined && { by }),
    ...(to !== undefined && { to }),
    since,
    days,
    workingDays,
    level,
    because: [`${stream}@${thing.version}`],
    commands: commandsOf(thing),
  };
};

/** Initiatives of which something may wait: something is undecided, or a milestone is missed. */
async function* candidates(view: View): AsyncGenerator<StreamName> {
  const met = new Set<StreamName>();
  const undecided = documentsOf<StreamDocument>(view, view.generation.of('timeline-facts'), { equal: { waits: 1 } });
  const missed = documentsOf<StoredRow>(view, view.generation.of('portfolio-rows'), {
    range: { missed: { above: 0 } },
  });
  for (const source of [undecided, missed])
    for await (const documents of source)
      for (const { stream } of documents) {
        if (met.has(stream)) continue;
        met.add(stream);
        yield stream;
      }
}

const foundIn = async (view: View, stream: StreamName, day: ResolvedDay): Promise<readonly Found[]> => {
  const world = await view.worldNow(stream);
  if (!world) return [];
  const { title, things } = waitingIn(questionOf(world, day.on));
  const { kind, id } = world.facts;
  const subject = seenAs(world.facts);
  return things.map((thing) => ({ stream, thing, subject, item: itemOf({ kind, id, title }, subject, thing) }));
};

const everythingWaiting = async (view: View, day: ResolvedDay): Promise<readonly Found[]> => {
  const found: Found[] = [];
  for await (const some of severalAtOnce(candidates(view), (stream) => foundIn(view, stream, day)))
    found.push(...some.flat());
  return found;
};

const isFor = (reader: Actor | undefined, { thing, subject }: Found): boolean =>
  reader !== undefined && waitsFor(reader, thing, subject);

/**
 * What waits for a reader's decision, oldest first. What waits at all is worked out once for all who ask before anything
 * changes, from the initiatives of which something may wait; whose it is, each reader's rights say.
 */
export class InboxQuery {
  #last: { readonly key: string; readonly found: Promise<readonly Found[]> } | undefined;

  async read(views: Views, question: Question & InboxQuestion): Promise<InboxPage> {
    const { reader, what, limit } = question;
    const of = JSON.stringify(['inbox', reader?.user, what]);
    const cursor = readCursor(question.cursor, of);
    const view = await views.open(reader, cursor?.generation);
    const day = resolveDay({}, question.now, view.ports.defaultZone);
    const own = (await this.#found(view, day)).filter(
      (found) =>
        !view.hidden.has(found.stream) &&
        (what === undefined || what.includes(found.thing.what)) &&
        isFor(reader, found),
    );
    const asked = { view, day, cursor, of };
    const placeOf = ({ item }: Found) => ({ value: item.since, id: item.id });
    const { lines, next } = pageOfLines(asked, own, { descending: false }, placeOf, limit);
    return { items: lines.map(({ item }) => item), next, total: totalOf(own.length) };
  }

  #found(view: View, day: ResolvedDay): Promise<readonly Found[]> {
    const key = JSON.stringify([view.generation.name, view.state.offset, view.state.registry, day.on]);
    if (this.#last?.key === key) return this.#last.found;
    const found = everythingWaiting(view, day);
    this.#last = { key, found };
    found.catch(() => {
      if (this.#last?.found === found) this.#last = undefined;
    });
    return found;
  }
}
