import type { Distance } from '@masar/contracts';
import { dayOf } from './promise.js';
import type { MilestoneReading } from './reading-shapes.js';

const between = (from: number | undefined, to: number | undefined, { workDays }: MilestoneReading): Distance | null =>
  from === undefined || to === undefined ? null : { days: to - from, workingDays: workDays.between(from, to) };

/** Current − original target; null while either has no date (definitions §2). */
export const slipOf = (milestone: MilestoneReading): Distance | null =>
  between(dayOf(milestone.original), dayOf(milestone.current), milestone);

/** Actual, else forecast, − original target. */
export const varianceOf = (milestone: MilestoneReading, actual: number | undefined): Distance | null =>
  between(dayOf(milestone.original), actual ?? milestone.forecast, milestone);
