import { useMemo } from 'react';
import { useFormats, useReader, useWords } from '../../app/reader.js';
import { Axis, namedMonths } from '../../chart/axis.js';
import { dayScale } from '../../chart/scale.js';
import { useExtent } from '../../ui/use-extent.js';
import { lineSpan } from './line-span.js';
import { RowLine } from './row-line.js';
import { useDrawn } from './row-list.js';
import { Ratings, SlipDays, Title, Waits } from './row-parts.js';
import { keyOf } from './rows.js';
import type { ListProps } from './table.js';
import { useRowKeys } from './use-row-keys.js';

/** The rows where there is no room for columns: a card each, the same things in the same order. */
export const Cards = ({ entries, rows, on, isPast }: ListProps) => {
  const { portfolio } = useWords();
  const { number } = useFormats();
  const { tongue } = useReader();
  const [axis, extent] = useExtent();
  const { list, items, before, after, virtualizer } = useDrawn(entries, true);
  const selected = useRowKeys(entries, (index) => virtualizer.scrollToIndex(index, { align: 'auto' }));
  const span = useMemo(() => lineSpan(rows, on), [rows, on]);
  const scale = useMemo(() => dayScale(span, Math.max(40, extent), tongue.direction), [span, extent, tongue.direction]);
  const months = useMemo(() => namedMonths(scale), [scale]);
  return (
    <div ref={list}>
      <div ref={axis} className="portfolio-cards-axis">
        {extent > 0 && <Axis scale={scale} on={on} isPast={isPast} />}
      </div>
      <ul aria-label={portfolio.list} style={{ paddingBlock: `${before}px ${after}px` }}>
        {items.map(({ index, key }) => {
          const entry = entries[index]!;
          return (
            <li key={key} data-index={index} ref={virtualizer.measureElement}>
              {entry.row ? (
                <article
                  className="portfolio-card"
                  data-row={keyOf(entry.row)}
                  data-selected={selected === keyOf(entry.row)}
                >
                  <Title row={entry.row} />
                  {extent > 0 && (
                    <RowLine row={entry.row} scale={scale} months={months} extent={40} on={on} isPast={isPast} />
                  )}
                  <div className="portfolio-card-waits">
                    <span className="portfolio-waits">
                      <Waits row={entry.row} on={on} />
                    </span>
                    <span>
                      <small className="quiet">{portfolio.slip}</small> <SlipDays row={entry.row} />
                    </span>
                  </div>
                  <Ratings row={entry.row} />
                </article>
              ) : (
                <h2 className="portfolio-cards-group">
                  {portfolio.groups[entry.group]} <span className="quiet">{number(entry.count)}</span>
                </h2>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
};
