import { partySorts, type PartySort } from './party-sort.js';
import './chart.css';

/** Each sort of party is told by the angle of its hatch as well as by its colour. */
const angles: Readonly<Record<PartySort, number>> = {
  owner: 0,
  cabinet: 45,
  legislature: -45,
  council: 90,
  partner: 20,
  entity: 68,
  outside: -20,
};

export const hatchOf = (sort: PartySort): string => `url(#hatch-${sort})`;
export const pauseHatch = 'url(#hatch-pause)';

/** The hatches all marks are filled with: once on each screen that draws any. */
export const Patterns = () => (
  <svg width="0" height="0" className="chart-patterns" aria-hidden="true">
    <defs>
      {partySorts.map((sort) => (
        <pattern
          key={sort}
          id={`hatch-${sort}`}
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform={`rotate(${angles[sort]})`}
        >
          <rect width="5" height="5" className={`chart-ground party-${sort}`} />
          <line x1="0" y1="0" x2="0" y2="5" className={`chart-hatch party-${sort}`} />
        </pattern>
      ))}
      <pattern id="hatch-pause" width="5" height="5" patternUnits="userSpaceOnUse">
        <rect width="5" height="5" className="chart-pause-ground" />
        <circle cx="2.5" cy="2.5" r="1" className="chart-pause-dot" />
      </pattern>
    </defs>
  </svg>
);
