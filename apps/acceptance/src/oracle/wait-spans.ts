import { dayOf, type DayNumber } from './day-numbers.js';
import { byDay, text, type KnownEvent } from './known-history.js';
import type { MilestoneDays } from './milestone-days.js';

export const never = Number.POSITIVE_INFINITY;

/** A wait somebody recorded: `[since, until)`. */
export interface RecordedWait {
  readonly version: number;
  readonly party: string;
  readonly reason: string;
  readonly since: DayNumber;
  readonly until: DayNumber;
  readonly milestone?: string;
}

/** First day from `since` on which the milestone is reached or cancelled: the wait on it is over from there. */
const doneFrom = (milestone: MilestoneDays | undefined, since: DayNumber, horizon: DayNumber): DayNumber => {
  if (!milestone) return never;
  for (let day = since; day <= horizon; day += 1) if (milestone.doneOn(day)) return day;
  return never;
};

/** Recorded waits, ended by hand or by themselves with their milestone (definitions §3); `horizon` is the last day of interest. */
export const recordedWaits = (
  events: readonly KnownEvent[],
  milestones: readonly MilestoneDays[],
  horizon: DayNumber,
): readonly RecordedWait[] =>
  events
    .filter((event) => event.name === 'wait.began')
    .map((began) => {
      const ended = byDay(events).find((e) => e.name === 'wait.ended' && e.data['wait'] === began.data['wait']);
      const milestone = text(began.data['milestone']);
      const ofMilestone = milestones.find((m) => m.id === milestone);
      return {
        version: began.version,
        party: String(began.data['party']),
        reason: String(began.data['reason']),
        since: began.day,
        until: Math.min(ended?.day ?? never, doneFrom(ofMilestone, began.day, horizon)),
        ...(milestone === undefined ? {} : { milestone }),
      };
    });

/** A granted pause, both ends included. */
export interface PausedSpan {
  readonly version: number;
  readonly from: DayNumber;
  readonly last: DayNumber;
  readonly party?: string;
}

/**
 * Granted pauses. The grant names the first paused day (unless the request's own was corrected since); `until` is the last,
 * a renewal moves it, ending makes its day the first one no longer paused. They act on the days they name whatever `on` is.
 */
export const pausedSpans = (events: readonly KnownEvent[]): readonly PausedSpan[] =>
  events
    .filter((event) => event.name === 'pause.requested')
    .flatMap((requested) => {
      const pause = requested.data['pause'];
      const same = events.filter((event) => event.data['pause'] === pause);
      const granted = same.find((e) => e.name === 'pause.decided' && e.data['decision'] === 'granted');
      if (!granted) return [];
      const correctedStart = requested.corrected.includes('on') && !granted.corrected.includes('on');
      const from = correctedStart ? requested.data['on'] : (granted.data['on'] ?? requested.data['on']);
      const renewed = same.filter((e) => e.name === 'pause.renewed').at(-1);
      const until = renewed?.data['until'] ?? granted.data['until'] ?? requested.data['until'];
      const ended = same.find((e) => e.name === 'pause.ended');
      const party = text(requested.data['party']);
      return [
        {
          version: granted.version,
          from: dayOf(String(from)),
          last: Math.min(dayOf(String(until)), ended ? ended.day - 1 : never),
          ...(party === undefined ? {} : { party }),
        },
      ];
    });
