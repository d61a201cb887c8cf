import { knowledgeOf, type AnyRecordedEvent } from '@masar/contracts';
import type { LogOffset, LogPage } from '@masar/event-log';

/** Events of one stream that were recorded by one command: what changes together. */
export interface Commit {
  readonly stream: AnyRecordedEvent['stream'];
  readonly recordedAt: string;
  readonly events: readonly AnyRecordedEvent[];
}

const sameCommit = (a: AnyRecordedEvent, b: AnyRecordedEvent): boolean =>
  a.stream === b.stream && a.commandId === b.commandId;

/** Events in order of delivery, put together by the commit they came in. Pure. */
export const commitsOf = (events: readonly AnyRecordedEvent[]): readonly Commit[] => {
  const commits: { stream: AnyRecordedEvent['stream']; recordedAt: string; events: AnyRecordedEvent[] }[] = [];
  for (const event of events) {
    const last = commits.at(-1);
    if (last && sameCommit(last.events.at(-1)!, event)) last.events.push(event);
    else commits.push({ stream: event.stream, recordedAt: event.recordedAt, events: [event] });
  }
  return commits;
};

/** How much of a page this version can read: everything before the first commit with an unknown version of a known type. */
export interface Readable {
  readonly events: readonly AnyRecordedEvent[];
  readonly next: LogOffset;
  /** Type of the first event that a newer version wrote; the consumer pauses there until it is upgraded. */
  readonly unknownVersion?: string;
}

/** Cuts a page read after `offset` before the first commit this version cannot read. Pure. */
export const readableOf = (page: LogPage, offset: LogOffset): Readable => {
  const all = page.events.map(({ event }) => event);
  const found = all.findIndex((event) => knowledgeOf(event.type) === 'unknown-version');
  if (found < 0) return { events: all, next: page.next };
  let cut = found;
  while (cut > 0 && sameCommit(all[cut - 1]!, all[found]!)) cut -= 1;
  const next = cut === 0 ? offset : page.events[cut - 1]!.offset;
  return { events: all.slice(0, cut), next, unknownVersion: all[found]!.type };
};
