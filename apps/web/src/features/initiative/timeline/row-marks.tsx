import {
  Active,
  Actual,
  Asked,
  Concurrent,
  Confirmed,
  Current,
  Forecast,
  Original,
  Paused,
  Slip,
  Waiting,
} from '../../../chart/marks.js';
import { partySort } from '../../../chart/party-sort.js';
import { daysFrom, type Scale } from '../../../chart/scale.js';
import { useFormats } from '../../../app/reader.js';
import { datesOf, promisesOf, type Promises } from './promises.js';
import type { Row, RowSpan } from './rows.js';

export const rowHeight = 44;
const thickness = 11;
/** From how many pixels on the days are written into the bar. */
const roomForDays = 20;

interface Drawn {
  readonly scale: Scale;
  readonly owner: string;
}

/** Days of one party: a bar, hatched where they were waited, with how many there are. */
export const SpanMark = ({
  span,
  y,
  thick = thickness,
  scale,
  owner,
}: Drawn & { readonly span: RowSpan; readonly y: number; readonly thick?: number }) => {
  const { number } = useFormats();
  const [from, to] = [scale(span.from), scale(span.to)];
  const sort = partySort(span.party, owner);
  if (span.isConcurrent) return <Concurrent from={from} to={to} y={y + thick - 2} sort={sort} />;
  const stretch = { from, to, y, thickness: thick };
  return (
    <>
      {span.bucket === 'paused' && <Paused {...stretch} />}
      {span.bucket === 'waiting' && <Waiting {...stretch} sort={sort} />}
      {span.bucket === 'active' && <Active {...stretch} sort={sort} />}
      {span.bucket !== 'active' && Math.abs(to - from) > roomForDays && (
        <text className="timeline-days" x={(from + to) / 2} y={y + 4}>
          {number(daysFrom(span.from, span.to))}
        </text>
      )}
    </>
  );
};

const PromiseMarks = ({
  promises,
  y,
  scale,
}: {
  readonly promises: Promises;
  readonly y: number;
  readonly scale: Scale;
}) => {
  const { signed } = useFormats();
  const { original, current, asked, forecast, actual, isConfirmed, off } = promises;
  const last = [...datesOf(promises)].sort().at(-1);
  return (
    <>
      {original !== undefined && current !== undefined && <Slip from={scale(original)} to={scale(current)} y={y} />}
      {forecast !== undefined && <Forecast from={scale(forecast)} y={y} thickness={14} />}
      {asked !== undefined && <Asked x={scale(asked)} y={y} />}
      {original !== undefined && <Original x={scale(original)} y={y} />}
      {current !== undefined && <Current x={scale(current)} y={y} />}
      {actual !== undefined &&
        (isConfirmed ? <Confirmed x={scale(actual)} y={y} /> : <Actual x={scale(actual)} y={y} />)}
      {off !== 0 && last !== undefined && (
        <text className="timeline-off" x={scale(last) + scale.forward * 13} y={y + 4}>
          {signed(off)}
        </text>
      )}
    </>
  );
};

const pixelsOfLetter = 6.4;
/** Where words begin beside a day: earlier where the drawing would end before they do. */
const placeOf = (words: string, x: number, scale: Scale): number => {
  const room = scale.forward === 1 ? scale.extent - x : x;
  return x - scale.forward * Math.max(0, words.length * pixelsOfLetter - room);
};

/** One row: promises on the upper half, days on the lower, so that they never cover each other. */
export const RowMarks = ({
  row,
  top,
  today,
  missing,
  scale,
  owner,
}: Drawn & {
  readonly row: Row;
  readonly top: number;
  readonly today: string;
  /** What stands in place of a date there is none of. */
  readonly missing: string | undefined;
}) => {
  const middle = top + rowHeight / 2;
  const isBusy = row.spans.length > 0;
  const y = isBusy ? middle - 9 : middle;
  return (
    <g>
      {row.spans.map((span) => (
        <SpanMark
          key={`${span.from} ${span.party} ${span.isConcurrent}`}
          span={span}
          y={middle + 9}
          scale={scale}
          owner={owner}
        />
      ))}
      {row.visits.map(
        ({ legalUntil, visit }) =>
          legalUntil !== undefined && (
            <path
              key={visit}
              className="timeline-legal"
              d={`M${scale(legalUntil)} ${middle + 1}v16M${scale(legalUntil) - 3} ${middle + 1}h6`}
            />
          ),
      )}
      {row.milestone && <PromiseMarks promises={promisesOf(row.milestone)} y={y} scale={scale} />}
      {missing !== undefined && (
        <text className="timeline-missing" x={placeOf(missing, scale(today) + scale.forward * 10, scale)} y={y + 4}>
          {missing}
        </text>
      )}
    </g>
  );
};
