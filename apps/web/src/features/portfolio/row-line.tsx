import { memo } from 'react';
import {
  Actual,
  Confirmed,
  Current,
  Elapsed,
  Forecast,
  Known,
  Original,
  Paused,
  Slip,
  Today,
  Waiting,
} from '../../chart/marks.js';
import { partySort } from '../../chart/party-sort.js';
import type { Scale } from '../../chart/scale.js';
import { useNames } from '../../app/names.js';
import { useFormats, useWords } from '../../app/reader.js';
import { within } from './line-span.js';
import { lineWords } from './line-words.js';
import type { Row } from './rows.js';

interface Props {
  readonly row: Row;
  readonly scale: Scale;
  /** First days of the months that are named above: found once for all rows. */
  readonly months: readonly string[];
  readonly extent: number;
  readonly on: string;
  readonly isPast: boolean;
}
interface Part {
  readonly row: Row;
  readonly place: (day: string) => number;
  readonly y: number;
}

/** The days: all of them thin, those held by a wait or a pause to this day on them. */
const Days = ({ row, place, y, on }: Part & { readonly on: string }) => {
  const { holder } = row.line;
  if (row.startedOn === null || row.startedOn > on) return null;
  const end = place(row.endedOn ?? on);
  return (
    <>
      <Elapsed from={place(row.startedOn)} to={end} y={y} />
      {holder?.bucket === 'waiting' && (
        <Waiting from={place(holder.since)} to={end} y={y} sort={partySort(holder.party, row.owner)} />
      )}
      {holder?.bucket === 'paused' && <Paused from={place(holder.since)} to={end} y={y} />}
    </>
  );
};

/** Promise, expectation and fact, above the days so that neither covers the other. */
const Promises = ({ row, place, y }: Part) => {
  const { promise } = row.line;
  if (!promise) return null;
  const { originalTarget, currentTarget, actual, confirmedOn, forecast } = promise;
  const isMoved = originalTarget !== currentTarget;
  return (
    <>
      {isMoved && <Slip from={place(originalTarget)} to={place(currentTarget)} y={y} />}
      {actual === null && forecast.team !== null && <Forecast from={place(forecast.team)} y={y} thickness={11} />}
      {isMoved && <Original x={place(originalTarget)} y={y} size={4.6} />}
      <Current x={place(currentTarget)} y={y} size={4.6} />
      {actual !== null &&
        (confirmedOn === null ? (
          <Actual x={place(actual)} y={y} size={4} />
        ) : (
          <Confirmed x={place(actual)} y={y} size={4} />
        ))}
    </>
  );
};

/** One initiative on one line, on the axis all rows share. */
export const RowLine = memo(({ row, scale, months, extent, on, isPast }: Props) => {
  const { portfolio } = useWords();
  const { list } = useFormats();
  const { party } = useNames();
  const place = (day: string) => scale(within(scale.span, day));
  const said = list(lineWords(row, portfolio, party));
  const upper = Math.round(extent * 0.34);
  const lower = Math.round(extent * 0.7);
  return (
    <svg
      width={scale.extent}
      height={extent}
      viewBox={`0 0 ${scale.extent} ${extent}`}
      role="img"
      aria-label={said}
      className="portfolio-line"
    >
      {months.map((month) => (
        <line key={month} className="chart-grid" x1={scale(month)} x2={scale(month)} y1="0" y2={extent} />
      ))}
      {isPast ? <Known x={scale(on)} top={0} bottom={extent} /> : <Today x={scale(on)} top={0} bottom={extent} />}
      <Days row={row} place={place} y={lower} on={on} />
      <Promises row={row} place={place} y={upper} />
    </svg>
  );
});
