import { useNames } from '../../app/names.js';
import { useFormats, useReader, useWords } from '../../app/reader.js';
import { useShownDay } from '../../app/shown-day.js';
import { Today } from '../../chart/marks.js';
import { dayScale, monthStarts, monthStep, type Scale } from '../../chart/scale.js';
import { useShown } from '../initiative/shown.js';
import { rowHeight, RowMarks } from '../initiative/timeline/row-marks.js';
import { useRowTitle, useTargetSpeaker } from '../initiative/timeline/row-names.js';
import { missingDate } from '../initiative/timeline/row-words.js';
import { rowsOf, type Row } from '../initiative/timeline/rows.js';
import { shownSpan } from '../initiative/timeline/shown-span.js';
import { printedRows } from './printed-rows.js';

const length = 340;
const mostRows = 9;
const axisHeight = 32;

const SheetAxis = ({ scale }: { readonly scale: Scale }) => {
  const { day, hijri } = useFormats();
  const step = Math.max(3, monthStep(scale.span, length, 84));
  return (
    <svg width={length} height={axisHeight} aria-hidden="true">
      {monthStarts(scale.span, step).map((start) => (
        <g key={start}>
          <line className="chart-grid" x1={scale(start)} x2={scale(start)} y1={0} y2={axisHeight} />
          <text className="sheet-month" x={scale(start) + scale.forward * 4} y={12}>
            {day(start, 'month')}
          </text>
          <text className="sheet-month sheet-hijri" x={scale(start) + scale.forward * 4} y={27}>
            {hijri(start, 'month')}
          </text>
        </g>
      ))}
    </svg>
  );
};

const SheetRow = ({ row, scale }: { readonly row: Row; readonly scale: Scale }) => {
  const { vocabulary, ledger } = useWords();
  const { signed } = useFormats();
  const { party } = useNames();
  const { today } = useShownDay();
  const { timeline } = useShown();
  const title = useRowTitle();
  const speaker = useTargetSpeaker();
  const { milestone, visits } = row;
  const off = milestone ? (milestone.variance ?? milestone.slip)?.days : undefined;
  const visit = visits.at(-1);
  return (
    <tr>
      <th scope="row">
        <b>
          <bdi>{title(row)}</bdi>
        </b>
        <small>
          <bdi>{party(row.party)}</bdi>
        </small>
      </th>
      <td className="sheet-line">
        <svg width={length} height={rowHeight - 6} viewBox={`0 3 ${length} ${rowHeight - 6}`} aria-hidden="true">
          {monthStarts(scale.span, 3).map((start) => (
            <line key={start} className="chart-grid" x1={scale(start)} x2={scale(start)} y1={0} y2={rowHeight} />
          ))}
          <Today x={scale(timeline.on)} top={0} bottom={rowHeight} />
          <RowMarks
            row={row}
            top={0}
            today={today}
            missing={missingDate(milestone, speaker)}
            scale={scale}
            owner={timeline.owner}
          />
        </svg>
      </td>
      <td>
        {milestone ? (
          <em className={milestone.status === 'missed' ? 'sheet-missed' : undefined}>
            {vocabulary.milestoneStatus[milestone.status]}
          </em>
        ) : (
          visit && (visit.to === null ? ledger.fromOn(visit.from) : ledger.fromTo(visit.from, visit.to))
        )}
      </td>
      <td className="amount">{off === undefined ? '' : signed(off)}</td>
    </tr>
  );
};

/** The rows of the timeline on one axis, as many as a page holds. */
export const SheetRows = () => {
  const { acceleration, stocktake, vocabulary } = useWords();
  const { tongue } = useReader();
  const { timeline } = useShown();
  const all = rowsOf(timeline);
  const rows = printedRows(all, mostRows);
  const scale = dayScale(shownSpan(all, timeline.startedOn, timeline.on), length, tongue.direction, 10);
  return (
    <>
      <table className="sheet-rows">
        <thead>
          <tr>
            <th scope="col">{stocktake.milestones}</th>
            <td className="sheet-line">
              <SheetAxis scale={scale} />
            </td>
            <th scope="col">{acceleration.status}</th>
            <th scope="col" className="amount">
              {vocabulary.variance}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <SheetRow key={row.key} row={row} scale={scale} />
          ))}
        </tbody>
      </table>
      {all.length > rows.length && <p className="sheet-small">{stocktake.more(all.length - rows.length)}</p>}
    </>
  );
};
