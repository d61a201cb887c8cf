import { useEffect, useMemo, useRef } from 'react';
import { Known, Today } from '../../../chart/marks.js';
import { useMeasured } from '../../../chart/measured.js';
import { dayScale, type Scale } from '../../../chart/scale.js';
import { useReader, useWords } from '../../../app/reader.js';
import { useShownDay } from '../../../app/shown-day.js';
import { useShown } from '../shown.js';
import { Axis, axisHeight } from './axis.js';
import './chart.css';
import { rowHeight, RowMarks, SpanMark } from './row-marks.js';
import { RowNames, useTargetSpeaker } from './row-names.js';
import { missingDate } from './row-words.js';
import { rowsOf, type Row } from './rows.js';
import { shownSpan } from './shown-span.js';

const leastLength = 640;
const stripHeight = 22;

/** The ledger's days, all of them, at the foot. */
const LedgerStrip = ({ top, scale }: { readonly top: number; readonly scale: Scale }) => {
  const { timeline } = useShown();
  return (
    <g>
      {timeline.ledger?.entries.map(({ id, from, to, bucket, party }) => (
        <SpanMark
          key={id}
          span={{ from, to, bucket, party, isConcurrent: false }}
          y={top + rowHeight / 2}
          thick={stripHeight}
          scale={scale}
          owner={timeline.owner}
        />
      ))}
    </g>
  );
};

/** Where the reader stands in time: today with its flag, and the past day the page is folded on. */
const Standing = ({
  scale,
  bottom,
  today,
}: {
  readonly scale: Scale;
  readonly bottom: number;
  readonly today: string;
}) => {
  const { acceleration } = useWords();
  const { isPast, timeline } = useShown();
  const known = timeline.on;
  const [at, end] = [scale(known), scale(scale.span.to)];
  return (
    <g>
      {isPast && (
        <rect
          className="timeline-later"
          x={Math.min(at, end)}
          y={axisHeight}
          width={Math.abs(end - at)}
          height={bottom - axisHeight}
        />
      )}
      {isPast && <Known x={at} top={38} bottom={bottom} />}
      <Today x={scale(today)} top={8} bottom={bottom} />
      <rect className="chart-flag" x={scale(today) - 24} y={0} width={48} height={18} rx={3} />
      <text className="chart-flag-name timeline-middle" x={scale(today)} y={13}>
        {acceleration.today}
      </text>
    </g>
  );
};

const Plot = ({ rows, length }: { readonly rows: readonly Row[]; readonly length: number }) => {
  const { acceleration } = useWords();
  const { tongue } = useReader();
  const { timeline } = useShown();
  const { today } = useShownDay();
  const speaker = useTargetSpeaker();
  const span = useMemo(() => shownSpan(rows, timeline.startedOn, today), [rows, timeline.startedOn, today]);
  const scale = dayScale(span, length, tongue.direction, 10);
  const bottom = axisHeight + (rows.length + 1) * rowHeight;
  return (
    <svg
      className="timeline-plot"
      width={length}
      height={bottom}
      role="img"
      aria-label={acceleration.chart(rows.length, span.from, span.to)}
    >
      <Axis scale={scale} bottom={bottom} />
      {rows.map((row, index) => (
        <line
          key={row.key}
          className="chart-grid"
          x1={0}
          x2={length}
          y1={axisHeight + index * rowHeight}
          y2={axisHeight + index * rowHeight}
        />
      ))}
      <line className="timeline-year" x1={0} x2={length} y1={bottom - rowHeight} y2={bottom - rowHeight} />
      <Standing scale={scale} bottom={bottom} today={today} />
      {rows.map((row, index) => (
        <RowMarks
          key={row.key}
          row={row}
          top={axisHeight + index * rowHeight}
          today={today}
          missing={missingDate(row.milestone, speaker)}
          scale={scale}
          owner={timeline.owner}
        />
      ))}
      <LedgerStrip top={bottom - rowHeight} scale={scale} />
    </svg>
  );
};

/** The acceleration timeline: what was promised, expected and done, and whose each day was. Scrolls within its own box. */
export const Chart = () => {
  const { acceleration } = useWords();
  const { timeline } = useShown();
  const rows = useMemo(() => rowsOf(timeline), [timeline]);
  const [box, measured] = useMeasured<HTMLDivElement>();
  const scroller = useRef<HTMLDivElement>(null);
  const length = Math.max(leastLength, measured);
  useEffect(() => {
    const view = scroller.current;
    const flag = view?.querySelector('.chart-flag')?.getBoundingClientRect();
    if (!view || !flag || view.scrollWidth <= view.clientWidth) return;
    // On a narrow screen the reader begins at today, not at the start of it all.
    const { x, width } = view.getBoundingClientRect();
    view.scrollBy({ left: flag.x - (x + width / 2) });
  }, [measured]);
  if (rows.length === 0 && !timeline.ledger) return <p className="timeline-none quiet">{acceleration.empty}</p>;
  return (
    <div ref={scroller} className="timeline-scroll" role="region" aria-label={acceleration.scroll} tabIndex={0}>
      <RowNames rows={rows} />
      <div ref={box} className="timeline-box">
        <Plot rows={rows} length={length} />
      </div>
    </div>
  );
};
