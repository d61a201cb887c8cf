import { dayOf, localDateOf, type DayNumber } from './day-numbers.js';
import { text, type HistoryEvent, type KnownEvent } from './known-history.js';

/** A commitment's own events, as `GET /api/commitments/{c}/events` answers them. */
export interface CommitmentHistory {
  /** `commitments/c-9`. */
  readonly stream: string;
  readonly events: readonly HistoryEvent[];
}

/** Who is waited on for a commitment on a day, and since which of its events. */
export interface OwedDay {
  readonly party: string;
  readonly stream: string;
  readonly version: number;
  /** The first day of the stretch that this day belongs to. */
  readonly start: DayNumber;
  readonly milestone?: string;
}

interface Known {
  readonly stream: string;
  readonly offer: HistoryEvent;
  readonly events: readonly HistoryEvent[];
}

const named = (event: HistoryEvent, name: string): boolean => event.type === `commitment.${name}.v1`;

/** The prefix of each that was known before the end of a day in the initiative's zone (definitions §1). */
export const knownCommitments = (
  histories: readonly CommitmentHistory[],
  knownOn: string | undefined,
  zone: string,
): readonly Known[] =>
  histories.flatMap(({ stream, events }) => {
    const unknown = events.findIndex(({ knownAt }) => knownOn !== undefined && localDateOf(knownAt, zone) > knownOn);
    const known = unknown < 0 ? events : events.slice(0, unknown);
    const [offer] = known;
    return offer ? [{ stream, offer, events: known }] : [];
  });

/** The last of some events that had happened by a day, by their own day and then by version. */
const lastBy = (events: readonly HistoryEvent[], day: DayNumber): HistoryEvent | undefined =>
  events
    .filter(({ happenedOn }) => dayOf(happenedOn) <= day)
    .sort((a, b) => dayOf(a.happenedOn) - dayOf(b.happenedOn) || a.version - b.version)
    .at(-1);

const dueOn = ({ offer, events }: Known, day: DayNumber): DayNumber => {
  const agreed = events.filter((e) => named(e, 'due-change-decided') && e.data['decision'] === 'agreed');
  return dayOf(String(lastBy(agreed, day)?.data['to'] ?? offer.data['dueOn']));
};

const steps = ['offered', 'accepted', 'declined', 'reported', 'returned', 'confirmed', 'withdrawn'];

/** Owed from accepted on, on the debtor until it is reported, on the receiver until it is decided (definitions §10). */
const waitedOn = (known: Known, day: DayNumber, owner: string): { party: string; version: number } | undefined => {
  const step = lastBy(
    known.events.filter((event) => steps.some((name) => named(event, name))),
    day,
  );
  if (!step) return undefined;
  const { direction, partner, with: other } = known.offer.data;
  const government = text(other) ?? `entity:${owner}`;
  const [debtor, receiver] =
    direction === 'partner-to-government'
      ? [`partner:${String(partner)}`, government]
      : [government, `partner:${String(partner)}`];
  const { version } = step;
  if (named(step, 'accepted') || named(step, 'returned')) return { party: debtor, version };
  return named(step, 'reported') ? { party: receiver, version } : undefined;
};

/** Derived waits (b) on one day: from its due date, while the milestone it feeds is open (definitions §3). */
export const owedOn = (
  commitments: readonly Known[],
  day: DayNumber,
  initiative: {
    readonly ownerOn: (day: DayNumber) => string;
    readonly isDone: (milestone: string, day: DayNumber) => boolean;
  },
): readonly OwedDay[] =>
  commitments.flatMap((known) => {
    const milestone = text(known.offer.data['milestone']);
    const isOwed = (on: DayNumber) => {
      const waited = waitedOn(known, on, initiative.ownerOn(on));
      const isOpen = milestone === undefined || !initiative.isDone(milestone, on);
      return waited && isOpen && dueOn(known, on) <= on ? waited : undefined;
    };
    const today = isOwed(day);
    if (!today) return [];
    let start = day;
    while (isOwed(start - 1)?.version === today.version) start -= 1;
    return [{ ...today, stream: known.stream, start, ...(milestone === undefined ? {} : { milestone }) }];
  });

/** Refused for a day, a draft or a paper: it could not be written down, which says nothing of the milestone itself. */
const isUnwritten = (code: string): boolean => /^(date|file)\/|^initiative\/draft$/.test(code);

/**
 * Left to the initiative's own stream: it refused, saying that the milestone stands otherwise, or tells itself how the milestone
 * came to its end.
 */
const isLeftToInitiative = (own: readonly HistoryEvent[], milestone: string, recorded: readonly HistoryEvent[]) => {
  const refused = own.find((event) => named(event, 'milestone-fed') && event.data['outcome'] === 'refused');
  if (!refused) return false;
  const ends = ['milestone.reached.v1', 'milestone.cancelled.v1'];
  return (
    !isUnwritten(String(refused.data['code'])) ||
    recorded.some(({ type, data }) => ends.includes(type) && data['milestone'] === milestone)
  );
};

/**
 * The events of an initiative with what its confirmed commitments add: the milestone fed is reached on that day, unless the
 * initiative's own stream says so already because of it, or its refusal left it to that stream (definitions §10).
 */
export const withConfirmed = (
  events: readonly KnownEvent[],
  recorded: readonly HistoryEvent[],
  commitments: readonly Known[],
): readonly KnownEvent[] => {
  const added = commitments.flatMap(({ offer, events: own }): readonly KnownEvent[] => {
    const milestone = text(offer.data['milestone']);
    const confirmed = own.find((event) => named(event, 'confirmed'));
    if (milestone === undefined || !confirmed || isLeftToInitiative(own, milestone, recorded)) return [];
    const isTold = recorded.some(
      ({ type, data, happenedOn, recordedAt }) =>
        type === 'milestone.reached.v1' &&
        data['milestone'] === milestone &&
        happenedOn === confirmed.happenedOn &&
        recordedAt >= confirmed.recordedAt,
    );
    if (isTold) return [];
    // Between what the initiative had recorded by then and what it recorded afterwards.
    const version = recorded.filter(({ recordedAt }) => recordedAt <= confirmed.recordedAt).length + 0.5;
    const { happenedOn, recordedAt } = confirmed;
    return [
      { name: 'milestone.reached', version, day: dayOf(happenedOn), recordedAt, data: { milestone }, corrected: [] },
    ];
  });
  return [...events, ...added].sort((a, b) => a.version - b.version);
};
