import { memo, useMemo, type ComponentProps } from 'react';
import { useFormats, useReader, useWords } from '../../app/reader.js';
import { Axis, namedMonths } from '../../chart/axis.js';
import { dayScale } from '../../chart/scale.js';
import { useExtent } from '../../ui/use-extent.js';
import { lineSpan } from './line-span.js';
import { RowLine } from './row-line.js';
import { Room, useDrawn } from './row-list.js';
import { Ratings, SlipDays, Title, Waits } from './row-parts.js';
import { keyOf, type Entry, type Group, type Row } from './rows.js';
import { useRowKeys } from './use-row-keys.js';

export interface ListProps {
  readonly entries: readonly Entry[];
  readonly rows: readonly Row[];
  readonly on: string;
  readonly isPast: boolean;
}

const Columns = () => (
  <colgroup>
    <col className="portfolio-column-title" />
    <col />
    <col className="portfolio-column-waits" />
    <col className="portfolio-column-ratings" />
    <col className="portfolio-column-slip" />
  </colgroup>
);

interface TableRowProps {
  readonly row: Row;
  readonly isSelected: boolean;
  readonly line: Omit<ComponentProps<typeof RowLine>, 'row'> | undefined;
  /** Its place among the entries, and what learns its height: a long title takes a second line. */
  readonly index: number;
  readonly measure: (row: HTMLTableRowElement | null) => void;
}

/** One initiative in its columns; drawn once, however the list scrolls around it. */
const TableRow = memo(({ row, isSelected, line, index, measure }: TableRowProps) => (
  <tr ref={measure} data-index={index} data-row={keyOf(row)} data-selected={isSelected} aria-rowindex={index + 2}>
    <th scope="row">
      <Title row={row} />
    </th>
    <td>{line && <RowLine row={row} {...line} />}</td>
    <td className="portfolio-waits">{line && <Waits row={row} on={line.on} />}</td>
    <td>
      <Ratings row={row} />
    </td>
    <td className="amount">
      <SlipDays row={row} />
    </td>
  </tr>
));

/** The name of a group, with how many are in it. */
const GroupRow = ({
  group,
  count,
  index,
}: {
  readonly group: Group;
  readonly count: number;
  readonly index: number;
}) => {
  const { portfolio } = useWords();
  const { number } = useFormats();
  return (
    <tr className="portfolio-group" aria-rowindex={index + 2}>
      <th colSpan={5} scope="rowgroup">
        {portfolio.groups[group]} <span className="quiet">{number(count)}</span>
      </th>
    </tr>
  );
};

/** The rows on a wide screen: one axis for all of them, the head staying in sight. */
export const Table = ({ entries, rows, on, isPast }: ListProps) => {
  const { portfolio, vocabulary } = useWords();
  const { tongue, preferences } = useReader();
  const [axis, extent] = useExtent();
  const { list, items, before, after, virtualizer } = useDrawn(entries, false);
  const selected = useRowKeys(entries, (index) => virtualizer.scrollToIndex(index, { align: 'auto' }));
  const span = useMemo(() => lineSpan(rows, on), [rows, on]);
  const scale = useMemo(() => dayScale(span, Math.max(40, extent), tongue.direction), [span, extent, tongue.direction]);
  const isCompact = preferences.density === 'compact';
  const line = useMemo(
    () => (extent > 0 ? { scale, months: namedMonths(scale), extent: isCompact ? 28 : 42, on, isPast } : undefined),
    [scale, extent, isCompact, on, isPast],
  );
  return (
    <div ref={list}>
      <table className="portfolio-table" aria-label={portfolio.list} aria-rowcount={entries.length + 1}>
        <Columns />
        <thead>
          <tr>
            <th scope="col">{vocabulary.initiative}</th>
            <th scope="col">
              <span className="unseen">{portfolio.line}</span>
              <div ref={axis}>{extent > 0 && <Axis scale={scale} on={on} isPast={isPast} />}</div>
            </th>
            <th scope="col">{portfolio.waitedOn}</th>
            <th scope="col">{portfolio.confidence}</th>
            <th scope="col" className="amount">
              {portfolio.slip}
            </th>
          </tr>
        </thead>
        <tbody>
          <Room extent={before} />
          {items.map(({ index, key }) => {
            const entry = entries[index]!;
            if (!entry.row) return <GroupRow key={key} group={entry.group} count={entry.count} index={index} />;
            return (
              <TableRow
                key={key}
                row={entry.row}
                isSelected={selected === keyOf(entry.row)}
                line={line}
                index={index}
                measure={virtualizer.measureElement}
              />
            );
          })}
          <Room extent={after} />
        </tbody>
      </table>
    </div>
  );
};
