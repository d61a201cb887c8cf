import { useId, useState, type ReactNode } from 'react';
import { useReader, useWords } from '../../app/reader.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { Actual, Confirmed, Current, Forecast, Original, Paused, Waiting } from '../../chart/marks.js';

const Marks = ({ id, isFolded }: { readonly id: string; readonly isFolded: boolean }) => {
  const { portfolio } = useWords();
  const { direction } = useReader().tongue;
  const marks: readonly (readonly [name: string, drawing: ReactNode])[] = [
    [portfolio.legendOriginal, <Original key="m" x={11} y={8} size={4.6} />],
    [portfolio.legendCurrent, <Current key="m" x={11} y={8} size={4.6} />],
    [portfolio.legendForecast, <Forecast key="m" from={direction === 'rtl' ? 14 : 8} y={8} thickness={11} />],
    [portfolio.legendActual, <Actual key="m" x={11} y={8} />],
    [portfolio.legendConfirmed, <Confirmed key="m" x={11} y={8} size={4} />],
    [portfolio.legendWait, <Waiting key="m" from={0} to={22} y={8} sort="council" />],
    [portfolio.legendPause, <Paused key="m" from={1} to={21} y={8} />],
  ];
  return (
    <ul
      id={id}
      className={`portfolio-legend ${isFolded ? 'portfolio-legend-folded' : ''}`}
      aria-label={portfolio.legend}
    >
      {marks.map(([name, drawing]) => (
        <li key={name}>
          <svg width="22" height="16" viewBox="0 0 22 16" aria-hidden="true">
            {drawing}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
};

/** What the marks of the lines mean; where there is little room it is folded away until somebody asks. */
export const Legend = ({ isFolded }: { readonly isFolded: boolean }) => {
  const { portfolio } = useWords();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      {isFolded && (
        <p className="portfolio-legend-fold">
          <Button kind="quiet" size="small" aria-expanded={isOpen} aria-controls={id} onPress={() => setOpen(!isOpen)}>
            {portfolio.legend}
            <Icon name="down" />
          </Button>
        </p>
      )}
      <Marks id={id} isFolded={isFolded && !isOpen} />
    </>
  );
};
