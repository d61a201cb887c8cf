import { useFormats, useWords } from '../app/reader.js';
import { Known, Today } from './marks.js';
import { hijriMonthStarts, monthStarts, monthStep, type Scale } from './scale.js';

const room = 84;
const flagExtent = 44;

/** Every how many months a name stands on this scale; the grid beneath follows it. */
export const namedMonths = (scale: Scale): readonly string[] =>
  monthStarts(scale.span, monthStep(scale.span, scale.extent, room));

interface Props {
  readonly scale: Scale;
  readonly on: string;
  readonly isPast: boolean;
}

/** Gregorian months, the Hijri month of each beneath and its beginnings as gold ticks, and the day as a flag. */
export const Axis = ({ scale, on, isPast }: Props) => {
  const { day, hijri } = useFormats();
  const { vocabulary } = useWords();
  const months = namedMonths(scale).filter((month) => Math.abs(scale(scale.span.to) - scale(month)) > room);
  return (
    <svg width={scale.extent} height="48" viewBox={`0 0 ${scale.extent} 48`} aria-hidden="true">
      {months.map((month) => (
        <g key={month}>
          <text className="chart-name" x={scale(month) + scale.forward * 4} y="11">
            {day(month, 'month')}
          </text>
          <text className="chart-name-hijri" x={scale(month) + scale.forward * 4} y="24">
            {hijri(month, 'month')}
          </text>
        </g>
      ))}
      {hijriMonthStarts(scale.span).map((start) => (
        <line key={start} className="chart-tick-hijri" x1={scale(start)} x2={scale(start)} y1="44" y2="48" />
      ))}
      {isPast ? (
        <Known x={scale(on)} top={30} bottom={48} />
      ) : (
        <>
          <Today x={scale(on)} top={40} bottom={48} />
          <rect className="chart-flag" x={scale(on) - flagExtent / 2} y="30" width={flagExtent} height="14" rx="3" />
          <text className="chart-flag-name" x={scale(on)} y="41" textAnchor="middle">
            {vocabulary.today}
          </text>
        </>
      )}
    </svg>
  );
};
