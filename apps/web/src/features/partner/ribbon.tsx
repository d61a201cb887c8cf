import { useLayoutEffect, useRef, useState } from 'react';
import { Asked, Current, Original, Slip, Today, Waiting } from '../../chart/marks.js';
import { dayScale } from '../../chart/scale.js';
import { useReader, useWords } from '../../app/reader.js';
import type { DueChange, Listed } from './asked.js';
import { daysBetween } from './due.js';
import { withWhom } from './labels.js';
import { ribbonOf } from './ribbon-days.js';
import type { Side } from './sides.js';

const middle = 12;
const tall = 24;

/** How long the line is that something may take. */
const useLineExtent = () => {
  const line = useRef<HTMLDivElement>(null);
  const [extent, setExtent] = useState(0);
  useLayoutEffect(() => {
    const held = line.current;
    if (!held) return;
    const watch = new ResizeObserver(([entry]) => setExtent(Math.floor(entry!.contentRect.width)));
    watch.observe(held);
    return () => watch.disconnect();
  }, []);
  return { line, extent };
};

interface Props {
  readonly of: Listed;
  readonly changes: readonly DueChange[];
  readonly reader: Side;
  readonly today: string;
}

/** Every change of side on one line, with the day it is due and today. The same days stand in the list of steps. */
export const Ribbon = ({ of, changes, reader, today }: Props) => {
  const { commitments } = useWords();
  const { direction } = useReader().tongue;
  const { line, extent } = useLineExtent();
  const ribbon = ribbonOf(of, changes, today);
  const place = dayScale(ribbon, extent, direction, 7);
  const said = [
    commitments.ribbonOf(ribbon.from, ribbon.to),
    ...ribbon.spans.map(({ side, from, until }) =>
      commitments.span(withWhom(commitments, side, reader), from, until, daysBetween(from, until)),
    ),
  ].join('. ');
  return (
    <div ref={line} className="commitment-ribbon">
      {extent > 0 && (
        <svg width={extent} height={tall} role="img" aria-label={said}>
          <line
            className="commitment-ribbon-line"
            x1={place(ribbon.from)}
            x2={place(ribbon.to)}
            y1={middle}
            y2={middle}
          />
          {ribbon.spans.map(({ side, from, until }) => (
            <Waiting
              key={from + side}
              from={place(from)}
              to={place(until)}
              y={middle}
              sort={side === 'partner' ? 'partner' : 'owner'}
            />
          ))}
          {ribbon.today !== undefined && <Today x={place(ribbon.today)} top={2} bottom={tall - 2} />}
          {ribbon.firstDue !== undefined && (
            <>
              <Slip from={place(ribbon.firstDue)} to={place(ribbon.due)} y={middle} />
              <Original x={place(ribbon.firstDue)} y={middle} />
            </>
          )}
          <Current x={place(ribbon.due)} y={middle} />
          {ribbon.askedDue !== undefined && <Asked x={place(ribbon.askedDue)} y={middle} />}
        </svg>
      )}
    </div>
  );
};
