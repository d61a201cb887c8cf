import { dayOf, localDateOf, type DayNumber } from './day-numbers.js';
import { byDay, text, type KnownEvent } from './known-history.js';
import type { MilestoneDays } from './milestone-days.js';
import type { OracleCalendars } from './oracle-registry.js';
import { never, type RecordedWait } from './wait-spans.js';

/** A question put to a decider: a date request, a pause request or a blocker (definitions §3, derived wait c). */
export interface UndecidedQuestion {
  readonly version: number;
  readonly party: string;
  /** The sixth working day after it was asked. */
  readonly from: DayNumber;
  readonly until: DayNumber;
  /** The milestone it is about, which does not count as "another one in progress". */
  readonly about?: string;
}

interface Asked {
  readonly version: number;
  readonly party: string;
  readonly askedOn: DayNumber;
  readonly until: DayNumber;
  readonly about?: string;
}

const dateRequests = (events: readonly KnownEvent[], milestones: readonly MilestoneDays[]): readonly Asked[] =>
  events
    .filter((event) => event.name === 'milestone.target-change-requested')
    .map((request) => {
      const about = String(request.data['milestone']);
      const answer = byDay(events).find(
        (e) =>
          (e.name === 'milestone.target-change-decided' || e.name === 'milestone.target-change-withdrawn') &&
          e.data['change'] === request.data['change'],
      );
      const milestone = milestones.find((candidate) => candidate.id === about);
      let lapsed = never;
      for (let day = request.day; milestone && day < request.day + 2000; day += 1) {
        if (!milestone.doneOn(day)) continue;
        lapsed = day;
        break;
      }
      const until = Math.min(answer?.day ?? never, lapsed);
      return { version: request.version, party: 'cabinet', askedOn: request.day, until, about };
    });

/** A pause's own `on` is its first paused day, so the request counts from the local date it was recorded on. */
const pauseRequests = (events: readonly KnownEvent[], zone: string): readonly Asked[] =>
  events
    .filter((event) => event.name === 'pause.requested')
    .map((request) => {
      const decided = events.find((e) => e.name === 'pause.decided' && e.data['pause'] === request.data['pause']);
      const askedOn = dayOf(localDateOf(request.recordedAt, zone));
      return { version: request.version, party: 'cabinet', askedOn, until: decided?.day ?? never };
    });

const isParty = (decider: string): boolean =>
  /^(entity:|partner:)/.test(decider) ||
  ['cabinet', 'legislature', 'head-of-state', 'gazette', 'judiciary'].includes(decider);

const blockers = (events: readonly KnownEvent[], waits: readonly RecordedWait[]): readonly Asked[] =>
  events
    .filter((event) => event.name === 'blocker.raised')
    .map((raised) => {
      const resolved = byDay(events).find(
        (e) => e.name === 'blocker.resolved' && e.data['blocker'] === raised.data['blocker'],
      );
      const decider = String(raised.data['decider']);
      const wait = events.find((e) => e.name === 'wait.began' && e.data['wait'] === text(raised.data['wait']));
      const about = waits.find((candidate) => candidate.version === wait?.version)?.milestone;
      return {
        version: raised.version,
        party: isParty(decider) ? decider : 'cabinet',
        askedOn: raised.day,
        until: resolved?.day ?? never,
        ...(about === undefined ? {} : { about }),
      };
    });

/** Undecided for more than five working days, from the sixth, in the decider's calendar else the owner's. */
export const undecidedQuestions = (
  events: readonly KnownEvent[],
  milestones: readonly MilestoneDays[],
  waits: readonly RecordedWait[],
  context: { readonly owner: string; readonly zone: string; readonly calendars: OracleCalendars },
): readonly UndecidedQuestion[] =>
  [...dateRequests(events, milestones), ...pauseRequests(events, context.zone), ...blockers(events, waits)]
    .map(({ askedOn, ...asked }) => ({
      ...asked,
      from: context.calendars.nthAfter(asked.party, context.owner, askedOn, 6),
    }))
    .filter((question) => question.from < question.until);
