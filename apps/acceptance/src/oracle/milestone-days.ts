import type { DayNumber } from './day-numbers.js';
import { byDay, text, type KnownEvent } from './known-history.js';

/** One milestone as the day ledger needs it. */
export interface MilestoneDays {
  readonly id: string;
  /** Absent: whoever owns the initiative on the day. */
  readonly party?: string;
  readonly startedOn?: DayNumber;
  readonly startedVersion?: number;
  /** Reached or cancelled on the day: not in progress, and waits on it end. */
  readonly doneOn: (day: DayNumber) => boolean;
}

export interface Turn {
  readonly day: DayNumber;
  readonly done: boolean;
  readonly final: boolean;
}

/**
 * What turns a milestone: reached, reopened, cancelled, in the order of their days. One bound to a stage is reached by
 * entering the stage and by nothing else, again after it was reopened (definitions §2, §8).
 */
export const turnsOf = (id: string, stage: string | undefined, events: readonly KnownEvent[]): readonly Turn[] => {
  const turns: Turn[] = [];
  for (const event of byDay(events)) {
    const last = turns.at(-1);
    if (last?.final) break;
    const entered = stage !== undefined && event.name === 'law.stage-entered' && event.data['stage'] === stage;
    const own = event.data['milestone'] === id;
    const reached = entered || (own && stage === undefined && event.name === 'milestone.reached');
    if (reached && !last?.done) turns.push({ day: event.day, done: true, final: false });
    if (own && event.name === 'milestone.reopened') turns.push({ day: event.day, done: false, final: false });
    if (own && event.name === 'milestone.cancelled' && !last?.done)
      turns.push({ day: event.day, done: true, final: true });
  }
  return turns;
};

const doneAccordingTo = (turns: readonly Turn[]) => (day: DayNumber) => {
  let done = false;
  for (const turn of turns) {
    if (turn.day > day) break;
    done = turn.done;
    if (turn.final) return true;
  }
  return done;
};

/** Every milestone planned, with the days it was started and done. */
export const milestoneDays = (events: readonly KnownEvent[]): readonly MilestoneDays[] =>
  events
    .filter((event) => event.name === 'milestone.planned')
    .map((planned) => {
      const id = String(planned.data['milestone']);
      const party = text(planned.data['party']);
      const started = byDay(events).find((e) => e.name === 'milestone.started' && e.data['milestone'] === id);
      return {
        id,
        ...(party === undefined ? {} : { party }),
        ...(started ? { startedOn: started.day, startedVersion: started.version } : {}),
        doneOn: doneAccordingTo(turnsOf(id, text(planned.data['stage']), events)),
      };
    });

/** Started, and neither reached nor cancelled, on the day. */
export const isStarted = (milestone: MilestoneDays, day: DayNumber): boolean =>
  milestone.startedOn !== undefined && milestone.startedOn <= day && !milestone.doneOn(day);
