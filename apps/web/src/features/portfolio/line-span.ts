import type { Span } from '../../chart/scale.js';
import { laterBy, monthStarts } from '../../chart/scale.js';
import type { Row } from './rows.js';

/** More than this before and after the day makes everything near it too small to tell apart. */
const mostBefore = 550;
const mostAfter = 400;
const least = 90;

/** The days one axis shows for all rows, by whole months: what lies further off is drawn at its edge. */
export const lineSpan = (rows: readonly Row[], on: string): Span => {
  let from = laterBy(on, -least);
  let to = laterBy(on, least);
  for (const { startedOn, endedOn, line } of rows) {
    for (const day of [startedOn, line.promise?.originalTarget]) if (day && day < from) from = day;
    for (const day of [endedOn, line.promise?.currentTarget, line.promise?.forecast.team])
      if (day && day > to) to = day;
  }
  const [earliest, latest] = [laterBy(on, -mostBefore), laterBy(on, mostAfter)];
  const first = from < earliest ? earliest : from;
  const last = to > latest ? latest : to;
  const end = monthStarts({ from: last, to: laterBy(last, 31) })[0] ?? last;
  return { from: `${first.slice(0, 7)}-01`, to: end };
};

/** A day as it can be drawn: those outside stand at the edge. */
export const within = ({ from, to }: Span, day: string): string => (day < from ? from : day > to ? to : day);
