import { useNames } from '../../../app/names.js';
import { useFormats, useReader, useWords } from '../../../app/reader.js';
import { Active, Paused, Waiting } from '../../../chart/marks.js';
import { useMeasured } from '../../../chart/measured.js';
import { partySort } from '../../../chart/party-sort.js';
import type { Ledger } from '../reading.js';
import { segmentsOf, type Segment } from './segments.js';

const height = 30;
const roomForDays = 26;

const Piece = ({
  segment,
  owner,
  place,
}: {
  readonly segment: Segment;
  readonly owner: string;
  place(share: number): number;
}) => {
  const { number } = useFormats();
  const { bucket, days } = segment;
  const [from, to] = [place(segment.from), place(segment.to)];
  const stretch = { from, to, y: height / 2, thickness: height };
  const sort = partySort(segment.party, owner);
  return (
    <>
      {bucket === 'active' && <Active {...stretch} sort={sort} />}
      {bucket === 'waiting' && <Waiting {...stretch} sort={sort} />}
      {bucket === 'paused' && <Paused {...stretch} />}
      <line className="ledger-bar-edge" x1={to} x2={to} y1={0} y2={height} />
      {Math.abs(to - from) > roomForDays && (
        <text className={bucket === 'active' ? 'ledger-bar-solid' : 'timeline-days'} x={(from + to) / 2} y={20}>
          {number(days)}
        </text>
      )}
    </>
  );
};

/** All days of the initiative as one bar, by whose they are. */
export const LedgerBar = ({ ledger, owner }: { readonly ledger: Ledger; readonly owner: string }) => {
  const { ledger: words, vocabulary } = useWords();
  const { tongue } = useReader();
  const { list } = useFormats();
  const { party } = useNames();
  const [box, length] = useMeasured<HTMLDivElement>();
  const segments = segmentsOf(ledger);
  const place = (share: number) => (tongue.direction === 'rtl' ? 1 - share : share) * length;
  const parts = segments.map(({ party: of, bucket, days }) => words.barPart(party(of), vocabulary[bucket], days));
  return (
    <div ref={box} className="ledger-bar">
      <svg width={length} height={height} role="img" aria-label={words.bar(list(parts))}>
        {segments.map((segment) => (
          <Piece key={`${segment.party} ${segment.bucket}`} segment={segment} owner={owner} place={place} />
        ))}
      </svg>
    </div>
  );
};
