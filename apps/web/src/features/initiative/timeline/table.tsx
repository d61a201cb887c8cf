import { useNames } from '../../../app/names.js';
import { useFormats, useWords } from '../../../app/reader.js';
import { daysFrom } from '../../../chart/scale.js';
import type { Stage } from '../reading.js';
import { useShown } from '../shown.js';
import { useRowTitle, useTargetSpeaker } from './row-names.js';
import { targetWords } from './row-words.js';
import { rowsOf, type Row } from './rows.js';

/** When a stage was entered and left, once for each visit. */
const Visits = ({ visits }: { readonly visits: readonly Stage[] }) => {
  const { acceleration, ledger, vocabulary } = useWords();
  return (
    <>
      {visits.map(({ visit, from, to, days, legalUntil }) => (
        <div key={visit}>
          {visits.length > 1 && `${acceleration.visit(visit)}: `}
          {to === null ? ledger.fromOn(from) : ledger.fromTo(from, to)} ({vocabulary.days(days)})
          {legalUntil !== undefined && <small className="quiet"> {acceleration.legalUntil(legalUntil)}</small>}
        </div>
      ))}
    </>
  );
};

/** Work, waits and pauses on the row, in words. */
const Held = ({ row }: { readonly row: Row }) => {
  const { acceleration, vocabulary } = useWords();
  const { party } = useNames();
  return (
    <>
      {row.spans
        .filter(({ isConcurrent }) => !isConcurrent)
        .map(({ from, to, bucket, party: of }) => (
          <div key={`${from} ${of}`}>
            {acceleration.withDays(vocabulary[bucket], `\u2068${party(of)}\u2069`, daysFrom(from, to))}
          </div>
        ))}
    </>
  );
};

const TableRow = ({ row }: { readonly row: Row }) => {
  const { vocabulary } = useWords();
  const { day, signed } = useFormats();
  const { party } = useNames();
  const title = useRowTitle();
  const speaker = useTargetSpeaker();
  const { milestone, visits } = row;
  const off = milestone ? (milestone.variance ?? milestone.slip) : null;
  return (
    <tr>
      <th scope="row">
        <bdi>{title(row)}</bdi>
      </th>
      <td>
        <bdi>{party(row.party)}</bdi>
      </td>
      <td>{milestone ? vocabulary.milestoneStatus[milestone.status] : <Visits visits={visits} />}</td>
      <td>{milestone?.originalTarget && targetWords(milestone.originalTarget, speaker)}</td>
      <td>{milestone && targetWords(milestone.currentTarget, speaker)}</td>
      <td>{milestone?.forecast.team && day(milestone.forecast.team)}</td>
      <td>{milestone?.actual && day(milestone.actual)}</td>
      <td className="amount">{off && signed(off.days)}</td>
      <td>
        {milestone && <Visits visits={visits} />}
        <Held row={row} />
      </td>
    </tr>
  );
};

/** The same data as the chart, in words. */
export const TimelineTable = () => {
  const { acceleration, vocabulary } = useWords();
  const { timeline } = useShown();
  return (
    <div className="timeline-table" role="region" aria-label={acceleration.title} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{acceleration.row}</th>
            <th scope="col">{acceleration.party}</th>
            <th scope="col">{acceleration.status}</th>
            <th scope="col">{acceleration.original}</th>
            <th scope="col">{acceleration.current}</th>
            <th scope="col">{acceleration.forecast}</th>
            <th scope="col">{acceleration.actual}</th>
            <th scope="col" className="amount">
              {vocabulary.variance}
            </th>
            <th scope="col">{acceleration.held}</th>
          </tr>
        </thead>
        <tbody>
          {rowsOf(timeline).map((row) => (
            <TableRow key={row.key} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
};
