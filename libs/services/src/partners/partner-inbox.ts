import type { CommitmentSide, LocalDate } from '@masar/contracts';
import { debtorSide, otherSide, type Commitment } from '@masar/domain';
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

type Waiting = Pick<InboxItem, 'wants' | 'of' | 'since'>;

/** What the commitment itself waits for; nothing once it has ended. */
const waitingOf = (commitment: Commitment): Waiting | undefined => {
  const since = commitment.steps.at(-1)!.on;
  const debtor = debtorSide(commitment);
  switch (commitment.status) {
    case 'offered':
      return { wants: 'answer', of: otherSide(commitment.offeredBy), since };
    case 'accepted':
    case 'returned':
      return { wants: 'delivery', of: debtor, since };
    case 'reported':
      return { wants: 'decision', of: otherSide(debtor), since };
    default:
      return undefined;
  }
};

const idOf = (stream: string): string => stream.slice(stream.indexOf('/') + 1);

/** What a commitment asks of a side: the commitment's own next step, and due dates the other side proposed. */
export const inboxOf = (commitment: Commitment, side: CommitmentSide): readonly InboxItem[] => {
  const { stream, partner, title, dueOn, changes } = commitment;
  const about = { commitment: idOf(stream), partner, title, dueOn };
  const own = waitingOf(commitment);
  const items: InboxItem[] = own?.of === side ? [{ id: about.commitment, ...own, ...about }] : [];
  for (const [change, { status, on, proposedBy }] of Object.entries(changes))
    if (status === 'undecided' && proposedBy !== side)
      items.push({ id: `${about.commitment}/${change}`, wants: 'due-change', of: side, since: on, ...about, change });
  return items;
};

/** Oldest first. */
export const oldestFirst = (a: InboxItem, b: InboxItem): number =>
  a.since < b.since ? -1 : a.since > b.since ? 1 : a.id < b.id ? -1 : 1;
