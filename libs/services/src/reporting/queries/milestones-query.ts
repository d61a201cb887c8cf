import type { MilestoneListItem, MilestonePage, StreamName } from '@masar/contracts';
import type { DocumentFilter, FieldValue } from '@masar/read-models';
import { dueOf } from '../projector/milestone-documents.js';
import { readCursor } from './cursor.js';
import { mostCounted, nextAfter, pageOfLines, totalOf, type PageAsked } from './paged-lines.js';
import type { Placed } from './portfolio-order.js';
import type { MilestoneFilter, MilestonesQuestion, Question } from './question.js';
import { resolveDay } from './reading-day.js';
import { derivedMilestones, initiativeStreams, staleRows, streamsOfMember, type MilestoneLine } from './rows-on-day.js';
import type { View, Views } from './view.js';

/** By the day a milestone is due, undated ones first; the place within its initiative breaks ties. */
const byDue = { descending: false };

const fits = ({ kind, status, party, owner, dueBefore }: MilestoneFilter, item: MilestoneListItem): boolean => {
  const due = dueOf(item);
  return (
    (kind === undefined || kind.includes(item.initiative.kind)) &&
    (status === undefined || status.includes(item.status)) &&
    (party === undefined || item.party === party) &&
    (owner === undefined || item.initiative.owner === owner) &&
    (dueBefore === undefined || (due !== null && due < dueBefore))
  );
};

const filterOf = ({ kind, status, party, owner, dueBefore }: MilestoneFilter): DocumentFilter => {
  const equal: Record<string, FieldValue | readonly FieldValue[]> = {};
  if (kind) equal['kind'] = kind;
  if (status) equal['status'] = status;
  if (party !== undefined) equal['party'] = party;
  if (owner !== undefined) equal['owner'] = owner;
  return { equal, ...(dueBefore === undefined ? {} : { range: { due: { below: dueBefore } } }) };
};

/** More milestones than these are not read over to fill a page by index. */
const mostSkipped = 1_000;

interface Asked extends PageAsked {
  readonly question: Question & MilestonesQuestion;
  /** Milestones that fit and that the reader may not see. */
  readonly skipped: number;
}

const cursorOf = ({ kind, status, party, owner, dueBefore, member }: MilestonesQuestion): string =>
  JSON.stringify(['milestones', kind, status, party, owner, dueBefore, member]);

const hiddenAmong = async (view: View, filter: DocumentFilter): Promise<number> => {
  if (view.hidden.size === 0) return 0;
  const ofHidden = { ...filter, equal: { ...filter.equal, stream: [...view.hidden] } };
  return view.ports.models.count(view.generation.of('portfolio-milestones'), ofHidden, mostSkipped + 1);
};

const indexedPage = async (asked: Asked): Promise<MilestonePage> => {
  const { view, question, cursor } = asked;
  const { models } = view.ports;
  const collection = view.generation.of('portfolio-milestones');
  const filter = filterOf(question);
  const { skipped } = asked;
  const found = (
    await models.query<MilestoneListItem>(collection, {
      ...filter,
      sort: { field: 'due' },
      ...(cursor ? { after: { value: cursor.value, id: cursor.id } } : {}),
      limit: question.limit + 1 + skipped,
    })
  ).filter(({ fields }) => !view.hidden.has(fields['stream'] as StreamName));
  const shown = found.slice(0, question.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ body }) => body),
    next: nextAfter(asked, last && { value: dueOf(last.body), id: last.id }, found.length > shown.length),
    total: totalOf((await models.count(collection, filter, mostCounted + 1 + skipped)) - skipped),
  };
};

const placeOf = ({ id, item }: MilestoneLine): Placed => ({ value: dueOf(item), id });

const derivedPage = async (asked: Asked): Promise<MilestonePage> => {
  const { view, day, question } = asked;
  const lines: MilestoneLine[] = [];
  const { member, kind, reader } = question;
  const streams = member ? streamsOfMember(view, reader?.user ?? '', kind) : initiativeStreams(view, kind);
  for await (const batch of derivedMilestones(view, day, streams))
    for (const line of batch) if (fits(question, line.item)) lines.push(line);
  const page = pageOfLines(asked, lines, byDue, placeOf, question.limit);
  return { items: page.lines.map(({ item }) => item), next: page.next, total: totalOf(lines.length) };
};

/** A page of the milestones of all initiatives of the portfolio, the first due first. */
export const readMilestones = async (views: Views, question: Question & MilestonesQuestion): Promise<MilestonePage> => {
  const of = cursorOf(question);
  const cursor = readCursor(question.cursor, of);
  const view = await views.open(question.reader, cursor?.generation);
  const asked = {
    on: question.on ?? cursor?.on,
    knownOn: question.knownOn ?? cursor?.knownOn,
    hideSovereign: question.hideSovereign,
  };
  const day = resolveDay(asked, question.now, view.ports.defaultZone);
  const skipped = await hiddenAmong(view, filterOf(question));
  // Stored milestones name every party and no member; whoever may not see sovereign bodies gets them derived.
  const isIndexed =
    question.member !== true &&
    skipped <= mostSkipped &&
    !day.hideSovereign &&
    day.isCurrent &&
    day.on === day.knownOn &&
    (await staleRows(view, day.on)).size === 0;
  return (isIndexed ? indexedPage : derivedPage)({
    ...{ view, day, question, cursor, of },
    skipped,
  });
};
