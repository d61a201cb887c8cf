import type { PartySort } from './party-sort.js';
import { hatchOf, pauseHatch } from './patterns.js';
import './chart.css';

/*
 * The grammar of every chart: one concept, one mark. Promise marks are diamonds, facts are circles, expectation is a band;
 * spans of days are bars. All take places on the drawing, which a scale gives.
 */
interface Point {
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly thickness?: number;
}
interface OfParty {
  readonly sort: PartySort;
}
interface Upright {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

const diamond = ({ x, y, size = 5 }: Point) => `M${x} ${y - size}l${size} ${size}l${-size} ${size}l${-size} ${-size}z`;
const box = ({ from, to, y, thickness = 9 }: Stretch) => ({
  x: Math.min(from, to),
  y: y - thickness / 2,
  width: Math.max(1, Math.abs(to - from)),
  height: thickness,
});

/** The first promise; drawn only where it differs from the one in force. */
export const Original = (point: Point) => <path className="mark-original" d={diamond(point)} />;
/** The promise in force. */
export const Current = (point: Point) => <path className="mark-current" d={diamond(point)} />;
/** A date asked for and undecided. */
export const Asked = (point: Point) => <path className="mark-asked" d={diamond({ size: 5.5, ...point })} />;
/** It happened. */
export const Actual = ({ x, y, size = 4.5 }: Point) => <circle className="mark-actual" cx={x} cy={y} r={size} />;
/** It happened, and a second party accepted it. */
export const Confirmed = ({ x, y, size = 4.5 }: Point) => (
  <>
    <circle className="mark-ring" cx={x} cy={y} r={size + 2.6} />
    <circle className="mark-actual" cx={x} cy={y} r={size - 0.4} />
  </>
);
/** What is expected: from P50 (thick) to P85 (thin). What the team expects alone is the thick tick, without a band. */
export const Forecast = ({ from, to, y, thickness = 12 }: Omit<Stretch, 'to'> & { readonly to?: number }) => (
  <>
    {to !== undefined && (
      <>
        <rect className="mark-band" {...box({ from, to, y, thickness })} />
        <rect className="mark-band-end" x={to - 0.5} y={y - thickness / 2} width={1} height={thickness} />
      </>
    )}
    <rect className="mark-expected" x={from - 1} y={y - thickness / 2 - 1} width={2} height={thickness + 2} />
  </>
);
/** From the first promise to the one in force. */
export const Slip = ({ from, to, y }: Omit<Stretch, 'thickness'>) => (
  <line className="mark-slip" x1={from} x2={to} y1={y} y2={y} />
);
/** Days of work. */
export const Active = ({ sort, ...stretch }: Stretch & OfParty) => (
  <rect className={`chart-span party-${sort}`} {...box(stretch)} />
);
/** Days of an initiative on one line, where whose they are is told elsewhere. */
export const Elapsed = (stretch: Stretch) => <rect className="mark-elapsed" {...box({ thickness: 5, ...stretch })} />;
/** Days spent waiting on a party; what lies beneath does not shine through. */
export const Waiting = ({ sort, ...stretch }: Stretch & OfParty) => (
  <>
    <rect className="mark-ground" {...box(stretch)} />
    <rect fill={hatchOf(sort)} {...box(stretch)} />
  </>
);
/** A wait that runs beside the one that holds the day: under it, thinner. */
export const Concurrent = ({ sort, ...stretch }: Stretch & OfParty) => (
  <rect fill={hatchOf(sort)} {...box({ ...stretch, thickness: 3.5 })} />
);
/** A stop that was granted. */
export const Paused = (stretch: Stretch) => (
  <>
    <rect className="mark-ground" {...box(stretch)} />
    <rect className="mark-paused" fill={pauseHatch} {...box(stretch)} />
  </>
);
export const Today = ({ x, top, bottom }: Upright) => (
  <line className="mark-today" x1={x} x2={x} y1={top} y2={bottom} />
);
/** The day as known on which the chart is drawn. */
export const Known = ({ x, top, bottom }: Upright) => (
  <line className="mark-known" x1={x} x2={x} y1={top} y2={bottom} />
);
