import type { Milestone } from '../reading.js';

/** The dates of one milestone that have a mark. */
export interface Promises {
  /** Only where it differs from the one in force. */
  readonly original?: string;
  readonly current?: string;
  readonly asked?: string;
  readonly forecast?: string;
  readonly actual?: string;
  readonly isConfirmed: boolean;
  /** Days off the original target: of the actual date, else of the promise in force. */
  readonly off: number;
}

const dateIn = (target: unknown): string | undefined => {
  if (typeof target === 'string') return target;
  if (typeof target === 'object' && target !== null && 'date' in target) return target.date as string;
  return undefined;
};

export const promisesOf = (milestone: Milestone): Promises => {
  const { originalTarget, currentTarget, request, forecast, actual, confirmedOn, slip, variance } = milestone;
  const original = dateIn(originalTarget);
  const current = dateIn(currentTarget);
  const asked = dateIn(request?.to);
  return {
    ...(original !== undefined && original !== current ? { original } : {}),
    ...(current === undefined ? {} : { current }),
    ...(asked === undefined ? {} : { asked }),
    ...(actual === null && forecast.team !== null ? { forecast: forecast.team } : {}),
    ...(actual === null ? {} : { actual }),
    isConfirmed: confirmedOn !== null,
    off: (actual === null ? slip?.days : variance?.days) ?? 0,
  };
};

export const datesOf = ({ original, current, asked, forecast, actual }: Promises): readonly string[] =>
  [original, current, asked, forecast, actual].filter((date) => date !== undefined);
