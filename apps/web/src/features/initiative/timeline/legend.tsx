import type { ReactNode } from 'react';
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
} from '../../../chart/marks.js';
import { PartyNamed } from '../../../chart/party-named.js';
import { useFormats, useWords } from '../../../app/reader.js';
import { useShown } from '../shown.js';

const Sample = ({ wide = 18, children }: { readonly wide?: number; readonly children: ReactNode }) => (
  <svg width={wide} height={16} viewBox={`0 0 ${wide} 16`} aria-hidden="true">
    {children}
  </svg>
);

/** What each mark means; of parties only those that hold days here. */
export const Legend = () => {
  const { acceleration } = useWords();
  const { signed } = useFormats();
  const { timeline } = useShown();
  const marks: readonly (readonly [string, ReactNode])[] = [
    [acceleration.original, <Original x={9} y={8} />],
    [acceleration.current, <Current x={9} y={8} />],
    [acceleration.asked, <Asked x={9} y={8} />],
    [acceleration.forecast, <Forecast from={9} y={8} />],
    [acceleration.actual, <Actual x={9} y={8} />],
    [acceleration.confirmed, <Confirmed x={9} y={8} size={4} />],
    [acceleration.workLegend, <Active from={1} to={17} y={8} sort="owner" />],
    [acceleration.pauseLegend, <Paused from={1} to={17} y={8} />],
    ...(timeline.ledger && timeline.ledger.concurrent.length > 0
      ? [[acceleration.concurrentLegend, <Concurrent from={1} to={17} y={8} sort="outside" />] as const]
      : []),
    ...(timeline.stages.some(({ legalUntil }) => legalUntil !== undefined)
      ? [[acceleration.legalLegend, <path className="timeline-legal" d="M9 1v14M6 1h6" />] as const]
      : []),
  ];
  return (
    <ul className="timeline-legend" aria-label={acceleration.legend}>
      {marks.map(([name, mark]) => (
        <li key={name}>
          <Sample>{mark}</Sample>
          {name}
        </li>
      ))}
      {timeline.ledger?.byParty.map(({ party }) => (
        <li key={party}>
          <PartyNamed party={party} owner={timeline.owner} />
        </li>
      ))}
      <li>
        <b>{signed(28)}</b> {acceleration.slipLegend}
      </li>
    </ul>
  );
};
