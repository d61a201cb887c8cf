import { commitmentNext, type CommitmentSide, type LocalDate } from '@masar/contracts';
import type { Commitment } from '@masar/domain';
import type { inboxWants } from './partner-schema.js';

export interface InboxItem {
  readonly id: string;
  readonly wants: (typeof inboxWants)[number];
  /** Which side is waited on. */
  readonly of: CommitmentSide;
  readonly since: LocalDate;
  readonly commitment: string;
  readonly partner: string;
  readonly title: Commitment['title'];
  readonly dueOn: LocalDate;
  readonly change?: string;
}

const idOf = (stream: string): string => stream.slice(stream.indexOf('/') + 1);

/** What a commitment asks of a side: the commitment's own next step, and due dates the other side proposed. */
export const inboxOf = (commitment: Commitment, side: CommitmentSide): readonly InboxItem[] => {
  const { stream, partner, title, dueOn, changes } = commitment;
  const about = { commitment: idOf(stream), partner, title, dueOn };
  const own = commitmentNext(commitment, commitment.status);
  const since = commitment.steps.at(-1)!.on;
  const items: InboxItem[] = own?.of === side ? [{ id: about.commitment, ...own, since, ...about }] : [];
  for (const [change, { status, on, proposedBy }] of Object.entries(changes))
    if (status === 'undecided' && proposedBy !== side)
      items.push({ id: `${about.commitment}/${change}`, wants: 'due-change', of: side, since: on, ...about, change });
  return items;
};

/** Oldest first. */
export const oldestFirst = (a: InboxItem, b: InboxItem): number =>
  a.since < b.since ? -1 : a.since > b.since ? 1 : a.id < b.id ? -1 : 1;
