import { refuse, type InitiativeLinks, type LinkEnd, type StreamName, type TimelineView } from '@masar/contracts';
import { endOf, linksInto, mergedLinks, type StatedLink } from '@masar/timeline';
import { isInitiative } from '../projector/collectors.js';
import type { StoredRow } from '../projector/row.js';
import { collectionOf } from '../projector/stream-document.js';
import type { World } from '../projector/world.js';
import type { LinksQuestion, Question } from './question.js';
import { resolveDay } from './reading-day.js';
import { documentsOf } from './rows-on-day.js';
import { severalAtOnce } from './several-at-once.js';
import { timelineOf } from './timeline-query.js';
import type { View, Views } from './view.js';

/** Initiatives that lean on one: more are not read for a picture. */
const mostLeaning = 100;

interface Read {
  readonly stream: StreamName;
  readonly world: World;
  readonly timeline: TimelineView;
}
type Reading = (stream: StreamName) => Promise<Read | undefined>;

/** Reads an initiative as of today of its own zone; nothing where it does not exist for the reader. */
const readingFor =
  (view: View, { now, hideSovereign = false }: Question & LinksQuestion): Reading =>
  async (stream) => {
    const world =
      isInitiative(collectionOf(stream)) && !view.hidden.has(stream) ? await view.worldNow(stream) : undefined;
    return (
      world && { stream, world, timeline: timelineOf(world, { ...resolveDay({}, now, world.zone), hideSovereign }) }
    );
  };

const readAll = async (streams: Iterable<StreamName>, read: Reading): Promise<readonly Read[]> => {
  const all: Read[] = [];
  for await (const some of severalAtOnce(streams, read)) all.push(...some.filter((one) => one !== undefined));
  return all;
};

/** Streams of the portfolio whose rows lean on another one, however far: those that name it are among them. */
const leaningOn = async (view: View, stream: StreamName): Promise<readonly StreamName[]> => {
  const found: StreamName[] = [];
  for await (const rows of documentsOf<StoredRow>(view, view.generation.of('portfolio-rows')))
    for (const row of rows)
      if (row.stream !== stream && row.leansOn.includes(stream) && !view.hidden.has(row.stream)) found.push(row.stream);
  return found;
};

const streamIn = (reference: string): StreamName => reference.split('/').slice(0, 2).join('/') as StreamName;
const startsIn = (stream: StreamName, { from }: StatedLink): boolean => streamIn(from) === stream;

const endsOf = (stated: readonly StatedLink[], reads: readonly Read[]): ReadonlyMap<string, LinkEnd> => {
  const ends = new Map<string, LinkEnd>();
  for (const reference of new Set(stated.flatMap(({ from, to }) => [from, to]))) {
    for (const { timeline, world } of reads) {
      const path = world.facts.path && world.directory.lawPath(world.facts.path);
      const end = endOf(reference, timeline, (id) => path?.stages.find(({ stage }) => stage === id)?.name);
      if (end) ends.set(reference, end);
    }
  }
  return ends;
};

/** What an initiative leans on and what leans on it, one step far, by what is known today. */
export const readLinks = async (views: Views, question: Question & LinksQuestion): Promise<InitiativeLinks> => {
  const { stream } = question;
  const view = await views.open(question.reader);
  const read = readingFor(view, question);
  const own = (await read(stream)) ?? refuse('read/not-found', { stream });
  const leaning = await leaningOn(view, stream);
  const followers = (await readAll(leaning.slice(0, mostLeaning), read)).flatMap((one) => {
    const stated = linksInto(one.timeline).filter((link) => startsIn(stream, link));
    return stated.length > 0 ? [{ ...one, stated }] : [];
  });
  const ownLinks = linksInto(own.timeline);
  const known = new Set([stream, ...followers.map((one) => one.stream)]);
  const leanedOn = await readAll(
    new Set(ownLinks.map(({ from }) => streamIn(from)).filter((name) => !known.has(name))),
    read,
  );
  const stated = [...ownLinks, ...followers.flatMap((one) => one.stated)];
  const others = [...followers, ...leanedOn].sort((a, b) => (a.stream < b.stream ? -1 : 1));
  const reads = [own, ...others];
  return {
    initiatives: reads.map(({ timeline: { kind, id, title, owner, status } }) => ({ kind, id, title, owner, status })),
    links: [...mergedLinks(stated, endsOf(stated, reads))],
    isCut: leaning.length > mostLeaning,
  };
};
