import type { Actor } from '@masar/access';
import type { InboxPage } from '@masar/contracts';
import { readCursor } from '../queries/cursor.js';
import { pageOfLines, totalOf } from '../queries/paged-lines.js';
import type { InboxQuestion, Question } from '../queries/question.js';
import { resolveDay } from '../queries/reading-day.js';
import type { View, Views } from '../queries/view.js';
import { WaitingBook, type Found } from './waiting-book.js';
import { waitsFor } from './waits-for.js';

const isFor = (reader: Actor | undefined, { thing, subject }: Found): boolean =>
  reader !== undefined && waitsFor(reader, thing, subject);

/** An initiative that is not for the reader holds nothing for him; a partner's commitments are there whomever it is for. */
const isThere = ({ hidden }: View, { stream, thing }: Found): boolean =>
  thing.partner !== undefined || !hidden.has(stream);

const placeOf = ({ item }: Found) => ({ value: item.since, id: item.id });

/** What waits for a reader's decision, oldest first: of everything that waits what is his by his rights. */
export class InboxQuery {
  constructor(private readonly book = new WaitingBook()) {}

  async read(views: Views, question: Question & InboxQuestion): Promise<InboxPage> {
    const { reader, what, limit } = question;
    const of = JSON.stringify(['inbox', reader?.user, what]);
    const cursor = readCursor(question.cursor, of);
    const view = await views.open(reader, cursor?.generation);
    const day = resolveDay({}, question.now, view.ports.defaultZone);
    const own = (await this.book.at(view, day)).filter(
      (found) =>
        (what === undefined || what.includes(found.thing.what)) && isThere(view, found) && isFor(reader, found),
    );
    const { lines, next } = pageOfLines({ view, day, cursor, of }, own, { descending: false }, placeOf, limit);
    return { items: lines.map(({ item }) => item), next, total: totalOf(own.length) };
  }
}
