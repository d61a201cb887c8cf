import { hijriMonthStarts, monthStarts, monthStep, type Scale } from '../../../chart/scale.js';
import { useFormats } from '../../../app/reader.js';

export const axisHeight = 60;
const roomOfName = 56;
const roomOfHijriName = 82;

/** Gregorian months as the lines of the chart, and the true beginnings of Hijri months as gold ticks beneath. */
export const Axis = ({ scale, bottom }: { readonly scale: Scale; readonly bottom: number }) => {
  const { day, hijri } = useFormats();
  const starts = monthStarts(scale.span);
  const step = monthStep(scale.span, scale.extent, roomOfName);
  const hijriStarts = hijriMonthStarts(scale.span);
  const hijriStep = monthStep(scale.span, scale.extent, roomOfHijriName);
  const isNamed = (start: string) => (Number(start.slice(5, 7)) - 1) % step === 0;
  const isYear = (start: string, index: number) => start.slice(5, 7) === '01' || index === 0;
  return (
    <g>
      {starts.map((start, index) => (
        <g key={start}>
          <line
            className={isYear(start, index) ? 'timeline-year' : 'chart-grid'}
            x1={scale(start)}
            x2={scale(start)}
            y1={isYear(start, index) ? 4 : 22}
            y2={bottom}
          />
          {isYear(start, index) && (
            <text className="timeline-year-name" x={scale(start) + scale.forward * 5} y={15}>
              {day(start, 'year')}
            </text>
          )}
          {isNamed(start) && (
            <text className="chart-name" x={scale(start) + scale.forward * 5} y={32}>
              {day(start, 'monthName')}
            </text>
          )}
        </g>
      ))}
      {hijriStarts.map((start, index) => (
        <g key={start}>
          <line
            className="timeline-hijri"
            x1={scale(start)}
            x2={scale(start)}
            y1={41}
            y2={index % hijriStep === 0 ? 48 : 44}
          />
          {index % hijriStep === 0 && (
            <text className="chart-name-hijri" x={scale(start) + scale.forward * 4} y={51}>
              {hijri(start, 'monthName')}
            </text>
          )}
        </g>
      ))}
    </g>
  );
};
