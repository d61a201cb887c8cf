import { dayOf, type DayNumber } from './day-numbers.js';
import { text, type KnownEvent } from './known-history.js';

/** A ruled span `[from, to)`; it acts on its days whatever `on` is. */
export interface Ruling {
  readonly version: number;
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly party: string;
  readonly cause?: string;
}

/** A contest nobody has decided yet: its days are shown as "of which contested". */
export interface OpenContest {
  readonly party: string;
  readonly from: DayNumber;
  readonly to: DayNumber;
}

const decisionOf = (events: readonly KnownEvent[], contest: unknown): KnownEvent | undefined =>
  events.find((event) => event.name === 'ledger.contest-decided' && event.data['contest'] === contest);

export const openContests = (events: readonly KnownEvent[]): readonly OpenContest[] =>
  events
    .filter((event) => event.name === 'ledger.contested' && !decisionOf(events, event.data['contest']))
    .map((event) => ({
      party: String(event.data['party']),
      from: dayOf(String(event.data['from'])),
      to: dayOf(String(event.data['to'])),
    }));

export const rulings = (events: readonly KnownEvent[]): readonly Ruling[] =>
  events
    .filter((event) => event.name === 'ledger.contest-decided' && event.data['decision'] === 'ruled')
    .flatMap((event) => {
      const spans = (event.data['spans'] ?? []) as readonly Record<string, unknown>[];
      return spans.map((span) => {
        const cause = text(span['cause']);
        return {
          version: event.version,
          from: dayOf(String(span['from'])),
          to: dayOf(String(span['to'])),
          party: String(span['party']),
          ...(cause === undefined ? {} : { cause }),
        };
      });
    });
